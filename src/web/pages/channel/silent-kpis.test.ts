import { expect, test } from "vitest";
import type { AnswerRow, KpiInfo } from "../../api/client.ts";
import { silentKpis } from "./silent-kpis.ts";

const kpi = (id: string) => ({ id }) as KpiInfo;
const row = (value: number | null, code = "nothing_booked") =>
  ({ value, ...(value === null && { reason: { code, text: "No cost is booked here." } }) }) as AnswerRow;
const now: Readonly<Record<string, AnswerRow>> = {
  leads: row(7),
  cpl: row(null),
  mroi: row(null),
  clicks: row(0),
  talks_held: row(0),
  reading_time: row(null, "no_source"),
};
const before: Readonly<Record<string, readonly AnswerRow[]>> = { talks_held: [row(0), row(31)] };

test("what has no value in any month, or is 0 in all, is told by its reason and not as a card", () => {
  const found = silentKpis(
    Object.keys(now).map(kpi),
    (id) => now[id],
    (id) => before[id] ?? [],
  );
  expect(found.map(({ reason, members }) => [reason, members.map(({ id }) => id)])).toEqual([
    ["No cost is booked here.", ["cpl", "mroi"]],
    ["", ["clicks"]],
  ]);
});
