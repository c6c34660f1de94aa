import type { Period } from "./read-period.ts";

export interface DateEvidence {
  dmy: string | null;
  mdy: string | null;
  dmys: number;
  mdys: number;
  /** `YYYY-MM-DD`, `YYYYMMDD`, `2026年9月1日`. */
  yearFirst: number;
  /** Cells with slashes or dashes whose order is open, as [first, second, year]. */
  open: { readonly text: string; readonly parts: readonly [number, number, number] }[];
  /** `2:30 PM` beside slashed dates. */
  halfDay: boolean;
}

const SLASHED = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)$/;
const KEEP_OPEN = 400;

export function noDates(): DateEvidence {
  return { dmy: null, mdy: null, dmys: 0, mdys: 0, yearFirst: 0, open: [], halfDay: false };
}

export function weighDate(cell: string, into: DateEvidence): void {
  const text = cell.normalize("NFKC").trim();
  if (/^\d{4}[-/年.]\d{1,2}|^(?:19|20)\d{6}$/.test(text)) {
    into.yearFirst += 1;
    return;
  }
  const found = SLASHED.exec(text);
  if (!found) return;
  const [first, second, year] = [Number(found[1]), Number(found[3]), Number(found[4])];
  if (/[ap]\.?m\.?\s*$/i.test(found[5] ?? "")) into.halfDay = true;
  // Nobody writes the month first between dots.
  if (found[2] === "." || first > 12) {
    if (second > 12 || first > 31) return;
    into.dmy ??= text;
    into.dmys += 1;
  } else if (second > 12) {
    if (second > 31) return;
    into.mdy ??= text;
    into.mdys += 1;
  } else if (into.open.length < KEEP_OPEN)
    into.open.push({ text, parts: [first, second, year < 100 ? 2000 + year : year] });
}

export interface DateHints {
  /** The layout's own word. */
  readonly layout: "dmy" | "mdy" | "ymd" | "auto";
  readonly periods: readonly Period[];
  readonly decimal: "point" | "comma" | null;
}

/** The order of the file's dates, `iso` where none is in doubt; `mixed` and null (open) are errors. */
export function decideDates(evidence: DateEvidence, hints: DateHints): "dmy" | "mdy" | "ymd" | "iso" | "mixed" | null {
  const { dmys, mdys, open } = evidence;
  if (dmys > 0 && mdys > 0) {
    if (mdys * 20 < dmys) return "dmy";
    if (dmys * 20 < mdys) return "mdy";
    return "mixed";
  }
  if (dmys > 0) return "dmy";
  if (mdys > 0) return "mdy";
  if (hints.layout !== "auto") return open.length === 0 && evidence.yearFirst > 0 ? "iso" : hints.layout;
  if (open.length === 0) return "iso";
  const byPeriod = within(open, hints.periods);
  if (byPeriod) return byPeriod;
  if (evidence.halfDay) return "mdy";
  if (open.every(({ parts }) => parts[0] === parts[1])) return "mdy";
  return hints.decimal === "comma" ? "dmy" : null;
}

/** Only one order may put all dates inside the period that the export names. */
function within(open: DateEvidence["open"], periods: readonly Period[]): "dmy" | "mdy" | null {
  for (const period of periods) {
    const fits = (order: "dmy" | "mdy") =>
      open.every(({ parts: [first, second, year] }) => {
        const [month, day] = order === "mdy" ? [first, second] : [second, first];
        const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        return iso >= period.from && iso <= period.to;
      });
    const [dmy, mdy] = [fits("dmy"), fits("mdy")];
    if (dmy !== mdy) return dmy ? "dmy" : "mdy";
  }
  return null;
}
