import { type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer, AnswerRow } from "../../api/client.ts";
import { catalogueQuestion } from "../../app/catalogue-question.ts";
import { queries } from "../../app/queries.ts";
import { useFormat } from "../../app/use-format.ts";
import { useWorkspace } from "../../app/workspace-context.ts";
import { saveFile } from "../save-file.ts";
import { toCsv } from "../to-csv.ts";
import { aboutLines } from "./about-lines.ts";
import { copyPicture, copyText } from "./copy.ts";
import { answerTable, tableText } from "./data-table.ts";
import { isDrawn, pictureOf, pngOf } from "./picture.ts";
import { SaveMenu, XLSX } from "./SaveMenu.tsx";
import { useTableWords } from "./use-table-words.ts";

interface Props {
  /** Name of saved files, without an ending: `leads-2026-Q3`. */
  readonly file: string;
  /** Stands over the picture and on the workbook's last sheet: the finding or the question. */
  readonly title: string;
  /** What is shown; empty while it is not there yet. */
  readonly rows: readonly AnswerRow[];
  /** The answer's own totals; a sheet of their own in the workbook. */
  readonly totals?: readonly AnswerRow[];
  /** What was asked and on which data: the workbook's last sheet tells it. */
  readonly answer?: Pick<Answer, "question" | "notes" | "data_version"> | undefined;
  /**
   * The element around the drawing. Every SVG within `[data-chart]` and every box of HTML marked `data-drawn` becomes part of
   * one picture, texts marked `data-caption` too; without it, or where nothing is drawn (a table twin), there are no picture items.
   */
  readonly picture?: RefObject<HTMLElement | null>;
}

/**
 * The one menu for taking numbers along, on every chart and table: data as CSV or XLSX, picture as PNG or SVG, either to the
 * clipboard. `<DataActions file="leads-2026" title={…} rows={answer.rows} totals={answer.total} answer={answer} picture={section} />`
 */
export function DataActions({ file, title, rows, totals = [], answer, picture }: Props) {
  const { t } = useTranslation();
  const { language, currency, day } = useFormat();
  const { name: workspace, covered } = useWorkspace();
  const wordsFor = useTableWords();
  const [drawn, setDrawn] = useState(false);
  const kpis = () => queries.ensureQueryData(catalogueQuestion);
  const source = covered.to
    ? t("save.source", { workspace, day: day(covered.to) })
    : t("save.source_undated", { workspace });
  const drawing = () => {
    const made = picture?.current ? pictureOf(picture.current, title, source) : null;
    if (!made) throw new Error("nothing is drawn");
    return made;
  };
  const items = {
    csv: () => saveFile(`${file}.csv`, "text/csv;charset=utf-8", `\uFEFF${toCsv(rows)}`),
    async xlsx() {
      const [known, { workbook }] = await Promise.all([kpis(), import("./workbook.ts")]);
      const words = wordsFor(known);
      const used = known.filter((kpi) => rows.some((row) => row.kpi === kpi.id));
      const tables = [
        { name: t("save.sheet.rows"), table: answerTable(rows, words) },
        ...(totals.length > 0 ? [{ name: t("save.sheet.totals"), table: answerTable(totals, words) }] : []),
      ];
      const lines = aboutLines({ title, workspace, link: location.href, kpis: used, answer }, t, language, words);
      saveFile(`${file}.xlsx`, XLSX, await workbook(tables, { name: t("save.sheet.about"), lines }, currency));
    },
    async copy_data() {
      await copyText(tableText(answerTable([...rows, ...totals], wordsFor(await kpis()))));
    },
  };
  const pictures = {
    async png() {
      saveFile(`${file}.png`, "image/png", await pngOf(drawing()));
    },
    svg: () => saveFile(`${file}.svg`, "image/svg+xml", drawing().svg),
    async copy_picture() {
      await copyPicture(pngOf(drawing()));
    },
  };
  return (
    <SaveMenu
      disabled={rows.length === 0}
      onOpen={() => setDrawn(isDrawn(picture?.current))}
      data={items}
      picture={drawn ? pictures : undefined}
    />
  );
}
