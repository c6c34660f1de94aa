import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { useWorkspace } from "../../app/workspace-context.ts";
import { saveFile } from "../save-file.ts";
import { csvText } from "../to-csv.ts";
import { aboutLines } from "./about-lines.ts";
import { copyText } from "./copy.ts";
import { type DataTable, tableText } from "./data-table.ts";
import { SaveMenu, XLSX } from "./SaveMenu.tsx";
import { useTableWords } from "./use-table-words.ts";

/** A list of records: columns by id (the head of the CSV file) and title (the head of a sheet), and what stands in them. */
export interface ListTable extends Pick<DataTable, "rows"> {
  readonly columns: readonly (DataTable["columns"][number] & { readonly id: string })[];
}

interface Props {
  /** Name of saved files, without an ending. */
  readonly file: string;
  /** What the list is; stands on the workbook's last sheet. */
  readonly title: string;
  readonly table: ListTable;
  /** What was asked and on which data. */
  readonly answer?: Pick<Answer, "question" | "notes" | "data_version"> | undefined;
}

/** The menu for taking a list of records along, as `DataActions` is for numbers: CSV, XLSX, or to the clipboard. */
export function ListActions({ file, title, table, answer }: Props) {
  const { t } = useTranslation();
  const { language, currency } = useFormat();
  const { name: workspace } = useWorkspace();
  const words = useTableWords()([]);
  return (
    <SaveMenu
      disabled={table.rows.length === 0}
      data={{
        csv: () =>
          saveFile(
            `${file}.csv`,
            "text/csv;charset=utf-8",
            `\uFEFF${csvText([table.columns.map(({ id }) => id), ...table.rows])}`,
          ),
        async xlsx() {
          const { workbook } = await import("./workbook.ts");
          const lines = aboutLines({ title, workspace, link: location.href, kpis: [], answer }, t, language, words);
          const about = { name: t("save.sheet.about"), lines };
          saveFile(`${file}.xlsx`, XLSX, await workbook([{ name: t("save.sheet.rows"), table }], about, currency));
        },
        copy_data: () => copyText(tableText(table)),
      }}
    />
  );
}
