import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestWorkspace, testWorkspace } from "../../support/workspace.ts";

const PRESETS = join(import.meta.dirname, "../../../presets");

let team: TestWorkspace;
beforeAll(async () => {
  team = await testWorkspace();
});
afterAll(() => team.close());

test("GoTo Webinar: rejoins are put together, short stays attend nothing, who registered after the end is no registrant", async () => {
  await team.load(join(PRESETS, "gotowebinar/sample/attendee_report.csv"), { minimum_minutes: "5" });
  const rows = await team.workspace.engine.query<Record<string, unknown>>(
    "SELECT registered, attended, toString(live_minutes) AS minutes FROM participation_entry ORDER BY attended DESC, live_minutes DESC NULLS LAST, registered DESC",
  );
  expect(rows).toEqual([
    { registered: 1, attended: 1, minutes: "45" },
    { registered: 1, attended: 0, minutes: "4" },
    { registered: 1, attended: 0, minutes: null },
    { registered: 0, attended: 0, minutes: null },
  ]);
  const answer = await team.ask({ kpis: ["registrants", "attendance_rate"], period: "2026-05" });
  expect(answer.rows.map(({ kpi, value }) => [kpi, value])).toEqual([
    ["registrants", 3],
    ["attendance_rate", expect.closeTo(1 / 3, 12)],
  ]);
});
