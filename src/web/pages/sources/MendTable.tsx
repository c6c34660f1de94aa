import { Button, Progress } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../../app/queries.ts";
import { useFormat } from "../../app/use-format.ts";
import { Problem } from "../../components/Problem.tsx";
import seen from "../../uploads/seen-rows.module.css";
import { isHashed, seenValue } from "../../uploads/seen-value.ts";
import { followJob, uploadsApi } from "../../uploads/uploads-api.ts";
import { type Edits, mendedRows, type QuarantineGroup, stillWrong } from "./mends.ts";
import styles from "./sources.module.css";

const SHOWN = 20;

type Checked = ReadonlyMap<number, { readonly column: string; readonly reason: string } | null>;

/** Rejected rows of a file: the wrong cell is open to be written over; other cells on request. */
export function MendTable({ group }: { readonly group: QuarantineGroup }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [edits, setEdits] = useState<Edits>({});
  const [open, setOpen] = useState<readonly number[]>([]);
  const [shown, setShown] = useState(SHOWN);
  /** Line -> what is still wrong with the row as it was checked; null: nothing. */
  const [checked, setChecked] = useState<Checked>(new Map());
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const mended = mendedRows(group, edits);
  const good = mended.filter(({ line }) => checked.get(line) === null);
  const write = (line: number, place: number, text: string) => {
    setEdits({ ...edits, [line]: { ...edits[line], [place]: text } });
    setChecked(new Map([...checked].filter(([known]) => known !== line)));
  };
  const work = async (run: () => Promise<void>) => {
    setError(null);
    setShare(0);
    try {
      await run();
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    } finally {
      setShare(null);
    }
  };
  const check = () =>
    work(async () => {
      const files = await followJob(await uploadsApi.mend(group.load, mended, true), ({ done, total }) =>
        setShare(total > 0 ? done / total : 0),
      );
      const failed = files.find((file) => file.error)?.error;
      if (failed) throw Object.assign(new Error(failed.message), { remedy: failed.remedy });
      const wrong = stillWrong(files.flatMap((file) => file.look?.tables ?? []));
      setChecked(new Map(mended.map(({ line }) => [line, wrong.get(line) ?? null])));
    });
  const load = () =>
    work(async () => {
      const files = await followJob(await uploadsApi.mend(group.load, good, false), ({ done, total }) =>
        setShare(total > 0 ? done / total : 0),
      );
      const failed = files.find((file) => file.error)?.error;
      if (failed) throw Object.assign(new Error(failed.message), { remedy: failed.remedy });
      await queries.invalidateQueries();
    });
  return (
    <section className={styles.mend} data-group={group.load}>
      <h3>
        {group.file} <span className={styles.soft}>{t("sources.rows_wait", { count: group.rows.length })}</span>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className={seen.scroll} tabIndex={0} aria-label={t("sources.rows_of", { file: group.file })}>
        <table className={seen.table}>
          <thead>
            <tr>
              <th scope="col">{t("sources.line")}</th>
              <th scope="col">{t("sources.reason")}</th>
              {group.header.map((title, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same title
                <th key={place} scope="col" lang="">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {group.rows.slice(0, shown).map((row) => {
              const state = checked.get(row.line);
              const { column, reason } = state ?? row;
              return (
                <tr key={row.line} data-line={row.line} data-checked={state === null ? "good" : state ? "wrong" : ""}>
                  <th scope="row" className="number">
                    {row.line}
                  </th>
                  <td className={styles.why}>
                    {state === null ? (
                      <span className={styles.done}>{t("sources.row_good")}</span>
                    ) : (
                      <span className={styles.problem}>{reason}</span>
                    )}
                    {!open.includes(row.line) && row.column !== "" && (
                      <button type="button" className={styles.quiet} onClick={() => setOpen([...open, row.line])}>
                        {t("sources.edit_row")}
                      </button>
                    )}
                  </td>
                  {group.header.map((title, place) => {
                    const cell = row.cells[place] ?? "";
                    const text = edits[row.line]?.[place] ?? cell;
                    const editable =
                      !isHashed(cell) &&
                      (row.column === "" || column === title || row.column === title || open.includes(row.line));
                    return (
                      // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same title
                      <td key={place} lang="">
                        {editable ? (
                          <input
                            className={styles.cell}
                            value={text}
                            size={Math.max(8, Math.min(28, text.length + 1))}
                            aria-label={t("sources.cell_of", { title, line: row.line })}
                            aria-invalid={state !== null && column === title}
                            onChange={(event) => write(row.line, place, event.target.value)}
                          />
                        ) : (
                          seenValue(cell)
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {group.rows.length > shown && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + 100)}>
          {t("sources.more_rows", { count: format.whole(group.rows.length - shown) as never })}
        </Button>
      )}
      {error && <Problem error={error} retry={() => setError(null)} />}
      <div className={styles.actions}>
        {share !== null && <Progress className={styles.bar} value={share * 100} size="sm" aria-label={group.file} />}
        <Button
          size="sm"
          variant={good.length > 0 ? "default" : "filled"}
          disabled={mended.length === 0 || share !== null}
          onClick={() => void check()}
        >
          {t("sources.check", { count: mended.length })}
        </Button>
        {good.length > 0 && (
          <Button size="sm" disabled={share !== null} onClick={() => void load()}>
            {t("sources.load_mended", { count: good.length })}
          </Button>
        )}
        <span className={styles.soft} role="status">
          {mended.length === 0 ? t("sources.mend_hint") : ""}
        </span>
      </div>
    </section>
  );
}
