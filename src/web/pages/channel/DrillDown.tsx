import { Button, Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { dimensionName } from "../../../model/dimension-names.ts";
import { type AnswerRow, LostServer } from "../../api/client.ts";
import { catalogueQuestion } from "../../app/catalogue-question.ts";
import { languageOf } from "../../app/language-of.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { DataActions } from "../../components/export/DataActions.tsx";
import { Problem } from "../../components/Problem.tsx";
import styles from "../channels/channels.module.css";
import { LEVELS, type Level } from "../channels/channels-search.ts";
import { ScrollTable } from "../channels/ScrollTable.tsx";
import { useChange } from "../channels/use-change.ts";
import { Choice } from "../funnel/Choice.tsx";
import own from "./channel.module.css";
import { drilledKpis, drilledTo, drillQuestion, levelOf } from "./channel-questions.ts";
import { drillLines, isKnown } from "./drill-lines.ts";

/** Lines that are listed. */
const MOST = 50;
const NEXT: Readonly<Partial<Record<Level, Level>>> = { program: "campaign", campaign: "content" };

/** From program to campaign to content and keyword, as far as the sources tell them apart. */
export function DrillDown({ channel, period }: { readonly channel: string; readonly period: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { language } = format;
  const valueName = useDimensionValue();
  const change = useChange();
  const search = useSearch({ from: "/channels/$channel" });
  const { by, program, campaign } = search;
  const catalogue = useQuery(catalogueQuestion);
  const kpis = drilledKpis(catalogue.data ?? []);
  const where = drilledTo(channel, search);
  const wanted = levelOf(search);
  const ask = (level: Level, enabled: boolean) => ({
    ...drillQuestion(where, level, { kpis, period, language }),
    ...(!enabled && { enabled }),
    placeholderData: keepPreviousData,
  });
  const first = useQuery(ask(wanted, true));
  const found = drillLines(first.data?.rows ?? [], wanted);
  // Where no program is known and none was asked for, the campaigns are shown at once.
  const skip = by === undefined && wanted === "program" && first.data !== undefined && !isKnown(found);
  const second = useQuery(ask("campaign", skip));
  const query = skip ? second : first;
  const level: Level = skip ? "campaign" : wanted;
  const lines = skip ? drillLines(second.data?.rows ?? [], "campaign") : found;
  const failed = query.error && !(query.error instanceof LostServer);
  const set = (to: Readonly<Record<string, string | undefined>>) => change(to, "step");
  const title = dimensionName(level)[language];
  const named = language === "en" ? title.toLowerCase() : title;
  const down = NEXT[level];
  const deeper = (name: string) => set({ [level]: name, by: undefined });
  const kpiName = (id: string) => catalogue.data?.find((kpi) => kpi.id === id)?.name[language] ?? id;
  const shown = lines.slice(0, MOST);
  const columns = kpis.filter((id) => lines.some(({ cells }) => cells[id]?.value != null));
  const refused = (query.data?.rows ?? []).filter((row) => row.state === "no_dimension" && row.by[level] === undefined);
  const cell = (row: AnswerRow | undefined, key: string) => (
    <td key={key} title={row ? (row.reason?.text ?? format.exact(row.value, row.unit)) : ""}>
      {row ? format.value(row.value, row.unit) : "–"}
    </td>
  );
  return (
    <section className={styles.section} data-section="drill" data-level={level} data-old={query.isPlaceholderData}>
      <div className={styles.head}>
        <h2>{t("channel.drill")}</h2>
        <Choice
          label={t("channel.level")}
          value={level}
          choices={LEVELS.map((id) => ({ id, name: dimensionName(id)[language] }))}
          choose={(id) => set({ by: id })}
        />
        <DataActions
          file={`${channel.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}-${level}-${period}`}
          title={`${valueName("channel", channel)} · ${title}`}
          rows={query.data?.rows ?? []}
          totals={query.data?.total ?? []}
          answer={query.data}
        />
      </div>
      {(program || campaign) && (
        <div className={own.trail}>
          {(["program", "campaign"] as const).map((id) => {
            const value = id === "program" ? program : campaign;
            return (
              value && (
                <Button
                  key={id}
                  variant="default"
                  size="compact-sm"
                  aria-label={t("channel.leave", { name: value })}
                  onClick={() =>
                    set({ [id]: undefined, by: undefined, ...(id === "program" && { campaign: undefined }) })
                  }
                >
                  <span lang="">{value}</span>
                  <span aria-hidden="true">&nbsp;×</span>
                </Button>
              )
            );
          })}
        </div>
      )}
      {failed && <Problem error={query.error} retry={() => void query.refetch()} />}
      {!query.data && !failed && <Skeleton height={240} aria-busy="true" />}
      {query.data && lines.length === 0 && <p className={styles.soft}>{t("channel.not_known", { level: named })}</p>}
      {query.data && lines.length > 0 && !isKnown(lines) && (
        <p className={styles.soft}>{t("channel.not_known", { level: named })}</p>
      )}
      {query.data && lines.length > 0 && (
        <ScrollTable caption={t("channel.caption", { level: named })}>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              {columns.map((id) => (
                <th key={id} scope="col">
                  <span title={kpiName(id)}>{t(`channel.column.${id}`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ name, cells }) => (
              <tr key={name}>
                <th scope="row" className={styles.wrap} {...languageOf(valueName(level, name))}>
                  {down && !/^(\(|$)/.test(name) ? (
                    <button type="button" className={own.drill} onClick={() => deeper(name)}>
                      {name}
                    </button>
                  ) : (
                    valueName(level, name)
                  )}
                </th>
                {columns.map((id) => cell(cells[id], id))}
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      {lines.length > MOST && <p className={styles.soft}>{t("channel.more", { count: MOST })}</p>}
      {refused.length > 0 && (
        <ul className={styles.notes}>
          {refused.map(({ kpi, reason }) => (
            <li key={kpi}>{t("channels.refused", { name: kpiName(kpi), reason: reason?.text ?? "" })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
