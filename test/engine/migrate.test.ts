import { beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { migrate, SCHEMA_VERSION, schemaVersion } from "../../src/engine/migrate.ts";
import { MIGRATIONS } from "../../src/engine/migrations/index.ts";
import { newLoadNo } from "../../src/engine/new-load-no.ts";
import { warehouseTables } from "../../src/sql/schema/warehouse-tables.ts";
import { describeEveryEngine } from "../support/engines.ts";

const WHAT_TO_DO =
  "The warehouse and the model differ. A new table or column comes by itself; a changed type or sort key needs a migration in src/engine/migrations.";

describeEveryEngine("the schema", (open) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });

  /** Starts again with an empty warehouse. */
  const empty = async (): Promise<void> => {
    for (const { name } of await engine.query<{ name: string }>(
      "SELECT name FROM system.tables WHERE database = currentDatabase()",
    ))
      await engine.command(`DROP TABLE ${name} SYNC`);
  };

  const columns = () =>
    engine.query<{ table: string; name: string; type: string }>(
      "SELECT table, name, type FROM system.columns WHERE database = currentDatabase() ORDER BY table, position",
    );

  const wanted = () =>
    [...warehouseTables()]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((table) => table.columns.map(({ name, type }) => ({ table: table.name, name, type })));

  test("of an empty warehouse becomes the model's", async () => {
    expect(await schemaVersion(engine)).toBe(0);
    await migrate(engine);
    expect(await schemaVersion(engine)).toBe(SCHEMA_VERSION);
    expect(await columns(), WHAT_TO_DO).toEqual(wanted());
    const keys = await engine.query<{ name: string; sorting_key: string }>(
      "SELECT name, sorting_key FROM system.tables WHERE database = currentDatabase()",
    );
    for (const { name, orderBy } of warehouseTables())
      expect(keys.find((table) => table.name === name)?.sorting_key.replaceAll(/[()`]/g, ""), WHAT_TO_DO).toBe(
        orderBy.join(", "),
      );
  });

  test("migrates twice to the same, and records each migration once", async () => {
    await migrate(engine);
    expect(await columns()).toEqual(wanted());
    expect(await engine.query("SELECT version, name FROM schema_version ORDER BY version")).toEqual(
      MIGRATIONS.map(({ version, name }) => ({ version, name })),
    );
  });

  test("of an earlier model gets the columns and tables it lacks, and keeps its rows", async () => {
    await engine.insert("ad_daily", [{ load_no: 1, date: "2026-01-31", clicks: 5, campaign: "x" }]);
    await engine.command("ALTER TABLE ad_daily DROP COLUMN impressions, DROP COLUMN device");
    await engine.command("DROP TABLE touch SYNC");
    await migrate(engine);
    expect(await columns()).toEqual(wanted());
    expect(await engine.query("SELECT campaign, clicks, impressions, device FROM ad_daily")).toEqual([
      { campaign: "x", clicks: "5", impressions: null, device: "" },
    ]);
  });

  test("that was half made is finished", async () => {
    await empty();
    await migrate(engine);
    await engine.command("DROP TABLE schema_version SYNC");
    await engine.command("DROP TABLE cost SYNC");
    await engine.command("ALTER TABLE load DROP COLUMN meta");
    await migrate(engine);
    expect(await columns()).toEqual(wanted());
    expect(await schemaVersion(engine)).toBe(SCHEMA_VERSION);
  });

  test("of a newer Leadline is refused and left alone", async () => {
    await engine.insert("schema_version", [{ version: SCHEMA_VERSION + 1, name: "future" }]);
    await engine.command("DROP TABLE touch SYNC");
    await expect(migrate(engine)).rejects.toMatchObject({ code: "engine.schema_newer" });
    expect((await columns()).some(({ table }) => table === "touch")).toBe(false);
    await empty();
    await migrate(engine);
  });

  test("has a table for the ledger's rows in any order and amount", async () => {
    const row = { seq: 1, at: "2026-03-31T23:59:59.123Z", event: "commit", load_no: 4_000_000_000, build_no: 1 };
    await engine.insert("ledger", [row]);
    expect(await engine.query("SELECT * FROM ledger")).toEqual([
      { ...row, seq: "1", at: "2026-03-31 23:59:59.123", detail: "", rules: "" },
    ]);
    await engine.command("TRUNCATE TABLE ledger");
  });

  describe("numbers loads", () => {
    test("one after the other, also when they are asked for at once", async () => {
      expect(await Promise.all([newLoadNo(engine), newLoadNo(engine), newLoadNo(engine)])).toEqual([1, 2, 3]);
    });

    test("above what the warehouse has seen", async () => {
      await engine.insert("load", [{ load_no: 40 }]);
      await engine.insert("ledger", [{ seq: 1, event: "commit", load_no: 41 }]);
      expect(await newLoadNo(engine)).toBe(42);
      const other = await open();
      expect(await newLoadNo(other)).toBe(42);
    });
  });
});
