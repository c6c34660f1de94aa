import { Button, Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LostServer, type QuestionBody } from "../../api/client.ts";
import { languageOf } from "../../app/language-of.ts";
import { useFormat } from "../../app/use-format.ts";
import { Problem } from "../../components/Problem.tsx";
import { columnsShown } from "./columns-shown.ts";
import styles from "./kpi.module.css";
import { kpiApi } from "./kpi-api.ts";
import type { KpiSearch } from "./kpi-search.ts";
import { recordWord } from "./record-words.ts";

const PAGE = 25;

interface Props {
  readonly question: QuestionBody;
  readonly search: KpiSearch;
}

/** The records behind the number, page by page, each with its file and line; asked for only when opened. */
export function RowsSection({ question, search }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const page = Number(search.rows ?? 0);
  const open = page > 0;
  const set = (change: Readonly<Record<string, string | undefined>>) =>
    void navigate({ to: ".", search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const table = search.table;
  const query = useQuery({
    queryKey: ["rows", question, page, table],
    queryFn: () =>
      kpiApi.rows(question, {
        limit: String(PAGE),
        ...(page > 1 && { offset: String((page - 1) * PAGE) }),
      }),
    enabled: open,
    placeholderData: keepPreviousData,
  });
  const parts = query.data?.parts ?? [];
  const part = parts.find((one) => one.table === table) ?? parts.find((one) => one.rows.length > 0) ?? parts[0];
  const failed = query.error && !(query.error instanceof LostServer);
  return (
    <section className={styles.section} data-section="rows">
      <div className={styles.head}>
        <h2>{t("kpi.records")}</h2>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={open}
          onClick={() => set({ rows: open ? undefined : "1", table: undefined })}
        >
          {t(open ? "kpi.records_close" : "kpi.records_open")}
        </Button>
      </div>
      <p className={styles.soft}>{t("kpi.records_intro")}</p>
      {failed && <Problem error={query.error} retry={() => void query.refetch()} />}
      {open && !query.data && !failed && <Skeleton height={280} aria-busy="true" />}
      {open && query.data && (
        <>
          {parts.length > 1 && (
            <fieldset className={styles.tabs}>
              <legend className="visually-hidden">{t("kpi.records_table")}</legend>
              {parts.map((one) => (
                <button
                  key={one.table}
                  type="button"
                  aria-pressed={one === part}
                  onClick={() => set({ rows: "1", table: one.table })}
                >
                  <code>{one.table}</code>
                </button>
              ))}
            </fieldset>
          )}
          {part && part.rows.length > 0 ? (
            <RowsTable table={part.table} rows={part.rows} />
          ) : (
            <p className={styles.soft}>{t("kpi.records_none")}</p>
          )}
          {part && (page > 1 || part.more) && (
            <div className={styles.pager}>
              <Button
                variant="default"
                size="compact-sm"
                disabled={page === 1}
                onClick={() => set({ rows: String(page - 1), table })}
              >
                {t("kpi.page_before")}
              </Button>
              <span role="status">
                {t("kpi.page", { from: (page - 1) * PAGE + 1, to: (page - 1) * PAGE + part.rows.length })}
              </span>
              <Button
                variant="default"
                size="compact-sm"
                disabled={!part.more}
                onClick={() => set({ rows: String(page + 1), table })}
              >
                {t("kpi.page_after")}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

interface RowsProps {
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

function RowsTable({ table, rows }: RowsProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const columns = columnsShown(rows);
  const title = (column: string) => {
    const name = recordWord(table, column, language);
    return name === column ? <code>{column}</code> : <span title={column}>{name}</span>;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.wide} tabIndex={0} aria-label={t("kpi.records")}>
      <table className={styles.records}>
        <thead>
          <tr>
            <th scope="col">{t("kpi.record_file")}</th>
            <th scope="col">{t("kpi.record_counts")}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {title(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={`${row.file}:${row.line}:${String(row.external_id ?? row.person_key)}:${String(row.stage ?? "")}:${String(row.date)}`}
            >
              <th scope="row">
                <code>
                  {String(row.file)}:{String(row.line)}
                </code>
              </th>
              <td>
                <code>{Array.isArray(row.counts_for) ? row.counts_for.join(", ") : ""}</code>
              </td>
              {columns.map((column) => (
                <td key={column} {...languageOf(cellText(row[column]))}>
                  {cellText(row[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "object")
    return Object.entries(value)
      .map(([name, text]) => `${name}: ${String(text)}`)
      .join("; ");
  return String(value);
}
