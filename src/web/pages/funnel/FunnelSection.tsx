import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { carried } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodName } from "../../app/use-period-name.ts";
import { FunnelChart } from "../../charts/funnel/FunnelChart.tsx";
import { FunnelTable } from "../../charts/funnel/FunnelTable.tsx";
import { DataActions } from "../../components/export/DataActions.tsx";
import { TableToggle, useAsTable } from "../../components/TableToggle.tsx";
import styles from "./funnel.module.css";
import { funnelFinding } from "./funnel-finding.ts";
import type { FunnelAnswer } from "./funnel-types.ts";

/** One or two funnels, named. */
export interface Side {
  readonly name: string;
  readonly funnel: FunnelAnswer;
}

interface Props {
  readonly sides: readonly Side[];
  /** In its head, before the actions. */
  readonly children?: ReactNode;
}

/** The funnel as bars and as its table twin, with its finding. */
export function FunnelSection({ sides, children }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  const asTable = useAsTable();
  const section = useRef<HTMLElement>(null);
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
  const rows = sides.flatMap((side) =>
    rowsOf(side).map((row) => (sides.length > 1 ? { ...row, by: { segment: side.name } } : row)),
  );
  const heading = sides.length > 1 && finding !== null ? `${first.name}: ${title()}` : title();
  const notes = [...new Set(sides.flatMap((side) => side.funnel.notes.map((note) => note.text)))];
  return (
    <section ref={section} className={styles.section} data-section="funnel">
      <div className={styles.head}>
        <h2>{heading}</h2>
        {children}
        <TableToggle />
        <DataActions
          file={`funnel-${funnel.question.from}-${funnel.question.to}`}
          title={heading}
          rows={rows}
          answer={funnel}
          picture={section}
        />
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
