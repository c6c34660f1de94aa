import { Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { api, type KpiInfo, LostServer } from "../../api/client.ts";
import { carried } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriod } from "../../app/use-period.ts";
import { usePeriodText } from "../../app/use-period-name.ts";
import { KpiTree } from "../../charts/tree/KpiTree.tsx";
import { kpisOfTree, treeOf } from "../../charts/tree/kpi-tree.ts";
import { Comparison } from "../../components/Comparison.tsx";
import { DataActions } from "../../components/export/DataActions.tsx";
import { Problem } from "../../components/Problem.tsx";
import { StateWord } from "../../components/StateWord.tsx";
import { TableToggle, useAsTable } from "../../components/TableToggle.tsx";
import styles from "./kpis.module.css";

/** From visits to revenue with the values of the period: as a picture, as a sentence, as a table. */
export function TreeView({ kpis }: { readonly kpis: readonly KpiInfo[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const period = usePeriod();
  const periodText = usePeriodText();
  const section = useRef<HTMLElement>(null);
  const { compare = "previous" } = useSearch({ strict: false });
  const asTable = useAsTable();
  const levels = treeOf(new Set(kpis.map(({ id }) => id)));
  const ids = kpisOfTree(levels);
  const query = useQuery({
    queryKey: ["kpi-tree", ids, period, compare, format.language],
    queryFn: () => api.ask({ kpis: ids, period, compare }, format.language),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  });
  const rows = query.data?.rows ?? [];
  const told = (id: string) => {
    const row = rows.find((one) => one.kpi === id);
    const name = kpis.find((kpi) => kpi.id === id)?.name[format.language] ?? id;
    return row && row.value !== null ? `${name} ${format.value(row.value, row.unit)}` : null;
  };
  const counts = levels.toReversed().flatMap(({ count }) => told(count) ?? []);
  const cost = ids.includes("marketing_cost") ? told("marketing_cost") : null;
  const summary = counts.length === 0 ? "" : [counts.join(" → "), ...(cost ? [cost] : [])].join(t("kpis.tree_cost"));
  const title = t("kpis.tree_title", { period: periodText(period) });
  const failed = query.error && !(query.error instanceof LostServer);
  return (
    <section ref={section} className={styles.panel} data-section="tree">
      <div className={styles.panelHead}>
        <h2>{title}</h2>
        <TableToggle />
        <DataActions file={`kpi-tree-${period}`} title={title} rows={rows} answer={query.data} picture={section} />
      </div>
      {failed && <Problem error={query.error} retry={() => void query.refetch()} />}
      {!query.data && !failed && <Skeleton height={690} aria-busy="true" />}
      {query.data && (
        <div data-old={query.isPlaceholderData} className={styles.fade}>
          <p className={styles.sentence}>{summary || t("kpis.tree_empty")}</p>
          {asTable ? (
            <table className={styles.treeTable}>
              <thead>
                <tr>
                  <th scope="col">{t("board.kpi")}</th>
                  <th scope="col">{t("kpi.value")}</th>
                  <th scope="col">{t("board.change")}</th>
                </tr>
              </thead>
              <tbody>
                {ids.map((id) => {
                  const kpi = kpis.find((one) => one.id === id);
                  const row = rows.find((one) => one.kpi === id);
                  return (
                    kpi &&
                    row && (
                      <tr key={id}>
                        <th scope="row">
                          <Link to="/kpis/$kpi" params={{ kpi: id }} search={carried}>
                            {kpi.name[format.language]}
                          </Link>
                        </th>
                        <td>
                          {format.exact(row.value, row.unit)} <StateWord row={row} />
                        </td>
                        <td>{row.value === null ? row.reason?.text : <Comparison row={row} better={kpi.better} />}</td>
                      </tr>
                    )
                  );
                })}
              </tbody>
            </table>
          ) : (
            <KpiTree levels={levels} kpis={kpis} rows={rows} summary={summary} />
          )}
        </div>
      )}
    </section>
  );
}
