import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { call, type KpiInfo, LostServer } from "../../api/client.ts";
import { carried } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import { Problem } from "../../components/Problem.tsx";
import { findMeasures, type MeasureInfo } from "./find-measures.ts";
import styles from "./kpis.module.css";

interface Props {
  readonly kpis: readonly KpiInfo[];
  readonly q: string;
}

/** What formulas are made of: each measure with its meaning, its tables, and the KPIs that use it. */
export function MeasuresView({ kpis, q }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const query = useQuery({
    queryKey: ["measures"],
    queryFn: () => call<{ readonly measures: readonly MeasureInfo[] }>("/api/measures"),
  });
  const all = query.data?.measures ?? [];
  const found = findMeasures(all, q);
  const nameOf = (id: string) => kpis.find((kpi) => kpi.id === id)?.name[language] ?? id;
  if (query.error && !(query.error instanceof LostServer))
    return <Problem error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={480} radius={12} aria-busy="true" />;
  return (
    <section data-section="measures">
      <p className={styles.sentence} role="status">
        {t("kpis.measures_intro")} {t("kpis.found", { count: found.length, all: all.length })}
      </p>
      {found.length === 0 && <p>{t("kpis.no_measure")}</p>}
      <ul className={styles.measures}>
        {found.map((measure) => (
          <li key={measure.id} data-measure={measure.id}>
            <div>
              <b>{measure.label[language]}</b>
              <p className={styles.facts}>
                <code>{measure.id}</code>
                <span>{t(`kpis.unit.${measure.unit}`)}</span>
                <span>
                  {t("kpis.from")} <code>{measure.tables.join(", ")}</code>
                </span>
              </p>
            </div>
            <p className={styles.users}>
              {measure.kpis.length === 0
                ? t("kpis.unused")
                : measure.kpis.map((id) => (
                    <Link key={id} to="/kpis/$kpi" params={{ kpi: id }} search={carried}>
                      {nameOf(id)}
                    </Link>
                  ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
