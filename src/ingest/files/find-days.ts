/** A day written in a text. `other` is the second reading of a slashed date whose order is open. */
export interface FoundDay {
  readonly at: number;
  readonly end: number;
  readonly iso: string;
  readonly other: string | null;
}

const MONTHS = [
  ["january", "jan", "januar", "jänner", "enero", "janvier"],
  ["february", "feb", "februar", "febrero", "février"],
  ["march", "mar", "märz", "mrz", "marzo", "mars"],
  ["april", "apr", "abril", "avril"],
  ["may", "mai", "mayo"],
  ["june", "jun", "juni", "junio", "juin"],
  ["july", "jul", "juli", "julio", "juillet"],
  ["august", "aug", "agosto", "août"],
  ["september", "sep", "sept", "septiembre", "septembre"],
  ["october", "oct", "oktober", "okt", "octubre", "octobre"],
  ["november", "nov", "noviembre", "novembre"],
  ["december", "dec", "dezember", "dez", "diciembre", "décembre"],
];
const MONTH_NUMBER = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const MONTH = `(${[...MONTH_NUMBER.keys()].toSorted((a, b) => b.length - a.length).join("|")})\\.?`;

type Reader = (groups: readonly string[], order: "dmy" | "mdy" | null) => readonly [string | null, string | null];

const FORMS: readonly { readonly regex: RegExp; readonly read: Reader }[] = [
  { regex: /(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/g, read: ([y, m, d]) => [iso(y, m, d), null] },
  { regex: /(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日?/g, read: ([y, m, d]) => [iso(y, m, d), null] },
  { regex: /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/g, read: ([y, m, d]) => [iso(y, m, d), null] },
  {
    regex: new RegExp(`(?<!\\p{L})${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, "giu"),
    read: ([m, d, y]) => [iso(y, m, d), null],
  },
  {
    regex: new RegExp(`(?<!\\d)(\\d{1,2})\\.? (?:de )?${MONTH}(?: de)?,? (\\d{4})(?!\\d)`, "giu"),
    read: ([d, m, y]) => [iso(y, m, d), null],
  },
  { regex: /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/g, read: ([d, m, y]) => [iso(y, m, d), null] },
  {
    regex: /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/g,
    read: ([a, b, y], order) => {
      const dmy = iso(y, b, a);
      const mdy = iso(y, a, b);
      if (order === "dmy") return [dmy, null];
      if (order === "mdy" || dmy === null) return [mdy, null];
      return mdy === null || mdy === dmy ? [dmy, null] : [mdy, dmy];
    },
  },
];

/** All days written in a text, from left to right; `order` says how `9/1/2026` is meant. */
export function findDays(text: string, order: "dmy" | "mdy" | null): FoundDay[] {
  const found: FoundDay[] = [];
  for (const { regex, read } of FORMS) {
    for (const hit of text.matchAll(regex)) {
      const [day, other] = read(hit.slice(1), order);
      const end = hit.index + hit[0].length;
      if (day === null || found.some((known) => hit.index < known.end && end > known.at)) continue;
      found.push({ at: hit.index, end, iso: day, other });
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}

/** A whole month (`January 2026`) or several (`January - March, 2026`, `September 1-30, 2026`) as first and last day. */
export function findMonths(text: string): { readonly from: string; readonly to: string } | null {
  const days = new RegExp(`(?<!\\p{L})${MONTH} (\\d{1,2}) ?[-–] ?(\\d{1,2}),? (\\d{4})(?!\\d)`, "iu").exec(text);
  if (days) return span(iso(days[4], days[1], days[2]), iso(days[4], days[1], days[3]));
  const months = new RegExp(`^${MONTH}(?: ?[-–] ?${MONTH})?,? (\\d{4})$`, "iu").exec(text.trim());
  if (!months) return null;
  const last = months[2] ?? months[1];
  const number = monthOf(last ?? "");
  return span(iso(months[3], months[1], "1"), number ? lastDay(Number(months[3]), number) : null);
}

function span(from: string | null, to: string | null): { from: string; to: string } | null {
  return from !== null && to !== null && from <= to ? { from, to } : null;
}

function monthOf(text: string): number | null {
  const named = MONTH_NUMBER.get(text.toLowerCase());
  return named ?? (/^\d{1,2}$/.test(text) ? Number(text) : null);
}

function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** ISO day, or null where there is no such day. */
function iso(year = "", month = "", day = ""): string | null {
  const number = monthOf(month);
  if (number === null) return null;
  const text = `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text) ? text : null;
}
