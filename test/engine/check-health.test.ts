import { beforeAll, expect, test } from "vitest";
import { checkHealth } from "../../src/engine/check-health.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { bytesText, failedCheck } from "../../src/engine/health.ts";
import { migrate } from "../../src/engine/migrate.ts";
import { LeadlineError } from "../../src/language/leadline-error.ts";
import { describeEveryEngine } from "../support/engines.ts";

describeEveryEngine("the health of a warehouse", (open) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
    await migrate(engine);
  });

  const level = async (code: string) => (await checkHealth(engine)).find((fact) => fact.code === code);

  test("is good in every point after it is made", async () => {
    const facts = await checkHealth(engine);
    expect(facts.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        "engine.version",
        "engine.writable",
        "engine.disk",
        "engine.size",
        "engine.schema",
        "engine.parts",
        "engine.uncommitted",
      ]),
    );
    const bad = facts.filter((fact) => fact.level !== "ok" && fact.code !== "engine.disk");
    expect(bad).toEqual([]);
    expect(facts.find(({ code }) => code === "engine.version")?.text).toContain(engine.version);
  });

  test("tells of rows whose load was never committed, and not of committed ones", async () => {
    await engine.insert("ledger", [{ seq: 1, event: "commit", load_no: 1, build_no: 1 }]);
    await engine.insert("cost", [{ load_no: 1, date: "2026-01-31", amount: "1" }]);
    await engine.insert("fx_daily", [{ build_no: 1, date: "2026-01-31", currency: "USD", rate: "1" }]);
    expect(await level("engine.uncommitted")).toMatchObject({ level: "ok" });
    await engine.insert("cost", [{ load_no: 2, date: "2026-01-31", amount: "1" }]);
    await engine.insert("fx_daily", [{ build_no: 2, date: "2026-01-31", currency: "USD", rate: "1" }]);
    expect(await level("engine.uncommitted")).toMatchObject({ level: "warn", text: expect.stringMatching(/^2 rows/) });
  });

  test("tells of tables that an interrupted load left behind", async () => {
    await engine.command("CREATE TABLE staging_abc (n UInt8) ENGINE = MergeTree ORDER BY n");
    expect(await level("engine.staging")).toMatchObject({
      level: "warn",
      text: expect.stringContaining("staging_abc"),
    });
    await engine.command("DROP TABLE staging_abc SYNC");
    expect(await level("engine.staging")).toBeUndefined();
  });

  test("tells where tables are not as the model wants them", async () => {
    await engine.command("ALTER TABLE cost DROP COLUMN memo");
    await engine.command("DROP TABLE touch SYNC");
    await engine.command("ALTER TABLE meeting MODIFY COLUMN person_id Nullable(String)");
    const fact = await level("engine.schema");
    expect(fact?.level).toBe("fail");
    expect(fact?.text).toContain("cost has no column memo");
    expect(fact?.text).toContain("the table touch is missing");
    expect(fact?.text).toContain("meeting.person_id is Nullable(String), not String");
  });

  test("is told even when a check cannot be made", async () => {
    await engine.command("DROP TABLE ledger SYNC");
    expect((await checkHealth(engine)).filter(({ level }) => level === "fail").map(({ code }) => code)).toEqual([
      "engine.schema",
      "engine.query",
    ]);
  });
});

test("a warehouse that cannot be opened is a finding with the error's words", () => {
  expect(failedCheck(new LeadlineError("engine.locked", "In use.", "Close it."))).toEqual({
    code: "engine.locked",
    level: "fail",
    text: "In use.",
    remedy: "Close it.",
  });
});

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1500, "1.5 kB"],
  [12_340_000_000, "12.3 GB"],
])("%d bytes read %s", (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
