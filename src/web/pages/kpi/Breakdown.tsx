import { Button, Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { dimensionName } from "../../../model/dimension-names.ts";
import { type KpiInfo, LostServer, type QuestionBody } from "../../api/client.ts";
import { languageOf } from "../../app/language-of.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { Bars } from "../../charts/bars/Bars.tsx";
import { sortBars } from "../../charts/bars/sort-bars.ts";
import { DataActions } from "../../components/export/DataActions.tsx";
import { Problem } from "../../components/Problem.tsx";
import { dimensionsQuestion } from "../explore/explore-questions.ts";
import styles from "./kpi.module.css";
import { breakdownQuestion } from "./kpi-questions.ts";

/** Rows that are shown before the rest is asked for. */
const FIRST = 20;
/** Cases below which a rate, a cost per case or a median is no finding. */
const ENOUGH = 10;

interface Props {
  readonly kpi: KpiInfo;
  readonly question: QuestionBody;
  /** The dimension of the address. */
  readonly by: string;
  /** The one that an address without it means. */
  readonly usual: string;
}

/** The KPI split by a dimension that can be chosen, as bars that are their own table, or the reason why it cannot be. */
export function Breakdown({ kpi, question, by, usual }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const valueName = useDimensionValue();
  const navigate = useNavigate();
  const section = useRef<HTMLElement>(null);
  const [all, setAll] = useState(false);
  const set = (change: Readonly<Record<string, string | undefined>>) =>
    void navigate({ to: ".", search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const { language } = format;
  const { period, mode } = question;
  const dimensions = useQuery({
    ...dimensionsQuestion(kpi.id, { search: mode === "cohort" ? { mode } : {}, period, language }),
    placeholderData: keepPreviousData,
  });
  const query = useQuery(breakdownQuestion(question, by, language));
  const known = dimensions.data?.dimensions ?? [];
  const possible = known.filter((one) => one.possible).map((one) => one.id);
  const choices = possible.includes(by) ? possible : [by, ...possible];
  const refused = known.filter((one) => !one.possible);
  const rows = query.data?.rows ?? [];
  const told = rows.filter((row) => row.value !== null);
  const title = dimensionName(by)[language].replaceAll("_", " ");
  const name = title.charAt(0).toLowerCase() + title.slice(1);
  const sorted = sortBars(rows, by);
  const shown = all ? sorted : sorted.slice(0, FIRST);
  const whole = query.data?.total[0]?.value ?? null;
  const [first] = sortBars(told, by);
  // One that may only look best by chance is not called the highest.
  const beyondChance = first && (!first.interval || whole === null || first.interval[0] > whole);
  const largest = beyondChance && (first.unit === "count" || (first.n ?? ENOUGH) >= ENOUGH) ? first : null;
  const failed = query.error && !(query.error instanceof LostServer);
  const finding = largest &&
    /^[^(]/.test(largest.by[by] ?? "") && {
      name: valueName(by, largest.by[by] ?? ""),
      value: format.value(largest.value, largest.unit),
    };
  return (
    <section ref={section} className={styles.section} data-section="breakdown">
      <div className={styles.head}>
        <h2>{t("kpi.by", { dimension: name })}</h2>
        <label className={styles.choice}>
          <span className="visually-hidden">{t("kpi.by_choice")}</span>
          <select
            value={by}
            onChange={(event) => {
              setAll(false);
              set({ by: event.target.value === usual ? undefined : event.target.value });
            }}
          >
            {choices.map((id) => (
              <option key={id} value={id} {...(dimensionName(id)[language] === id && languageOf(id))}>
                {dimensionName(id)[language].replaceAll("_", " ")}
              </option>
            ))}
          </select>
        </label>
        <DataActions
          file={`${kpi.id}-${period}-${by}`}
          title={`${kpi.name[language]} · ${t("kpi.by", { dimension: name })}`}
          rows={rows}
          totals={query.data?.total ?? []}
          answer={query.data}
          picture={section}
        />
      </div>
      {failed && <Problem error={query.error} retry={() => void query.refetch()} />}
      {!query.data && !failed && <Skeleton height={320} aria-busy="true" />}
      {query.data &&
        (told.length === 0 ? (
          <p className={styles.soft}>{rows[0]?.reason?.text ?? query.data.total[0]?.reason?.text ?? t("kpi.none")}</p>
        ) : (
          <>
            {finding && (
              <p className={styles.finding}>
                {t(kpi.better === "lower" ? "kpi.most_of" : "kpi.highest_of", {
                  ...finding,
                  count: rows.length,
                  dimension: name,
                })}
              </p>
            )}
            <Bars rows={shown} total={query.data.total[0]} dimension={by} title={title} totalTitle={t("kpi.whole")} />
            {sorted.length > FIRST && (
              <Button variant="subtle" size="compact-sm" onClick={() => setAll(!all)} mt={8}>
                {all ? t("kpi.fewer") : t("kpi.more", { count: sorted.length - FIRST })}
              </Button>
            )}
          </>
        ))}
      {refused.length > 0 && (
        <details className={styles.details}>
          <summary>{t("kpi.not_by")}</summary>
          <ul className={styles.list}>
            {refused.map((one) => (
              <li key={one.id} className={styles.soft}>
                {dimensionName(one.id)[language]}: {one.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
