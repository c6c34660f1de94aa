import { textList, textLiteral } from "../channel/text-literal.ts";
import { bound } from "./bound.ts";
import { normalised, type Source } from "./read-number.ts";

export interface DateNotation {
  readonly order: "dmy" | "mdy" | "ymd" | "iso";
  readonly fileZone: string;
  readonly workspaceZone: string;
}

const FIRST_DAY = "1970-01-01";
const LAST_DAY = "2149-06-06";
/** The engine's instants end early in 2106, and its reader wraps around there instead of failing. */
const INSTANTS_END = "2106";

/** Nullable(Date): the day itself, or the workspace's day of a date with time. */
export function daySql(source: Source, notation: DateNotation): string {
  const { raw } = source;
  const iso = `toDate32OrNull(${raw})`;
  const isIso = `ifNull(toString(${iso}) = ${raw}, 0) AND ${raw} BETWEEN '${FIRST_DAY}' AND '${LAST_DAY}'`;
  const instant = quickInstant(raw, notation.fileZone);
  const other = otherForm(source, notation, "day");
  const timed = `if(isNotNull(${instant}), ${workspaceDay(instant, notation)}, ${other})`;
  const marked = markedDay(raw, notation.order);
  const unmarked = `if(isNotNull(${marked}), ${marked}, ${timed})`;
  return `if(${isIso}, toDate(${iso}), ${unmarked})`;
}

/** Nullable(DateTime('UTC')): the instant; a day without time is its midnight in the file's zone. */
export function instantSql(source: Source, notation: DateNotation): string {
  const quick = quickInstant(source.raw, notation.fileZone);
  return `if(isNotNull(${quick}), toTimeZone(${quick}, 'UTC'), ${otherForm(source, notation, "instant")})`;
}

export function workspaceDay(instant: string, { workspaceZone }: DateNotation): string {
  return `toDate(toTimeZone(${instant}, ${textLiteral(workspaceZone)}))`;
}

/** `9/1/2026`, `1.9.2026` and `20260901` by the engine's fast reader, which refuses impossible days. */
function markedDay(raw: string, order: DateNotation["order"]): string {
  const guarded = `if(endsWith(${raw}, '${INSTANTS_END}') OR ${raw} LIKE '${INSTANTS_END}%', '', ${raw})`;
  const read = (format: string) => `toDate(parseDateTimeOrNull(${guarded}, '${format}', 'UTC'))`;
  const compact = read("%Y%m%d");
  if (order === "mdy") return `if(position(${raw}, '/') > 0, ${read("%c/%e/%Y")}, ${compact})`;
  if (order === "dmy") {
    return `multiIf(position(${raw}, '/') > 0, ${read("%e/%c/%Y")}, position(${raw}, '.') > 0, ${read("%e.%c.%Y")}, ${compact})`;
  }
  return compact;
}

/** `2026-09-01 09:14`, `2026-09-01 09:14:05` and `2026-09-01T09:14:05.123Z` by the engine's fast reader. */
function quickInstant(raw: string, fileZone: string): string {
  const text = (length: number) => `if(${raw} < '${INSTANTS_END}', replaceOne(left(${raw}, ${length}), 'T', ' '), '')`;
  const read = (length: number, format: string, zone: string) =>
    `parseDateTimeOrNull(${text(length)}, '${format}', ${textLiteral(zone)})`;
  const seconds = "%Y-%m-%d %H:%i:%s";
  const inUtc = `match(substring(${raw}, 20), '^(?:[.]\\\\d{1,9})?(?:Z|[+]00:?00)$')`;
  return `multiIf(length(${raw}) = 19, ${read(19, seconds, fileZone)}, length(${raw}) = 16, ${read(16, "%Y-%m-%d %H:%i", fileZone)}, ${inUtc}, toTimeZone(${read(19, seconds, "UTC")}, ${textLiteral(fileZone)}), NULL)`;
}

const MONTHS: readonly (readonly string[])[] = [
  ["january", "jan", "januar", "jän", "jänner"],
  ["february", "feb", "februar"],
  ["march", "mar", "märz", "mär", "mrz", "maerz"],
  ["april", "apr"],
  ["may", "mai"],
  ["june", "jun", "juni"],
  ["july", "jul", "juli"],
  ["august", "aug"],
  ["september", "sep", "sept"],
  ["october", "oct", "oktober", "okt"],
  ["november", "nov"],
  ["december", "dec", "dezember", "dez"],
];

