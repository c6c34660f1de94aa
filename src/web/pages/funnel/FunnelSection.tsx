import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { carried } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodName } from "../../app/use-period-name.ts";
import { FunnelChart } from "../../charts/funnel/FunnelChart.tsx";
import { FunnelTable } from "../../charts/funnel/FunnelTable.tsx";
import { saveFile } from "../../components/save-file.ts";
import { TableToggle, useAsTable } from "../../components/TableToggle.tsx";
import { toCsv } from "../../components/to-csv.ts";
import styles from "./funnel.module.css";
import { funnelFinding } from "./funnel-finding.ts";
import type { FunnelAnswer } from "./funnel-types.ts";

/** One or two funnels, named. */
export interface Side {
  readonly name: string;
  readonly funnel: FunnelAnswer;
}

/** The funnel as bars and as its table twin, with its finding. */
export function FunnelSection({ sides }: { readonly sides: readonly Side[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  const asTable = useAsTable();
  const [first] = sides;
  if (!first) return null;
  const { funnel } = first;
  const rowsOf = (side: Side) => Object.values(side.funnel.segments[0]?.rows ?? {});
  const counts = funnel.plan.stages.flatMap(({ count }) => (count === null ? [] : [count]));
  const empty = sides.every((side) => counts.every((id) => side.funnel.segments[0]?.rows[id]?.value == null));
  if (empty) {
    const states = counts.map((id) => funnel.segments[0]?.rows[id]?.state);
    const refused = states.find((state) => state !== undefined && state !== "no_data");
    const reasons = counts.flatMap((id) => funnel.segments[0]?.rows[id]?.reason?.text ?? []);
    return (
      <section className={styles.section} data-section="funnel">
        <h2>{refused === undefined ? t("funnel.empty") : t(`state.${refused}`)}</h2>
        {refused === undefined && <p>{t("funnel.empty_text")}</p>}
        {refused === undefined && (
          <Button renderRoot={(props) => <Link {...props} to="/sources" search={carried} />}>
            {t("explore.load")}
          </Button>
        )}
        {refused !== undefined && (
          <ul className={styles.soft}>
            {[...new Set(reasons)].map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </section>
    );
  }
  const finding = funnelFinding(funnel);
  const title = () => {
    if (finding === null) return t("funnel.question");
    if (finding === "steady") return t("funnel.steady");
    const row = funnel.segments[0]?.rows[finding.step.rate ?? ""];
    return t(`funnel.${finding.kind}`, {
      from: t(`funnel.stage.${finding.step.from}`),
      to: t(`funnel.stage.${finding.step.to}`),
      now: format.value(row?.value ?? null, "ratio"),
      before: format.value(row?.previous?.value ?? null, "ratio"),
      period: row?.previous ? periodName(row.previous.period) : "",
    });
  };
  const save = () => {
    const named = sides.flatMap((side) => rowsOf(side).map((row) => ({ ...row, by: { segment: side.name } })));
    const plain = rowsOf(first);
    const text = toCsv(sides.length > 1 ? named : plain);
    saveFile(`funnel-${funnel.question.from}-${funnel.question.to}.csv`, "text/csv;charset=utf-8", `\uFEFF${text}`);
  };
  const notes = [...new Set(sides.flatMap((side) => side.funnel.notes.map((note) => note.text)))];
  return (
    <section className={styles.section} data-section="funnel">
      <div className={styles.head}>
        <h2>{sides.length > 1 && finding !== null ? `${first.name}: ${title()}` : title()}</h2>
        <TableToggle />
        <Button variant="subtle" size="compact-sm" onClick={save}>
          {t("kpi.save_data")}
        </Button>
      </div>
      {asTable ? <FunnelTable sides={sides} /> : <FunnelChart sides={sides} />}
      {notes.length > 0 && (
        <ul className={styles.notes} aria-label={t("notes")}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
