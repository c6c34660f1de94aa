import { describe, expect, test } from "vitest";
import type { VisiblePart } from "../../src/model/inventory.ts";
import { workspaceSchema } from "../../src/model/workspace.ts";
import { derivedPartsStatement, deriveStatements, visibleRows } from "../../src/sql/derive/index.ts";
import { WORK_TABLES } from "../../src/sql/derive/work-table.ts";
import { deriving } from "./build.ts";

const { build, engine } = deriving();

describe("what a build holds", () => {
  test("is told per table: days, rows, dimensions with a value, attributes, currencies", async () => {
    const built = await build({
      opportunity: [
        {
          external_id: "1",
          status: "won",
          created_date: "2026-01-02",
          close_date: "2026-03-04",
          channel: "Event",
          attributes: { region: "EMEA" },
          currency: "EUR",
        },
        { external_id: "2", status: "open", created_date: null, attributes: { tier: "A" }, currency: "USD" },
      ],
    });
    expect(await engine().query(derivedPartsStatement(built.buildNo, "deal_event"))).toEqual([
      {
        build_no: built.buildNo,
        fact: "deal_event",
        grain: "",
        scope: "",
        date_from: "2026-01-02",
        date_to: "2026-03-04",
        rows: "3",
        dimensions: ["event", "status", "channel"],
        attributes: ["region", "tier"],
        currencies: ["EUR", "USD"],
        platforms: [],
      },
    ]);
  });

  test("an empty table has no days", async () => {
    const built = await build({ stage_entry: [] });
    const [part] = await engine().query(derivedPartsStatement(built.buildNo, "meeting_entry"));
    expect(part).toMatchObject({ rows: "0", date_from: null, date_to: null, dimensions: [] });
  });

  test("work tables are gone after a build", async () => {
    await build({
      person: [{ external_id: "1" }],
      fx_rate: [{ date: "2026-01-01", currency: "USD", base: "EUR", rate: "1" }],
    });
    const left = await engine().query<{ name: string }>(
      "SELECT name FROM system.tables WHERE name LIKE 'derive\\\\_%'",
    );
    expect(left).toEqual([]);
  });

  test("what an interrupted build left behind does not disturb the next one", async () => {
    for (const table of WORK_TABLES) {
      await engine().command(`CREATE TABLE ${table} (leftover UInt8) ENGINE = MergeTree ORDER BY leftover`);
    }
    const built = await build({
      stage_entry: [{ person_id: "p", stage: "lead", date: "2026-01-01", evidence: "transition" }],
    });
    expect(await built.rows("funnel_entry", "stage date")).toEqual(["lead 2026-01-01"]);
  });

  test("builds do not disturb each other", async () => {
    const first = await build({ meeting: [{ external_id: "m1", date: "2026-01-01", country: "DE" }] });
    const second = await build({ meeting: [{ external_id: "m2", date: "2026-02-02", kind: "demo" }] });
    expect(await first.rows("meeting_entry", "meeting_id")).toEqual(["m1"]);
    expect(await second.rows("meeting_entry", "meeting_id")).toEqual(["m2"]);
    const [part] = await engine().query(derivedPartsStatement(second.buildNo, "meeting_entry"));
    expect(part).toMatchObject({ rows: "1", date_from: "2026-02-02", date_to: "2026-02-02", dimensions: ["kind"] });
  });

  test("the same loads give the same statements", () => {
    const context = { buildNo: 1, visible: [], workspace: workspaceSchema.parse({}) };
    expect(deriveStatements(context)).toEqual(deriveStatements(context));
  });
});

describe("visible rows", () => {
  const part = (loadNo: number, more: Partial<VisiblePart> = {}): VisiblePart => ({
    ...{ fact: "ad_daily", grain: "campaign", scope: "", from: null, to: null, rows: 1 },
    ...{ dimensions: [], attributes: [], currencies: [], platforms: [] },
    ...{ loadNo, system: "ads", connection: "main", hidden: [] },
    ...more,
  });

  test("are those of visible loads without the ranges that later loads replaced", async () => {
    const row = (load_no: number, date: string, campaign = "a", grain = "campaign") => ({
      ...{ load_no, raw_row: 1, external_id: "", system: "ads", connection: "main", date, campaign, grain },
    });
    await engine().insert("ad_daily", [
      row(901, "2026-01-01"),
      row(901, "2026-01-02"),
      row(901, "2026-01-02", "a", "campaign+device"),
      row(901, "2026-01-03", "b"),
      row(901, "2026-01-03", "it's"),
      row(902, "2026-01-02"),
      row(903, "2026-01-09"),
    ]);
    const visible = [
      part(901, {
        hidden: [
          { from: "2026-01-02", to: "2026-01-02" },
          { from: "2026-01-03", to: "2026-01-03", only: { column: "campaign", values: ["it's", "x"] } },
        ],
      }),
      part(901, { grain: "campaign+device" }),
      part(902),
      part(903, { fact: "web_daily" }),
    ];
    const rows = await engine().query(
      `SELECT load_no, toString(date) AS day, campaign, grain FROM ad_daily WHERE ${visibleRows("ad_daily", visible)} ORDER BY ALL`,
    );
    expect(rows).toEqual([
      { load_no: 901, day: "2026-01-01", campaign: "a", grain: "campaign" },
      { load_no: 901, day: "2026-01-02", campaign: "a", grain: "campaign+device" },
      { load_no: 901, day: "2026-01-03", campaign: "b", grain: "campaign" },
      { load_no: 902, day: "2026-01-02", campaign: "a", grain: "campaign" },
    ]);
  });

  test("a row that covers a range is hidden only where the whole range is replaced", async () => {
    const row = (date: string, date_to: string) => ({
      ...{ load_no: 911, raw_row: 1, external_id: "", system: "ads", connection: "main", date, date_to, grain: "" },
    });
    await engine().insert("ad_period", [row("2026-01-01", "2026-01-31"), row("2026-02-01", "2026-02-28")]);
    const visible = [part(911, { fact: "ad_period", grain: "", hidden: [{ from: "2026-01-15", to: "2026-02-28" }] })];
    expect(
      await engine().query(`SELECT toString(date) AS day FROM ad_period WHERE ${visibleRows("ad_period", visible)}`),
    ).toEqual([{ day: "2026-01-01" }]);
  });

  test("of a fact that nothing visible holds there are none", () => {
    expect(visibleRows("person", [part(1)])).toBe("0");
  });
});
