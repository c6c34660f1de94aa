import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AnswerRow } from "../../../api/client.ts";
import { Cell } from "./Cell.tsx";
import styles from "./explore-table.module.css";
import { KpiTable } from "./KpiTable.tsx";
import { type Column, columnKey, columnsOf, type Line, linesOf } from "./lines-and-columns.ts";
import { nameOf, narrowedTo } from "./narrowed-to.ts";
import { numberedNotes } from "./numbered-notes.ts";
import { SplitTable } from "./SplitTable.tsx";
import { TimeTable } from "./TimeTable.tsx";
import type { Props } from "./table-props.ts";

const FIRST_ROWS = 50;

/** Every number of the question; reasons and states as numbered notes under it. */
export function ExploreTable(props: Props) {
  const { grid, segments, explore } = props;
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const split = grid.dimensions.length > 0;
  const shown = all ? segments : segments.slice(0, FIRST_ROWS);
  const lines = linesOf(grid, shown);
  const columns = columnsOf(grid, lines, {
    changes: explore.search.vs !== "off",
    shares: explore.search.share !== undefined,
  });
  const noteOf = (row: AnswerRow | undefined, { kpi }: Column) => {
    const refused = grid.refused.find((one) => one.kpi === kpi);
    if (refused) return t("explore.refused", { name: props.words.kpi(kpi), reason: refused.reason });
    return row === undefined
      ? t("explore.not_counted")
      : (row.reason?.text ?? (row.state === "ok" ? "" : t(`state.${row.state}`)));
  };
  const notes = numberedNotes(
    lines
      .filter(({ gathered }) => !gathered?.pending)
      .flatMap((line) => columns.map((column) => noteOf(line.row(column), column)))
      .filter((note) => note !== ""),
  );
  const cells = (line: Line) =>
    columns.map((column) => {
      const row = line.row(column);
      const pending = line.gathered?.pending === true;
      const note = pending ? "" : noteOf(row, column);
      const kpi = props.kpis.find(({ id }) => id === column.kpi);
      const narrowed = narrowedTo(line, explore.search.where);
      const name = nameOf(line, props.words);
      const step = column.bucket?.label ?? line.step;
      const menu = narrowed && { explore, words: props.words, narrowed, name, step };
      const total = grid.cell(column.kpi, null);
      return (
        <Cell
          key={columnKey(column)}
          {...{ row, kpi, note, total, menu, pending }}
          part={column.part}
          number={notes.numberOf.get(note)}
        />
      );
    });
  const Shape = split ? SplitTable : grid.buckets.length > 0 ? TimeTable : KpiTable;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t("explore.table")} data-section="table">
        <Shape {...props} {...{ columns, lines, cells }} segments={shown} />
      </section>
      {split && !all && segments.length > FIRST_ROWS && (
        <Button variant="subtle" size="compact-sm" mt={8} onClick={() => setAll(true)}>
          {t("explore.more_rows", { count: segments.length })}
        </Button>
      )}
      {notes.said.length > 0 && (
        <ol className={styles.footnotes}>
          {notes.said.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ol>
      )}
    </>
  );
}
