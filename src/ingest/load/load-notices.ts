import type { Engine } from "../../engine/engine.ts";
import type { Scope } from "../ledger/scope-of.ts";
import { storedRows } from "./compiled-table.ts";
import type { Counts } from "./count-rows.ts";
import type { PlannedLoad } from "./plan-load.ts";
import { skipsExplain } from "./skips-explain.ts";

/** What a person should know about a load that went well: from the file, its preset, its surroundings, its scope. */
export async function loadNotices(
  engine: Engine,
  load: PlannedLoad,
  counts: Counts,
  assumed: readonly Scope[],
  language: "en" | "zh",
): Promise<string[]> {
  return [
    ...load.prepared.notices.map(({ text }) => text[language]),
    ...(await layoutNotices(engine, load, language)),
    ...surroundingsNotices(load, counts, language),
    ...(load.assumedCurrency !== null && counts.loaded > 0 ? [currencyNotice(load.assumedCurrency, language)] : []),
    ...assumed.map((scope) => scopeNotice(scope, language)),
  ];
}

async function layoutNotices(
  engine: Engine,
  { loadNo, tables }: PlannedLoad,
  language: "en" | "zh",
): Promise<string[]> {
  const texts: string[] = [];
  for (const table of tables) {
    const { input, stored } = table;
    const { notice } = input.table.layout;
    if (notice.length === 0) continue;
    const counts = notice.map(({ when }, index) => `countIf(${stored.condition(when, `notice.${index}.when`).value})`);
    const [row] = await engine.query<{ counts: string[] }>(
      `SELECT [${counts.join(", ")}] AS counts FROM ${storedRows(table, loadNo, "data")}`,
      {},
      { timeoutSeconds: 600 },
    );
    for (const [index, { text }] of notice.entries()) {
      const count = Number(row?.counts[index] ?? 0);
      if (count > 0) texts.push(language === "zh" ? `${count} 行：${text.zh}` : `${count} rows: ${text.en}`);
    }
  }
  return texts;
}

function surroundingsNotices({ prepared, tables }: PlannedLoad, counts: Counts, language: "en" | "zh"): string[] {
  const zh = language === "zh";
  const declared = prepared.tables.map(({ surroundings }) => surroundings.declaredRows).find((rows) => rows !== null);
  const found = counts.loaded + counts.quarantinedRows;
  return [
    ...(tables.some(({ input }) => input.table.surroundings.potentiallyIncomplete)
      ? [zh ? "导出文件注明其数据可能不完整。" : "The export says that its data may be incomplete."]
      : []),
    ...(declared === undefined || declared === null || skipsExplain(declared - found, Object.values(counts.skipped))
      ? []
      : [
          zh
            ? `导出文件注明有 ${declared} 行，实际找到 ${found} 行。`
            : `The export says it has ${declared} rows; ${found} were found.`,
        ]),
  ];
}

function currencyNotice(currency: string, language: "en" | "zh"): string {
  return language === "zh"
    ? `文件没有写明币种，金额按工作区的币种 ${currency} 计；若不是，请用 --set currency=币种 说明，或在映射中写明。`
    : `The file does not name its currency: its amounts count as ${currency}, the workspace's own. Where that is wrong, say --set currency=CODE, or say it in the mapping.`;
}

function scopeNotice({ column, values }: Scope, language: "en" | "zh"): string {
  const value = values.join(", ");
  return language === "zh"
    ? `文件中 ${column} 只有“${value}”，而此前的数据还有其他值，因此只替换“${value}”的数据。`
    : `The file holds only the ${column} "${value}" where earlier data holds others, so only that ${column} is replaced.`;
}