/** How a day is written, and which of its groups are year, month and day. */
interface Form {
  readonly pattern: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A word: cheap for the engine, where a class of all letters would cost twenty times as much. */
const WORD = String.raw`[^\d\s.,|/-]`;
const WEEKDAY = `(?:${WORD}{2,10}[.]?,? )?`;
const NAME = `(${WORD}{3,9})[.]?`;

function formsOf(order: DateNotation["order"]): readonly Form[] {
  const slashed = String.raw`(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})`;
  const byOrder: Readonly<Record<DateNotation["order"], readonly Form[]>> = {
    mdy: [{ pattern: slashed, year: 3, month: 1, day: 2 }],
    dmy: [{ pattern: slashed, year: 3, month: 2, day: 1 }],
    ymd: [],
    iso: [],
  };
  return [
    ...byOrder[order],
    { pattern: String.raw`(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})日?`, year: 1, month: 2, day: 3 },
    { pattern: String.raw`(\d{1,2})[.] ?(\d{1,2})[.] ?(\d{4}|\d{2})`, year: 3, month: 2, day: 1 },
    { pattern: String.raw`${WEEKDAY}${NAME}[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4})`, year: 3, month: 1, day: 2 },
    {
      pattern: String.raw`${WEEKDAY}(\d{1,2})(?:[.]|st|nd|rd|th)?[ -](?:of )?${NAME},?[ -](\d{4})`,
      year: 3,
      month: 2,
      day: 1,
    },
    { pattern: String.raw`(\d{4})(\d{2})(\d{2})`, year: 1, month: 2, day: 3 },
  ];
}

/** Behind the day: hour, minute, second, A or P, zone. */
const TIME = String.raw`^(?:T|,? (?:at |um )?)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?([AaPp])[.]?[Mm][.]?)?(?: Uhr)?(?: ?(Z|(?:UTC|GMT)(?:[-+]\d{1,2}(?::?\d{2})?)?|[-+]\d{2}(?::?\d{2})?))?$`;

/** Every other form: cut into year, month, day and what follows (`p`), then the day in ISO (`day`) and the clock (`c`). */
function otherForm({ trimmed }: Source, notation: DateNotation, gives: "day" | "instant"): string {
  // What one form has cut holds bars, which no other form matches.
  const cut = formsOf(notation.order).reduce((text, { pattern, year, month, day }) => {
    const whole = textLiteral(`^${pattern}($|[T, ][^|]*$)`);
    return `replaceRegexpOne(${text}, ${whole}, ${textLiteral(`\\${year}|\\${month}|\\${day}|\\4`)})`;
  }, "t");
  const p = bound("t", normalised(trimmed), `splitByChar('|', if(position(t, '|') > 0, '', ${cut}))`);
  const clock = `extractGroups(p[4], ${textLiteral(TIME)})`;
  const result = gives === "day" ? dayOf(notation) : instantOf(notation);
  return bound("p", p, bound("c", clock, bound("day", ISO_DAY, result)));
}

const NAMED = MONTHS.flatMap((month, i) => month.map((name) => [name, String(i + 1).padStart(2, "0")] as const));
const MONTH = `if(match(p[2], '^[0-9]'), leftPad(p[2], 2, '0'), transform(lowerUTF8(p[2]), ${textList(NAMED.map(([name]) => name))}, ${textList(NAMED.map(([, number]) => number))}, ''))`;
/** Two digits are years from 2000 to 2069. */
const YEAR = "if(length(p[1]) = 2 AND p[1] < '70', concat('20', p[1]), p[1])";
const ISO_DAY = `concat(${YEAR}, '-', ${MONTH}, '-', leftPad(p[3], 2, '0'))`;
const IS_DAY = `ifNull(toString(toDate32OrNull(day)) = day, 0) AND day BETWEEN '${FIRST_DAY}' AND '${LAST_DAY}'`;

function dayOf(notation: DateNotation): string {
  return `if(p[4] = '', if(${IS_DAY}, toDate(toDate32OrNull(day)), NULL), ${workspaceDay(clockInstant(notation), notation)})`;
}

function instantOf(notation: DateNotation): string {
  const midnight = `toTimeZone(${localInstant("'00:00:00'", notation.fileZone)}, 'UTC')`;
  return `if(p[4] = '', ${midnight}, ${clockInstant(notation)})`;
}

function localInstant(time: string, zone: string): string {
  const text = `if(day < '${INSTANTS_END}', concat(day, ' ', ${time}), '')`;
  return `parseDateTimeOrNull(${text}, '%Y-%m-%d %H:%i:%s', ${textLiteral(zone)})`;
}

const HOUR = "toUInt8OrZero(c[1])";
const HALF_DAY = `if(${HOUR} BETWEEN 1 AND 12, ${HOUR} % 12 + if(lower(c[4]) = 'p', 12, 0), 99)`;
const CLOCK = `concat(leftPad(toString(if(c[4] = '', ${HOUR}, ${HALF_DAY})), 2, '0'), ':', c[2], ':', if(c[3] = '', '00', c[3]))`;

/** The instant of a day with a clock; null where there is no readable clock. */
function clockInstant({ fileZone }: DateNotation): string {
  const seconds = `toInt64(toUnixTimestamp(${localInstant("clock", "UTC")})) - ${OFFSET_SECONDS}`;
  const inside = bound("s", seconds, "if(s BETWEEN 86400 AND 4294880895, s, NULL)");
  const local = `toTimeZone(${localInstant("clock", fileZone)}, 'UTC')`;
  const instant = `multiIf(empty(c), NULL, c[5] = '', ${local}, toDateTime(${inside}, 'UTC'))`;
  return bound("clock", CLOCK, instant);
}

/** Seconds east of Greenwich of `Z`, `+0800`, `UTC+8`, `-05:30`. */
const ZONE_DIGITS = "replaceRegexpAll(c[5], '[^0-9]', '')";
const OFFSET_HOURS = `toInt64OrZero(if(length(${ZONE_DIGITS}) > 2, substring(${ZONE_DIGITS}, 1, length(${ZONE_DIGITS}) - 2), ${ZONE_DIGITS}))`;
const OFFSET_MINUTES = `toInt64OrZero(if(length(${ZONE_DIGITS}) > 2, right(${ZONE_DIGITS}, 2), '0'))`;
const OFFSET_SECONDS = `if(position(c[5], '-') > 0, -1, 1) * (${OFFSET_HOURS} * 3600 + ${OFFSET_MINUTES} * 60)`;
