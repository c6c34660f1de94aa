import { calendarOf } from "../../plan/period/calendar.ts";
import { addMonths, startOfMonth } from "../../plan/period/iso-day.ts";
import { readPeriod } from "../../plan/period/read-period.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

/** The twelve months that end with the last day of a period, as a period. Throws what `readPeriod` throws. */
export function yearUpTo(
  { settings, today }: Pick<OpenWorkspace, "settings" | "today">,
  period: string,
  asOf: string | undefined,
): string {
  const { to } = readPeriod(period, calendarOf(settings), { day: asOf ?? today(), ended: asOf !== undefined });
  return `${addMonths(startOfMonth(to), -11)}..${to}`;
}
