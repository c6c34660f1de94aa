import { useTranslation } from "react-i18next";
import { useFormat } from "../../app/use-format.ts";
import { SeenRows } from "../../uploads/SeenRows.tsx";
import type { LoadedFile, Replacement } from "../../uploads/uploads-api.ts";
import { FACT_WORDS } from "../mapping/fact-words.ts";
import { fieldWords } from "../mapping/field-words.ts";
import styles from "./sources.module.css";
import { usePresetName } from "./use-presets.ts";

const SHOWN = 20;

interface Props {
  readonly file: LoadedFile;
  /** It is loaded: what is told has happened. */
  readonly done?: boolean;
  readonly replaced?: readonly Replacement[];
}

/** What a file holds: as what it was recognised, days, rows, totals, what it replaces, its mapping and its rejects. */
export function FilePreview({ file, done = false, replaced = [] }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const presetName = usePresetName();
  const counted = useCountedRows();
  const totals = Object.entries(file.totals_checked);
  const differing = totals.filter(([, { equal }]) => !equal).map(([name]) => name);
  const { tables = [] } = file.look ?? {};
  const replaces = done ? replaced : (file.look?.replaces ?? []);
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t("sources.preset")}</dt>
        <dd>
          {presetName(file.preset)} <code>{file.connection}</code>
        </dd>
        {file.period && (
          <>
            <dt>{t("sources.period")}</dt>
            <dd>{t("sources.covers", { from: format.day(file.period.from), to: format.day(file.period.to) })}</dd>
          </>
        )}
        <dt>{t("sources.encoding")}</dt>
        <dd>
          <code>{file.encoding}</code>
        </dd>
        <dt>{t("sources.rows")}</dt>
        <dd>
          {t(done ? "sources.split_done" : "sources.split", {
            read: format.whole(file.rows_read),
            loaded: format.whole(file.rows_loaded),
            quarantined: format.whole(file.rows_quarantined),
            skipped: format.whole(file.rows_skipped),
          })}
        </dd>
        {(file.look || replaces.length > 0) && (
          <>
            <dt>{t("sources.overlap")}</dt>
            <dd data-replaces>
              {replaces.length === 0
                ? t("sources.replaces_nothing")
                : replaces.map((one) => (
                    <Replaced key={one.fact} replacement={one} rows={file.facts[one.fact] ?? 0} done={done} />
                  ))}
              {replaces.some(({ how }) => how === "replaces") && file.rows_quarantined > 0 && (
                <span className={styles.replaced} data-lacks>
                  {t("sources.replaced_lacks", { count: counted(file.rows_quarantined) as never })}
                </span>
              )}
            </dd>
          </>
        )}
        {totals.length > 0 && (
          <>
            <dt>{t("sources.totals")}</dt>
            <dd>
              {differing.length === 0
                ? t("sources.totals_equal")
                : t("sources.totals_differ", { names: differing.join(", ") })}
            </dd>
          </>
        )}
      </dl>
      <ul className={styles.notices}>
        {Object.entries(file.skipped).map(([reason, count]) => (
          <li key={reason}>{t("sources.skipped", { reason, count: format.whole(count) as never })}</li>
        ))}
        {Object.entries(file.quarantined).map(([reason, count]) => (
          <li key={reason}>{t("sources.quarantined", { reason, count: format.whole(count) as never })}</li>
        ))}
        {file.notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
      {tables.map((table) => (
        <div key={`${table.section} ${table.header.join()}`} className={styles.seen}>
          {table.rejects.length > 0 && (
            <details open data-rejects>
              <summary>{t("sources.rejects", { count: table.rejects.length })}</summary>
              <SeenRows
                header={table.header}
                rows={table.rejects.slice(0, SHOWN)}
                label={t("sources.rejects", { count: table.rejects.length })}
              />
            </details>
          )}
          <details data-mapping>
            <summary>
              {table.section ? `${table.section}: ` : ""}
              {t("sources.mapping", { count: table.mapping.length })}
            </summary>
            <Mapping table={table} />
          </details>
          <details data-first-rows>
            <summary>{t("sources.first_rows")}</summary>
            <SeenRows header={table.header} rows={table.rows.slice(0, SHOWN)} label={t("sources.first_rows")} />
          </details>
        </div>
      ))}
    </>
  );
}

/** “1 row”, “1,042 rows” */
function useCountedRows(): (count: number) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (count) => t(count === 1 ? "kpi.row_one" : "kpi.rows", { count: format.whole(count) as never });
}

interface ReplacedProps {
  readonly replacement: Replacement;
  /** Rows of the file that take the place. */
  readonly rows: number;
  readonly done: boolean;
}

/** What is loaded and gives way, by how many rows of the file, and what that does to the numbers. */
function Replaced({ replacement, rows, done }: ReplacedProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { fact, connection, how, rows: before, from, to, files } = replacement;
  const language = i18n.language === "zh" ? "zh" : "en";
  const counted = useCountedRows();
  const what = FACT_WORDS[fact as keyof typeof FACT_WORDS]?.[language].name ?? fact;
  const days =
    from && to
      ? from === to
        ? format.day(from)
        : t("sources.covers", { from: format.day(from), to: format.day(to) })
      : "";
  return (
    <span className={styles.replaced}>
      {t(`sources.${how}${done ? "_done" : ""}` as "sources.replaces", {
        days,
        connection,
        what,
        before: how === "updates" ? format.whole(before) : counted(before),
        rows: counted(rows),
        files: files.join(", "),
      })}
    </span>
  );
}

function Mapping({ table }: { readonly table: NonNullable<LoadedFile["look"]>["tables"][number] }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === "zh" ? "zh" : "en";
  const facts = [...Map.groupBy(table.mapping, ({ fact }) => fact)];
  return facts.map(([fact, columns]) => (
    <div key={fact}>
      <h4>{FACT_WORDS[fact as keyof typeof FACT_WORDS]?.[language].name ?? fact}</h4>
      <dl className={styles.mapping}>
        {columns.map(({ column, titles, expression }) => (
          <div key={column}>
            <dt>
              {column.startsWith("attributes.")
                ? column.slice("attributes.".length)
                : fieldWords(fact, column, language).name}
            </dt>
            <dd lang="">
              {titles.length > 0 ? (
                titles.join(", ")
              ) : expression.startsWith("'") ? (
                expression.slice(1, -1)
              ) : (
                <code>{expression}</code>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.soft}>
        {t("sources.unmapped", {
          names:
            table.header.filter((title) => !table.mapping.some(({ titles }) => titles.includes(title))).join(", ") ||
            "–",
        })}
      </p>
    </div>
  ));
}
