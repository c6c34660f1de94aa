import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { AnswerRow } from "../../api/client.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { BarPanels } from "../../charts/bar/BarPanels.tsx";
import { Bars } from "../../charts/bars/Bars.tsx";
import { CohortTriangle } from "../../charts/cohort/CohortTriangle.tsx";
import { FunnelChart } from "../../charts/funnel/FunnelChart.tsx";
import { FunnelTable } from "../../charts/funnel/FunnelTable.tsx";
import { HeatMap } from "../../charts/heat/HeatMap.tsx";
import { Lines } from "../../charts/lines/Lines.tsx";
import { Scatter } from "../../charts/scatter/Scatter.tsx";
import { Sparkline } from "../../charts/sparkline/Sparkline.tsx";
import { FormulaTree } from "../../charts/tree/FormulaTree.tsx";
import { KpiTree } from "../../charts/tree/KpiTree.tsx";
import { TrendChart } from "../../charts/trend/TrendChart.tsx";
import styles from "./gallery.module.css";
import { Section, Specimen } from "./Section.tsx";
import {
  byChannel,
  CHANNELS,
  channelYears,
  cohorts,
  formula,
  funnel,
  heatCell,
  KPI,
  points,
  sums,
  treeKpis,
  treeRows,
  whole,
  year,
} from "./samples.ts";

const FLAGS = [
  { index: 3, text: "1", isBreak: true },
  { index: 8, text: "2", isBreak: false },
];
const LEVELS = [
  { count: "mqls", rate: "lead_to_mql_rate" },
  { count: "leads", rate: "traffic_to_lead_rate", cost: "cpl" },
  { count: "sessions" },
];
const [PLAIN, GAP, SO_FAR] = [year("plain"), year("gap"), year("so_far")];

/** All charts, on the same figures. */
export function Charts() {
  const { t } = useTranslation();
  const format = useFormat();
  const valueName = useDimensionValue();
  const { language } = format;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the formats follow the language
  const given = useMemo(() => {
    const names = CHANNELS.map((channel) => valueName("channel", channel));
    const value = (one: number | null) => format.value(one, "count");
    return {
      names,
      trend: {
        month: (label: string) => format.month(label),
        value,
        previous: t("kpi.year_earlier"),
        current: KPI.name[language],
      },
      lines: {
        labels: PLAIN.map(({ period }) => format.month(period.label)),
        value,
        total: t("kpi.all_channels"),
        others: t("gallery.tokens.cat-other"),
      },
      series: CHANNELS.map((_, i) => ({ name: names[i] ?? "", slot: i, rows: channelYears[i] ?? [] })),
      panels: [{ title: KPI.name[language], rows: byChannel, value, scale: "count" }],
      bars: {
        names: [...names, valueName("channel", "Partner")],
        empty: (row: AnswerRow | undefined) => t(`state.${row?.state ?? "no_data"}`),
        previous: () => "",
      },
      points: points.map((point, i) => ({ ...point, name: names[i] ?? "" })),
      x: { name: "CPL", value: (one: number | null) => format.value(one, "money"), total: 148.68 },
      y: { name: "SQL", value: (one: number | null) => format.value(one, "ratio"), total: 0.15 },
      heat: {
        rows: names,
        columns: PLAIN.slice(0, 6).map(({ period }) => format.month(period.label)),
        cell: heatCell,
        value: (one: number | null) => format.value(one, "ratio"),
      },
    };
  }, [language]);
  const told = (name: string) => `${name}: ${KPI.name[language]}`;
  return (
    <>
      <Section id="trend">
        <div className={styles.wide}>
          <Specimen name={t("gallery.trend_band")}>
            <TrendChart rows={PLAIN} texts={given.trend} flags={FLAGS} summary={told(t("gallery.trend_band"))} />
          </Specimen>
          <Specimen name={t("gallery.trend_gap")}>
            <TrendChart rows={GAP} texts={given.trend} summary={told(t("gallery.trend_gap"))} />
          </Specimen>
          <Specimen name={t("gallery.trend_so_far")}>
            <TrendChart rows={SO_FAR} texts={given.trend} summary={told(t("gallery.trend_so_far"))} />
          </Specimen>
          <Specimen name={t("gallery.spark")}>
            {[PLAIN, GAP, SO_FAR].map((rows, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: three fixed pictures
              <div key={i} className={styles.spark}>
                <Sparkline rows={rows} label={told(t("gallery.spark"))} />
              </div>
            ))}
          </Specimen>
        </div>
      </Section>
      <Section id="bars">
        <Specimen>
          <Bars
            rows={byChannel}
            total={whole}
            dimension="channel"
            title={t("kpi.channel")}
            totalTitle={t("kpi.all_channels")}
          />
        </Specimen>
        <Specimen name={t("gallery.bar")}>
          <BarPanels panels={given.panels} texts={given.bars} summary={told(t("gallery.bar"))} />
        </Specimen>
      </Section>
      <Section id="lines">
        <Specimen>
          <Lines series={given.series} texts={given.lines} summary={told(t("gallery.lines"))} />
        </Specimen>
        <Specimen name={t("gallery.area")}>
          <Lines series={given.series} stackedTo={sums} texts={given.lines} summary={told(t("gallery.area"))} />
        </Specimen>
      </Section>
      <Section id="scatter">
        <Specimen>
          <Scatter
            points={given.points}
            x={given.x}
            y={given.y}
            whole={t("kpi.all_channels")}
            summary={told(t("gallery.scatter"))}
          />
        </Specimen>
      </Section>
      <Section id="heat">
        <Specimen>
          <HeatMap data={given.heat} summary={told(t("gallery.heat"))} />
        </Specimen>
      </Section>
      <Section id="funnel">
        <Specimen>
          <FunnelChart sides={[{ name: t("kpi.all_channels"), funnel }]} />
        </Specimen>
        <Specimen name={t("gallery.funnel_table")}>
          <FunnelTable sides={[{ name: t("kpi.all_channels"), funnel }]} />
        </Specimen>
      </Section>
      <Section id="cohort">
        <Specimen>
          <CohortTriangle cohorts={cohorts} />
        </Specimen>
      </Section>
      <Section id="formula">
        <Specimen>
          <FormulaTree part={formula} />
        </Specimen>
      </Section>
      <Section id="tree">
        <Specimen>
          <KpiTree levels={LEVELS} kpis={treeKpis} rows={treeRows} summary={told(t("gallery.tree"))} />
        </Specimen>
      </Section>
    </>
  );
}
