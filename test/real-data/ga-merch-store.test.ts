import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shared, sharedDir, sharedNote } from "../support/shared-data.ts";
import { type TestWorkspace, testWorkspace, valuesBy } from "../support/workspace.ts";

// Counted from the file itself: 15,134 rows, 14,561 distinct (visitor, visit) pairs, 8,653 rows of organic search.
describe.skipIf(!sharedDir)(`ga-merch-store: sessions load and damaged visitor ids are noticed${sharedNote}`, () => {
  let team: TestWorkspace;
  let notices: readonly string[] = [];

  beforeAll(async () => {
    team = await testWorkspace(`${import.meta.dirname}/ga-merch-store`);
    const loaded = await team.load(shared("data/ga-merch-store/all_sessions.csv"));
    expect(loaded).toMatchObject({ status: "committed", rows_read: 15134, rows_quarantined: 0 });
    notices = loaded.notices ?? [];
  });
  afterAll(() => team.close());

  it("says that the visitor ids were rounded", () => {
    expect(notices.join("\n")).toMatch(/15,?134.*rounded|rounded.*15,?134/s);
  });

  it("counts each session once though the file repeats it per hit", async () => {
    const answer = await team.ask({ kpis: ["sessions"], period: "2016-08-01..2017-08-31", by: ["channel"] });
    expect(answer.total[0]?.value).toBe(14561);
    expect(
      Object.values(valuesBy(answer, "sessions", "channel")).reduce((sum: number, value) => sum + (value ?? 0), 0),
    ).toBe(14561);
  });

  it("does not pretend to know the number of visitors", async () => {
    const row = (await team.ask({ kpis: ["users"], period: "2017-07" })).rows[0];
    expect(row?.value).toBeNull();
    expect(row?.state).toBe("no_data");
  });
});
