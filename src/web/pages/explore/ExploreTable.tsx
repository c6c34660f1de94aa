import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AnswerRow, KpiInfo } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodName } from "../../app/use-period-name.ts";
import { verdict } from "../../components/verdict.ts";
import styles from "./explore.module.css";
import { filtersOf, filtersText } from "./explore-search.ts";
import type { Grid, Segment } from "./grid.ts";
import type { Explore, Words } from "./use-explore.ts";

const FIRST_ROWS = 50;

interface Props {
  readonly grid: Grid;
  readonly segments: readonly Segment[];
  readonly explore: Explore;
  readonly kpis: readonly KpiInfo[];
  readonly words: Words;
}

/** What stands in a column: a KPI's value over the whole period or in one step of it, its change, its interval. */
interface Column {
  readonly kpi: string;
  readonly part: "value" | "change" | "interval";
  /** Undefined: the whole period, or the row's own. */
  readonly bucket?: AnswerRow["period"];
}

const columnKey = ({ kpi, part, bucket }: Column) => `${kpi} ${part} ${bucket?.label ?? ""}`;

/** One line: a segment, a period, a KPI, or the whole. */
interface Line {
  readonly key: string;
  readonly whole?: boolean;
  readonly row: (column: Column) => AnswerRow | undefined;
}

