import type { Inventory } from "../../model/inventory.ts";
import { addMonths, startOfMonth } from "../period/iso-day.ts";
import type { RepeatedCost } from "../plan.ts";
import { visibleDays } from "./visible-days.ts";

/**
 * "Platform cost counts once": for each ad platform the months in which its own figures are visible; media cost of that
 * platform from the ledger or a cost sheet is left out in these months.
 */
export function repeatedCost(inventory: Inventory): readonly RepeatedCost[] {
  const months = new Map<string, Set<string>>();
  for (const part of inventory.visible) {
    if (part.fact !== "ad_daily" && part.fact !== "ad_period") continue;
    for (const platform of part.platforms) {
      const known = months.get(platform.toLowerCase()) ?? new Set<string>();
      for (const { from, to } of part.from === null ? [] : visibleDays(part))
        for (let month = startOfMonth(from); month <= to; month = addMonths(month, 1)) known.add(month);
      months.set(platform.toLowerCase(), known);
    }
  }
  return [...months]
    .filter(([platform, known]) => platform !== "" && known.size > 0)
    .map(([platform, known]) => ({ platform, months: [...known].sort() }))
    .sort((a, b) => (a.platform < b.platform ? -1 : 1));
}
