import type { IsoDate } from "../../model/question.ts";
import { addMonths, earlier, endOfMonth, lengthInDays } from "../../plan/period/iso-day.ts";
import { connectionName } from "../../plan/sources/choose-exports.ts";
import { minus, overlap } from "../../plan/sources/ranges.ts";
import { visibleDays } from "../../plan/sources/visible-days.ts";
import type { Site } from "./site.ts";

/** Days of a month in which a platform counts by its own exports, but one of its connections has none. */
export interface CostGap {
  readonly connection: string;
  readonly month: IsoDate;
  readonly days: number;
  readonly of: number;
}

/**
 * Where a platform's lines in the ledger are left out because its exports answer for the month, and a connection of it does
 * not answer for all of its days: what was spent there on the others counts nowhere.
 */
export function costGaps({ inventory, span }: Site, platform: string, months: readonly IsoDate[]): readonly CostGap[] {
  const own = inventory.visible.filter(
    ({ fact, platforms }) =>
      (fact === "ad_daily" || fact === "ad_period") && platforms.some((name) => name.toLowerCase() === platform),
  );
  return [...Map.groupBy(own, connectionName)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([connection, parts]) =>
      months.flatMap((month): CostGap[] => {
        const days = { from: month, to: earlier(endOfMonth(month), span.to) };
        const covered = parts.flatMap((part) => overlap(visibleDays(part), days));
        const missing = minus([days], covered).reduce((sum, { from, to }) => sum + lengthInDays(from, to), 0);
        return missing === 0 ? [] : [{ connection, month, days: missing, of: lengthInDays(days.from, days.to) }];
      }),
    );
}

/** Months that a range touches, by their first day. */
export function monthsOf({ span }: Pick<Site, "span">): readonly IsoDate[] {
  const months: IsoDate[] = [];
  for (let month = `${span.from.slice(0, 7)}-01`; month <= span.to; month = addMonths(month, 1)) months.push(month);
  return months;
}