/** Every number of the question; reasons and states as numbered notes under it. */
export function ExploreTable(props: Props) {
  const { grid, segments, explore } = props;
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const split = grid.dimensions.length > 0;
  const shown = all ? segments : segments.slice(0, FIRST_ROWS);
  const lines = linesOf(grid, shown);
  const columns = columnsOf(grid, lines, explore.search.vs !== "off");
  const noteOf = (row: AnswerRow | undefined, { kpi }: Column) => {
    const refused = grid.refused.find((one) => one.kpi === kpi);
    if (refused) return t("explore.refused", { name: props.words.kpi(kpi), reason: refused.reason });
    return row === undefined
      ? t("explore.not_counted")
      : (row.reason?.text ?? (row.state === "ok" ? "" : t(`state.${row.state}`)));
  };
  const notes = new Map(
    [...new Set(lines.flatMap((line) => columns.map((column) => noteOf(line.row(column), column))))]
      .filter((note) => note !== "")
      .map((note, i) => [note, i + 1]),
  );
  const cells = (line: Line) =>
    columns.map((column) => {
      const row = line.row(column);
      const note = noteOf(row, column);
      const kpi = props.kpis.find(({ id }) => id === column.kpi);
      return <Cell key={columnKey(column)} {...{ row, kpi, note }} part={column.part} number={notes.get(note)} />;
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
      {notes.size > 0 && (
        <ol className={styles.footnotes}>
          {[...notes.keys()].map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ol>
      )}
    </>
  );
}

function linesOf(grid: Grid, segments: readonly Segment[]): readonly Line[] {
  const whole: Line = { key: "", whole: true, row: ({ kpi, bucket }) => grid.cell(kpi, null, bucket?.label) };
  if (grid.dimensions.length > 0) {
    return [
      whole,
      ...segments.map(({ key }): Line => ({ key, row: ({ kpi, bucket }) => grid.cell(kpi, key, bucket?.label) })),
    ];
  }
  if (grid.buckets.length > 0) {
    return [
      whole,
      ...grid.buckets.map(({ label }): Line => ({ key: label, row: ({ kpi }) => grid.cell(kpi, null, label) })),
    ];
  }
  return grid.kpis.map((key): Line => ({ key, row: () => grid.cell(key, null) }));
}

/** Change and interval have columns of their own where a line has them. */
function columnsOf(grid: Grid, lines: readonly Line[], compared: boolean): readonly Column[] {
  const withParts = (kpi: string): readonly Column[] => {
    const rows = lines.flatMap((line) => line.row({ kpi, part: "value" }) ?? []);
    return [
      { kpi, part: "value" },
      ...(compared && rows.some((row) => row.previous?.change != null) ? [{ kpi, part: "change" } as const] : []),
      ...(rows.some((row) => row.interval) ? [{ kpi, part: "interval" } as const] : []),
    ];
  };
  if (grid.dimensions.length === 0 && grid.buckets.length === 0) return withParts(grid.kpis[0] ?? "");
  const steps = grid.dimensions.length > 0 ? grid.buckets : [];
  return grid.kpis.flatMap((kpi) => [
    ...withParts(kpi),
    ...steps.map((bucket): Column => ({ kpi, part: "value", bucket })),
  ]);
}

interface TableProps extends Props {
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
  readonly cells: (line: Line) => ReactNode;
}

function Head({ column, children }: { readonly column: Column; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <th scope="col" className={column.part === "value" ? styles.number : styles.beside}>
      {column.part === "value" ? children : t(`explore.${column.part}_head`)}
    </th>
  );
}

/** No dimension, no time: a line a KPI. */
function KpiTable({ columns, lines, cells, words }: TableProps) {
  const { t } = useTranslation();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("explore.kpi")}</th>
          {columns.map((column) => (
            <Head key={columnKey(column)} column={column}>
              {t("explore.value")}
            </Head>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">{words.kpi(line.key)}</th>
            {cells(line)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** No dimension: a line a period, the whole first. */
function TimeTable({ grid, columns, lines, cells, words }: TableProps) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const names = new Map(grid.buckets.map((bucket) => [bucket.label, periodName(bucket)]));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("explore.period")}</th>
          {columns.map((column) => (
            <Head key={columnKey(column)} column={column}>
              {words.kpi(column.kpi)}
            </Head>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key} className={line.whole ? styles.whole : ""}>
            <th scope="row">{line.whole ? t("explore.whole_period") : names.get(line.key)}</th>
            {cells(line)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A line a segment, the whole first; steps of time beside each other. */
function SplitTable({ grid, segments, columns, lines, cells, explore, words }: TableProps) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const { search, change } = explore;
  const timed = grid.buckets.length > 0;
  const sorted = search.sort?.replace(/^-/, "") ?? columns[0]?.kpi;
  const order = search.sort?.startsWith("-") ? "ascending" : "descending";
  const sortBy = (id: string) => change({ sort: sorted === id && order === "descending" ? `-${id}` : id });
  const header = (id: string, name: string, numeric: boolean, span?: number) => (
    <th
      key={id}
      scope={span && span > 1 ? "colgroup" : "col"}
      colSpan={span}
      className={numeric && !(span && span > 1) ? styles.number : ""}
      {...(sorted === id && {
        "aria-sort": id === "name" ? (order === "descending" ? "ascending" : "descending") : order,
      })}
    >
      <button type="button" className={styles.sort} title={t("explore.sort_by", { name })} onClick={() => sortBy(id)}>
        {name}
        <span aria-hidden="true" className={styles.arrow}>
          {sorted === id ? (order === "descending" ? " ↓" : " ↑") : ""}
        </span>
      </button>
    </th>
  );
  const bySegment = new Map(segments.map(({ key, by }) => [key, by]));
  const narrow = (dimension: string, value: string) =>
    change({ where: filtersText({ ...filtersOf(search.where), [dimension]: [value] }) });
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {grid.dimensions.map((dimension, i) =>
            i === 0 ? (
              header("name", words.dimension(dimension), false)
            ) : (
              <th key={dimension} scope="col">
                {words.dimension(dimension)}
              </th>
            ),
          )}
          {timed
            ? grid.kpis.map((kpi) =>
                header(kpi, words.kpi(kpi), true, columns.filter((column) => column.kpi === kpi).length),
              )
            : columns.map((column) =>
                column.part === "value" ? (
                  header(column.kpi, words.kpi(column.kpi), true)
                ) : (
                  <Head key={columnKey(column)} column={column}>
                    {null}
                  </Head>
                ),
              )}
        </tr>
        {timed && (
          <tr>
            <td colSpan={grid.dimensions.length} />
            {columns.map((column) => (
              <Head key={columnKey(column)} column={column}>
                {column.bucket ? periodName(column.bucket) : t("explore.whole_period")}
              </Head>
            ))}
          </tr>
        )}
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key} className={line.whole ? styles.whole : ""}>
            {line.whole ? (
              <th scope="row" colSpan={grid.dimensions.length}>
                {t("explore.whole")}
              </th>
            ) : (
              grid.dimensions.map((dimension, i) => {
                const given = { dimension, by: bySegment.get(line.key) ?? {}, words, narrow };
                return i === 0 ? (
                  <th key={dimension} scope="row">
                    <Value {...given} />
                  </th>
                ) : (
                  <td key={dimension} className={styles.text}>
                    <Value {...given} />
                  </td>
                );
              })
            )}
            {cells(line)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ValueProps {
  readonly dimension: string;
  readonly by: Segment["by"];
  readonly words: Words;
  readonly narrow: (dimension: string, value: string) => void;
}

/** A dimension's value; a click narrows the question to it. */
function Value({ dimension, by, words, narrow }: ValueProps) {
  const { t } = useTranslation();
  const value = by[dimension] ?? "";
  const name = words.value(dimension, value);
  return (
    <button
      type="button"
      className={styles.narrow}
      title={t("explore.narrow", { name })}
      onClick={() => narrow(dimension, value)}
    >
      {name}
    </button>
  );
}

interface CellProps {
  readonly row: AnswerRow | undefined;
  readonly kpi: KpiInfo | undefined;
  readonly part: Column["part"];
  /** Why it is not there, or not to be judged, and the number of that note. */
  readonly note: string;
  readonly number: number | undefined;
}

function Cell({ row, kpi, part, note, number }: CellProps) {
  const format = useFormat();
  if (part === "change") {
    return <td className={styles.beside}>{row && kpi && <Change row={row} better={kpi.better} />}</td>;
  }
  if (part === "interval") {
    const ends = row?.interval && row.value !== null ? format.interval(row.interval, row.unit) : null;
    return <td className={styles.beside}>{ends && `${ends.from}–${ends.to}`}</td>;
  }
  return (
    <td
      className={styles.number}
      data-state={row?.state}
      data-value={row?.value}
      title={row ? format.exact(row.value, row.unit) : ""}
    >
      {format.value(row?.value ?? null, row?.unit ?? "count")}
      {note && (
        <sup className={styles.mark}>
          <span className="visually-hidden"> {note} </span>
          <span aria-hidden="true">
            {row?.value == null ? "" : "◆"}
            {number}
          </span>
        </sup>
      )}
    </td>
  );
}

const percent = (share: number, language: string) =>
  new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en-US", {
    style: "percent",
    maximumFractionDigits: share < 0.1 ? 1 : 0,
  }).format(share);

function Change({ row, better }: { readonly row: AnswerRow; readonly better: KpiInfo["better"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  const { previous } = row;
  if (!previous || previous.change === null || row.value === null) return null;
  const period = periodName(previous.period);
  const kind = verdict(row, better);
  const flat = Math.abs(previous.change) < 0.0005;
  return (
    <span
      className={kind === "better" || kind === "worse" ? styles[kind] : ""}
      title={t("card.before", { period, value: format.value(previous.value, row.unit) })}
    >
      <span aria-hidden="true">{flat ? "=" : previous.change > 0 ? "▲" : "▼"} </span>
      <span aria-hidden="true">{flat ? "" : percent(Math.abs(previous.change), format.language)}</span>
      <span className="visually-hidden">
        {flat
          ? t("card.unchanged", { period })
          : t("card.compared", { change: format.change(previous.change), period })}
        {kind ? `, ${t(`card.${kind}`)}` : ""}
      </span>
    </span>
  );
}
