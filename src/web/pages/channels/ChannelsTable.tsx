import { Link } from "@tanstack/react-router";
import { Fragment, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ComparedRow, Comparison } from "../../../api/app-types.ts";
import type { AnswerRow } from "../../api/client.ts";
import { carried } from "../../app/search.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { DataActions } from "../../components/export/DataActions.tsx";
import styles from "./channels.module.css";
import { ScrollTable } from "./ScrollTable.tsx";

const GROUPS = [
  { id: "volume", kpis: ["sessions", "leads", "mqls", "sqls", "demos", "opportunities", "customers_won"] },
  { id: "money", kpis: ["marketing_cost", "sales_revenue"] },
  {
    id: "cost_per",
    kpis: ["cpl", "cost_per_mql", "cost_per_sql", "cost_per_demo", "cost_per_opportunity", "cac_marketing"],
  },
] as const;

/** What stands on no channel brought nothing of what is not counted there. */
function withoutZeros(values: ComparedRow["values"]): ComparedRow["values"] {
  return Object.fromEntries(Object.entries(values).filter(([, { value }]) => value !== 0));
}

/** Every channel with what it brought, what that cost, and the price of each; each leads to its own page. */
export function ChannelsTable({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation();
  const format = useFormat();
  const channelName = useDimensionValue();
  const section = useRef<HTMLElement>(null);
  const { rows, total, kpis, question } = comparison;
  const refused = Object.values(total).filter(
    ({ kpi, state }) => state === "no_dimension" && GROUPS.some((group) => group.kpis.some((id) => id === kpi)),
  );
  const groups = GROUPS.map(({ id, kpis: members }) => ({
    id,
    kpis: members.filter((one) => total[one] && !refused.some(({ kpi }) => kpi === one)),
  }));
  const ordered = rows.toSorted((a, b) => Number(a.kind === "unallocated") - Number(b.kind === "unallocated"));
  const name = (id: string) => kpis[id]?.name[format.language] ?? id;
  const cell = (row: AnswerRow | undefined, key: string) => (
    <td
      key={key}
      data-zero={row?.value === 0}
      title={row ? (row.reason?.text ?? format.exact(row.value, row.unit)) : ""}
    >
      {row ? format.short(row.value, row.unit) : "–"}
      {row && row.state !== "ok" && row.value !== null && (
        <>
          <span aria-hidden="true" className={styles.unsure}>
            {" ◆"}
          </span>
          <span className="visually-hidden"> {t(`state.${row.state}`)}</span>
        </>
      )}
    </td>
  );
  const cells = (values: ComparedRow["values"]) =>
    groups.map(({ id, kpis: members }) => <Fragment key={id}>{members.map((one) => cell(values[one], one))}</Fragment>);
  return (
    <section ref={section} className={styles.section} data-section="channels">
      <div className={styles.head}>
        <h2>{t("channels.table")}</h2>
        <DataActions
          file={`channels-${question.from}-${question.to}`}
          title={t("channels.table")}
          rows={rows.flatMap(({ values }) => Object.values(values))}
          totals={Object.values(total)}
          answer={comparison}
        />
      </div>
      <ScrollTable caption={t("channels.caption")} className={styles.dense}>
        <thead>
          <tr className={styles.groups}>
            <td />
            {groups.map(({ id, kpis: members }) => (
              <th key={id} scope="colgroup" colSpan={members.length}>
                {t(`channels.group.${id}`)}
              </th>
            ))}
          </tr>
          <tr>
            <th scope="col">{t("kpi.channel")}</th>
            {groups.flatMap(({ kpis: members }) =>
              members.map((id) => (
                <th key={id} scope="col">
                  <Link to="/kpis/$kpi" params={{ kpi: id }} search={carried} className={styles.kpi} title={name(id)}>
                    {t(`channels.column.${id}`)}
                  </Link>
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {ordered.map(({ name: channel, kind, values }) => (
            <tr key={channel}>
              <th scope="row">
                {kind === "channel" ? (
                  <Link
                    to="/channels/$channel"
                    params={{ channel }}
                    search={carried}
                    className={styles.channel}
                    data-channel={channel}
                  >
                    {channelName("channel", channel)}
                  </Link>
                ) : (
                  channelName("channel", channel)
                )}
              </th>
              {cells(kind === "channel" ? values : withoutZeros(values))}
            </tr>
          ))}
          <tr className={styles.whole}>
            <th scope="row">{t("kpi.all_channels")}</th>
            {cells(total)}
          </tr>
        </tbody>
      </ScrollTable>
      {refused.length > 0 && (
        <ul className={styles.notes}>
          {refused.map(({ kpi, reason }) => (
            <li key={kpi}>{t("channels.refused", { name: name(kpi), reason: reason?.text ?? "" })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
