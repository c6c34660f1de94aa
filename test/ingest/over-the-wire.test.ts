import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cleanUncommitted } from "../../src/ingest/load/clean-uncommitted.ts";
import { listQuarantine } from "../../src/ingest/load/list-quarantine.ts";
import { revertLoad } from "../../src/ingest/load/revert-load.ts";
import { forgetPerson } from "../../src/ingest/personal/forget-person.ts";
import { startWireServer } from "../support/start-wire-server.ts";
import { adExport, openSite, type TestSite } from "./fixtures/open-site.ts";

describe("loading into a server", () => {
  const folder = mkdtempSync(join(tmpdir(), "leadline-wire-"));
  let test: TestSite;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const server = await startWireServer(join(folder, "warehouse"));
    stop = server.stop;
    test = await openSite({ target: { url: server.url } });
  });
  afterAll(async () => {
    await test?.close();
    await stop?.();
    rmSync(folder, { recursive: true, force: true });
  });

  const cost = async () => (await test.visible<{ cost: string | null }>("ad_daily", "sum(cost) AS cost"))[0]?.cost;

  it("judges, maps, replaces and reverts as in this process", async () => {
    const january = adExport([
      ["2026-01-01", "Brand", "10", "1"],
      ["2026-01-02", "Generic", "20", "2"],
      ["2026-01-03", "Generic", "oops", "2"],
      ["Total", "", "30", "3"],
    ]);
    expect(await test.load("january.csv", january)).toMatchObject({
      rows_read: 4,
      rows_loaded: 2,
      rows_quarantined: 1,
      rows_skipped: 1,
      totals_checked: { Cost: { equal: true } },
    });
    expect(await listQuarantine(test.engine)).toMatchObject([{ line: 4, column: "Cost" }]);
    expect(await test.load("january.csv", january)).toMatchObject({ status: "unchanged" });
    const later = adExport([
      ["2026-01-02", "Generic", "21", "2"],
      ["2026-01-03", "Brand", "1", "2"],
    ]);
    await test.load("later.csv", later);
    expect(await cost()).toBe("32");
    await revertLoad(test.site, "test_ads-2");
    expect(await cost()).toBe("30");
  });

  it("leaves the rows of another process alone, and says that it is busy", async () => {
    await test.engine.command("INSERT INTO raw_row (load_no, line) VALUES (99, 1)");
    expect(await cleanUncommitted(test.engine)).toBe(false);
    await expect(test.load("busy.csv", adExport([["2026-05-01", "Brand", "1", "1"]]))).rejects.toMatchObject({
      code: "load.busy",
    });
    expect(await cleanUncommitted(test.engine, "mine")).toBe(true);
    expect(await test.engine.query("SELECT count() AS n FROM raw_row WHERE load_no = 99")).toEqual([{ n: "0" }]);
  });

  it("keeps personal data apart and erases it", async () => {
    const leads = "Lead email,Lead name,Delivered\nana@acme.example,Ana Diaz,2026-01-28";
    expect(await test.load("leads.csv", leads)).toMatchObject({ facts: { person: 1, stage_entry: 1, touch: 1 } });
    expect(await test.engine.query("SELECT email, names FROM personal_data")).toEqual([
      { email: "ana@acme.example", names: ["Ana Diaz"] },
    ]);
    expect(await forgetPerson(test.site, "ana@acme.example")).toMatchObject({ found: true });
    expect(await test.engine.query("SELECT email FROM personal_data")).toEqual([]);
    expect(await test.visible("touch", "count() AS n")).toEqual([{ n: "1" }]);
  });
});
