import { findDays } from "./find-days.ts";
import type { Surroundings } from "./prepared.ts";
import { type Period, readPeriod } from "./read-period.ts";
import { readTimezone } from "./read-timezone.ts";
import { saysWhenMade } from "./says-when-made.ts";

type Grain = NonNullable<Surroundings["grain"]>;

const GRAINS: readonly (readonly [RegExp, Grain])[] = [
  [/(?:report aggregation\s*[:：]\s*hourly|时间单位[:：]\s*(?:分时|分小时|小时))/i, "hour"],
  [/(?:report aggregation\s*[:：]\s*daily|时间单位[:：]\s*(?:分日|日))/i, "day"],
  [/(?:report aggregation\s*[:：]\s*weekly|时间单位[:：]\s*(?:分周|周))/i, "week"],
  [/(?:report aggregation\s*[:：]\s*monthly|时间单位[:：]\s*(?:分月|月))/i, "month"],
  [/(?:report aggregation\s*[:：]\s*summary|时间单位[:：]\s*(?:合计|汇总|总计))/i, "summary"],
];

export interface SurroundingsReading extends Surroundings {
  /** The period under the other order of `9/1/2026`, where that is open. */
  readonly otherPeriod: Period | null;
}

/** What the lines above the header and below the data say about the table. */
export function readSurroundings(
  preamble: readonly string[],
  footer: readonly string[],
  header: readonly string[],
  order: "dmy" | "mdy" | null,
): SurroundingsReading {
  const { period, other } = readPeriod(preamble, order);
  const declared = firstNumber(
    [...preamble, ...footer],
    [/^Rows\s*:\s*([\d,]+)\s*$/i, /^Grand Totals? \(([\d,.]+) records?\)$/i, /^总(?:行数|条数)\s*[:：]\s*([\d,]+)$/],
  );
  return {
    preamble,
    footer,
    title: titleOf(preamble),
    period,
    otherPeriod: other,
    timezone: readTimezone([...preamble, ...header]),
    declaredRows: declared,
    potentiallyIncomplete: preamble.some((line) => /^potential(?:ly)? incomplete data\s*:\s*true/i.test(line.trim())),
    grain: GRAINS.find(([known]) => preamble.some((line) => known.test(line)))?.[1] ?? null,
  };
}

function firstNumber(lines: readonly string[], forms: readonly RegExp[]): number | null {
  for (const line of lines)
    for (const form of forms) {
      const found = form.exec(line.trim());
      if (found?.[1] !== undefined) return Number(found[1].replace(/[,.]/g, ""));
    }
  return null;
}

/** First line that names the report: not a rule of dashes, not a date. */
function titleOf(preamble: readonly string[]): string | null {
  for (const raw of preamble) {
    const comment = raw.startsWith("#");
    const line = raw.replace(/^#\s*/, "").trim();
    if (line === "" || /^[-=_*]+$/.test(line)) continue;
    const named = /^report name\s*[:：]\s*(.+)$/i.exec(line);
    if (named?.[1]) return named[1].trim();
    const labelled = !comment && /^[^:：]{1,40}[:：]/.test(line);
    const dated = saysWhenMade(line) ? findDays(line, null).length > 0 : readPeriod([line], null).period !== null;
    return labelled || dated ? null : line;
  }
  return null;
}
