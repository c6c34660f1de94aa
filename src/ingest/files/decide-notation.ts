import { decideDates, noDates, weighDate } from "./decide-dates.ts";
import { decideNumbers, noEvidence, weighNumber } from "./decide-numbers.ts";
import { fieldUses } from "./field-uses.ts";
import { fileErrors } from "./file-errors.ts";
import type { TableSpan } from "./lay-out-tables.ts";
import type { FileNotice, PreparedTable } from "./prepared.ts";
import type { Period } from "./read-period.ts";
import type { Structure } from "./read-structure.ts";
import { readSurroundings, type SurroundingsReading } from "./read-surroundings.ts";

/** How the whole file writes numbers and dates. */
export interface Notation {
  readonly decimal: PreparedTable["decimal"];
  readonly dateOrder: PreparedTable["dateOrder"];
  readonly notices: readonly FileNotice[];
}

/**
 * Decides number and date notation once per file, from cells that can be read one way only; never cell by cell. What
 * stays open is asked for (`--set numbers=…`, `--set dates=…`), not guessed.
 */
export function decideNotation(
  file: string,
  structure: Structure,
  settings: Readonly<Record<string, string>>,
): Notation {
  const numbers = noEvidence();
  const dates = noDates();
  const known = structure.tables.filter((table) => table.match !== null);
  for (const table of known) weighTable(table, structure, numbers, dates);
  const place = { file, line: known[0]?.headerLine ?? 1 };

  const wantedNumbers = oneOf("numbers", settings.numbers, ["point", "comma"] as const);
  const layoutNumbers = known
    .map((table) => table.match?.candidate.layout.numbers)
    .find((each) => each !== undefined && each !== "auto");
  const hint = layoutNumbers ?? numberHint(structure.delimiter, dates.dmys > 0 && (dates.dmy ?? "").includes("."));
  const decidedNumbers = wantedNumbers ?? decideNumbers(numbers, hint);
  if (decidedNumbers === "mixed") throw fileErrors.mixedNumbers(numbers.point ?? "", numbers.comma ?? "", place);
  if (decidedNumbers === null) throw fileErrors.ambiguousNumbers(numbers.open, place);

  const wantedDates = oneOf("dates", settings.dates, ["dmy", "mdy", "ymd", "iso"] as const);
  const layoutDates = known
    .map((table) => table.match?.candidate.layout.dates)
    .find((each) => each !== undefined && each !== "auto");
  const surroundings = readSurroundings(structure.preamble, structure.footer, [], null);
  const decidedDates =
    wantedDates ??
    decideDates(dates, {
      layout: layoutDates ?? "auto",
      periods: periodsOf(surroundings),
      decimal: numbers.commas > 0 ? "comma" : null,
    });
  if (decidedDates === "mixed") throw fileErrors.mixedDates(dates.dmy ?? "", dates.mdy ?? "", place);
  if (decidedDates === null)
    throw fileErrors.ambiguousDates([...new Set(dates.open.map(({ text }) => text))].slice(0, 3), place);

  return {
    decimal: decidedNumbers,
    dateOrder: decidedDates,
    notices: [...sampled(structure), ...inShort(numbers.short)],
  };
}

function weighTable(
  table: TableSpan,
  structure: Structure,
  numbers: ReturnType<typeof noEvidence>,
  dates: ReturnType<typeof noDates>,
): void {
  const { match } = table;
  if (!match) return;
  const uses = fieldUses(match.candidate.layout);
  const columns = match.fields.flatMap((field, position) => {
    const use = field === null ? undefined : uses.get(field);
    return use ? [{ position, use }] : [];
  });
  for (const { number, cells } of structure.samples) {
    if (number < table.from || number > table.to) continue;
    for (const { position, use } of columns) {
      const cell = cells[position];
      if (cell === undefined || cell === "") continue;
      if (use === "date") weighDate(cell, dates);
      else weighNumber(cell, use === "integer", numbers);
    }
  }
}

/** Where the comma separates cells it is not the decimal sign; where the semicolon does, the comma is. */
function numberHint(delimiter: string, dottedDates: boolean): "point" | "comma" | null {
  if (dottedDates || delimiter === ";") return "comma";
  return delimiter === "," ? "point" : null;
}

function periodsOf({ period, otherPeriod }: SurroundingsReading): Period[] {
  return otherPeriod === null && period !== null ? [period] : [];
}

function oneOf<Value extends string>(key: string, given: string | undefined, allowed: readonly Value[]): Value | null {
  if (given === undefined) return null;
  const found = allowed.find((value) => value === given.trim().toLowerCase());
  if (!found) throw fileErrors.badSetting(key, given, allowed);
  return found;
}

function sampled({ sampledAll, samples }: Structure): FileNotice[] {
  if (sampledAll) return [];
  const count = samples.length;
  return [
    {
      code: "file.sampled",
      text: {
        en: `Number and date notation were decided from ${count} rows: the beginning, the end and rows between. Cells written otherwise are quarantined.`,
        zh: `数字与日期格式依据 ${count} 行样本（开头、结尾及中间各处）判定；写法不同的单元格会进入隔离区。`,
      },
    },
  ];
}

/** What a dashboard writes in short it has rounded. */
function inShort(example: string | null): FileNotice[] {
  if (example === null) return [];
  return [
    {
      code: "file.numbers_in_short",
      text: {
        en: `Figures such as ${example} are written in short: they are read exactly as written, and their source has rounded them.`,
        zh: `“${example}”一类的数字是简写：按所写的值精确读取，但来源系统已作舍入。`,
      },
    },
  ];
}
