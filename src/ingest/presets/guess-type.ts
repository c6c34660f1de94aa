import type { CellType } from "../../model/cell-types.ts";
import { isDated, isNullToken, isNumeric } from "../files/cell-kinds.ts";
import { spacedTitle } from "../files/normalise-title.ts";

/** What a column seems to hold, and whether its cells alone say so or its title, too. */
export interface TypeGuess {
  readonly type: CellType;
  readonly by: "cells" | "title";
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const COMPACT_DAY = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const WORDED_DAY = /^(?:\d{1,2}[ .-])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ .,-]+\d/i;
const PERCENT = /[%％]$/;
const CURRENCY = /\p{Sc}|(?<![\p{L}])[A-Z]{3}(?![\p{L}])|元$|円$/u;
const MONEY_TITLE =
  /\b(?:cost|spend|spent|amount|amt|price|revenue|value|fee|budget|total paid|cpc|cpm|cpl|usd|eur|cny|gbp)\b|费|金额|成本|消耗|消费|花费|价格|收入|单价/i;
const PERCENT_TITLE = /\b(?:rate|percent|pct|share|ctr|cvr)\b|率|占比/i;
const ID_TITLE = /(?:^|[\s_-])(?:ids?|key|code|uuid|guid)$|[\s_-](?:no\.?|number)$|编号|编码|单号/i;
/** `campaignId`, but not `paid`. */
const CAMEL_ID_TITLE = /[a-z]I[dD]$/;
const OPAQUE = /^(?=.*\d)[0-9a-f]{8}-?[0-9a-f-]{8,}$|^\d{9,}$|^[A-Za-z0-9]{15,18}$/;

const LETTERS = /(?<!\p{L})[A-Z]{3}(?!\p{L})/gu;
const CODES: ReadonlySet<string> = new Set([...Intl.supportedValuesOf("currency"), "RMB"]);

/** Four groups by points that are no thousands. */
const ADDRESS = /^\d{1,3}\.(?!\d{3}\.\d{3}\.\d{3}$)\d{1,3}\.\d{1,3}\.\d{1,3}$/;

/** A number, with no letters beside it but those of a currency: `USD 5`, not `UGC 5`; no address of a machine. */
function isFigure(cell: string): boolean {
  return isNumeric(cell) && !ADDRESS.test(cell) && (cell.match(LETTERS) ?? []).every((letters) => CODES.has(letters));
}

/** Share of the filled cells that must look alike; one odd cell is let pass among a few. */
const MOST = 0.9;
const A_FEW = 4;

/** The type of a column by its cells, and by its title where the cells leave it open. */
export function guessType(column: string, cells: readonly string[]): TypeGuess {
  const title = spacedTitle(column);
  const filled = cells.map((cell) => cell.normalize("NFKC").trim()).filter((cell) => !isNullToken(cell));
  const most = (fits: (cell: string) => boolean): boolean =>
    filled.length > 0 &&
    filled.filter(fits).length >= Math.min(filled.length * MOST, filled.length >= A_FEW ? filled.length - 1 : Infinity);
  const byCells = (type: CellType): TypeGuess => ({ type, by: "cells" });
  const byTitle = (type: CellType): TypeGuess => ({ type, by: "title" });
  if (most((cell) => EMAIL.test(cell))) return byCells("email");
  if (most((cell) => isDated(cell) || COMPACT_DAY.test(cell) || WORDED_DAY.test(cell))) return byCells("date");
  if (ID_TITLE.test(title.trim()) || CAMEL_ID_TITLE.test(title.trim())) return byTitle("id");
  // Amounts in millionths have as many digits as ids.
  if (most((cell) => OPAQUE.test(cell)) && !MONEY_TITLE.test(title)) return byCells("id");
  if (!most(isFigure)) return byCells("text");
  if (most((cell) => PERCENT.test(cell))) return byCells("percent");
  if (most((cell) => CURRENCY.test(cell))) return byCells("money");
  if (MONEY_TITLE.test(title)) return byTitle("money");
  return PERCENT_TITLE.test(title) && filled.every((cell) => Math.abs(Number(cell)) <= 1)
    ? byTitle("percent")
    : byCells("number");
}
