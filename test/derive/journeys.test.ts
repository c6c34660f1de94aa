import { describe, expect, test } from "vitest";
import { deriving, type FactRow, stageEntries } from "./build.ts";

const { build } = deriving();

const funnel = async (text: string): Promise<string[]> => {
  const built = await build({ stage_entry: stageEntries(text) });
  return (await built.rows("funnel_entry", "journey stage date inferred")).map((row) => row);
};

/** One line per journey: its wide days. */
const wide = async (stage_entry: readonly FactRow[], more: Parameters<typeof build>[0] = {}): Promise<string[]> => {
  const built = await build({ stage_entry, ...more });
  return built.rows(
    "funnel_entry",
    "journey lead_date mql_date sql_date opportunity_date won_date lost_date",
    "stage = 'lead'",
  );
};

describe("stages", () => {
  test("a person counts once per stage, on the day it was first entered", async () => {
    expect(await funnel("p lead 2026-01-05; p lead 2026-02-01; p mql 2026-01-20; p mql 2026-01-18")).toEqual([
      "1 lead 2026-01-05 0",
      "1 mql 2026-01-18 0",
    ]);
  });

  test("a skipped stage is inferred at the next stage's day", async () => {
    expect(await funnel("p mql 2026-01-20; p opportunity 2026-03-01")).toEqual([
      "1 lead 2026-01-20 1",
      "1 mql 2026-01-20 0",
      "1 opportunity 2026-03-01 0",
      "1 sql 2026-03-01 1",
    ]);
  });

  test("of reversed days the earlier stage moves to the later stage's day", async () => {
    expect(await funnel("p lead 2026-01-01; p mql 2026-03-01; p sql 2026-02-20")).toEqual([
      "1 lead 2026-01-01 0",
      "1 mql 2026-02-20 1",
      "1 sql 2026-02-20 0",
    ]);
  });

  test("stages entered on one day are not inferred", async () => {
    expect(await funnel("p lead 2026-01-01; p mql 2026-01-01")).toEqual(["1 lead 2026-01-01 0", "1 mql 2026-01-01 0"]);
  });

  test("a subscriber is no lead", async () => {
    expect(await funnel("p subscriber 2026-01-01")).toEqual([]);
  });

  test("every row carries the days of its whole journey", async () => {
    expect(await wide(stageEntries("p lead 2026-01-01; p mql 2026-01-10; p sql 2026-02-01; p won 2026-04-01"))).toEqual(
      ["1 2026-01-01 2026-01-10 2026-02-01 2026-04-01 2026-04-01 -"],
    );
  });

  test("an inferred entry points to the row that gave its day", async () => {
    const built = await build({
      stage_entry: [
        { external_id: "a", person_id: "p", stage: "lead", date: "2026-01-01", evidence: "transition", raw_row: 7 },
        { external_id: "b", person_id: "p", stage: "sql", date: "2026-02-01", evidence: "became_date", raw_row: 9 },
      ],
    });
    expect(await built.rows("funnel_entry", "stage evidence raw_row")).toEqual([
      "lead transition 7",
      "mql inferred 9",
      "sql became_date 9",
    ]);
  });
});

describe("journeys", () => {
  test("recycling closes a journey and the next lead or MQL entry opens the next one", async () => {
    expect(
      await wide(
        stageEntries(
          "p lead 2026-01-01; p mql 2026-01-10; p sql 2026-01-20; p recycled 2026-02-01; p mql 2026-05-01; p sql 2026-05-20",
        ),
      ),
    ).toEqual(["1 2026-01-01 2026-01-10 2026-01-20 - - 2026-02-01", "2 2026-05-01 2026-05-01 2026-05-20 - - -"]);
  });

  test("a stage that comes again without recycling stays in the journey", async () => {
    expect(await wide(stageEntries("p mql 2026-01-10; p sql 2026-01-20; p mql 2026-05-01"))).toEqual([
      "1 2026-01-10 2026-01-10 2026-01-20 - - -",
    ]);
  });

  test("a stage never entered before belongs to the recycled journey, one entered again opens the next", async () => {
    expect(
      await wide(stageEntries("p lead 2026-01-01; p mql 2026-01-10; p recycled 2026-02-01; p sql 2026-02-20")),
    ).toEqual(["1 2026-01-01 2026-01-10 2026-02-20 - - -"]);
    expect(
      await wide(stageEntries("p mql 2026-01-10; p sql 2026-01-15; p recycled 2026-02-01; p sql 2026-03-20")),
    ).toEqual(["1 2026-01-10 2026-01-10 2026-01-15 - - 2026-02-01", "2 2026-03-20 2026-03-20 2026-03-20 - - -"]);
  });

  test("recycled twice, and before the first stage, opens no empty journeys", async () => {
    expect(
      await wide(
        stageEntries(
          "p recycled 2025-12-01; p mql 2026-01-10; p recycled 2026-02-01; p recycled 2026-02-05; p lead 2026-03-01; p recycled 2026-03-10; p mql 2026-04-01",
        ),
      ),
    ).toEqual([
      "1 2026-01-10 2026-01-10 - - - 2026-02-01",
      "2 2026-03-01 - - - - 2026-03-10",
      "3 2026-04-01 2026-04-01 - - - -",
    ]);
  });

  test("on one day the time tells whether recycling came first", async () => {
    const at = (stage: string, time: string): FactRow => ({
      external_id: `${stage}${time}`,
      person_id: "p",
      stage,
      date: "2026-03-05",
      entered_at: `2026-03-05 ${time}:00`,
      evidence: "transition",
    });
    const before = stageEntries("p lead 2026-01-01");
    expect(await wide([...before, at("recycled", "09:00"), at("mql", "10:00")])).toEqual([
      "1 2026-01-01 - - - - 2026-03-05",
      "2 2026-03-05 2026-03-05 - - - -",
    ]);
    expect(await wide([...before, at("mql", "09:00"), at("recycled", "10:00")])).toEqual([
      "1 2026-01-01 2026-03-05 - - - 2026-03-05",
    ]);
  });

  test("a lost entry ends a journey that is not won", async () => {
    expect(await wide(stageEntries("p lead 2026-01-01; p sql 2026-01-20; p lost 2026-02-01"))).toEqual([
      "1 2026-01-01 2026-01-20 2026-01-20 - - 2026-02-01",
    ]);
    expect(await wide(stageEntries("p lead 2026-01-01; p lost 2026-02-01; p won 2026-03-01"))).toEqual([
      "1 2026-01-01 2026-03-01 2026-03-01 2026-03-01 2026-03-01 -",
    ]);
  });
});

describe("loads of stage entries", () => {
  const became = (load: number, date: string, stage = "mql"): FactRow => ({
    load,
    external_id: `p/${stage}/${date}`,
    person_id: "p",
    stage,
    date,
    evidence: "became_date",
  });

  test("of a wide export's days the newest load's stands", async () => {
    const built = await build({ stage_entry: [became(1, "2026-01-10"), became(2, "2026-02-10")] });
    expect(await built.rows("funnel_entry", "stage date")).toEqual(["lead 2026-02-10", "mql 2026-02-10"]);
  });

  test("a load that is not visible does not count", async () => {
    const built = await build(
      { stage_entry: [became(1, "2026-01-10"), became(2, "2026-02-10")] },
      { hiddenLoads: [2] },
    );
    expect(await built.rows("funnel_entry", "stage date", "stage = 'mql'")).toEqual(["mql 2026-01-10"]);
  });

  test("transitions of all loads stand, and the same record again counts once", async () => {
    const again = (load: number, date: string): FactRow => ({
      ...{ load, external_id: "h1", person_id: "p", stage: "mql", date, evidence: "transition" },
    });
    const built = await build({
      stage_entry: [
        ...stageEntries("p lead 2026-01-01").map((row) => ({ ...row, load: 1 })),
        again(1, "2026-01-20"),
        again(2, "2026-01-25"),
      ],
    });
    expect(await built.rows("funnel_entry", "stage date")).toEqual(["lead 2026-01-01", "mql 2026-01-25"]);
  });

  test("several stages of one row may share its external id", async () => {
    const row = (stage: string, date: string): FactRow => ({
      ...{ external_id: "101", raw_row: 1, person_id: "101", stage, date, evidence: "became_date" },
    });
    const built = await build({ stage_entry: [row("lead", "2026-01-05"), row("mql", "2026-01-20")] });
    expect(await built.rows("funnel_entry", "stage date")).toEqual(["lead 2026-01-05", "mql 2026-01-20"]);
  });
});

describe("deals and meetings of a person", () => {
  const person: FactRow = { external_id: "p", created_date: "2026-01-01" };

  test("a deal gives the persons it names their opportunity and win where no stage entry does", async () => {
    const deal = { person_ids: ["p"], status: "won", created_date: "2026-02-01", close_date: "2026-03-15" };
    expect(await wide(stageEntries("p lead 2026-01-01"), { person: [person], opportunity: [deal] })).toEqual([
      "1 2026-01-01 2026-02-01 2026-02-01 2026-02-01 2026-03-15 -",
    ]);
    const own = stageEntries("p lead 2026-01-01; p opportunity 2026-02-10; p won 2026-03-20");
    expect(await wide(own, { person: [person], opportunity: [deal] })).toEqual([
      "1 2026-01-01 2026-02-10 2026-02-10 2026-02-10 2026-03-20 -",
    ]);
  });

  test("a renewal is no opportunity of a new journey, and neither is a deal of somebody unknown", async () => {
    const renewal = {
      person_ids: ["p"],
      type: "renewal",
      status: "won",
      created_date: "2026-02-01",
      close_date: "2026-03-15",
    };
    const stranger = { person_ids: ["q"], status: "open", created_date: "2026-02-01" };
    expect(
      await wide(stageEntries("p lead 2026-01-01"), { person: [person], opportunity: [renewal, stranger] }),
    ).toEqual(["1 2026-01-01 - - - - -"]);
  });

  test("a journey is lost when its deals are, and not while one of them is open", async () => {
    const lost = { person_ids: ["p"], status: "lost", created_date: "2026-02-01", close_date: "2026-03-15" };
    const open = { person_ids: ["p"], status: "open", created_date: "2026-02-05" };
    const lead = stageEntries("p lead 2026-01-01");
    expect(await wide(lead, { person: [person], opportunity: [lost] })).toEqual([
      "1 2026-01-01 2026-02-01 2026-02-01 2026-02-01 - 2026-03-15",
    ]);
    expect(await wide(lead, { person: [person], opportunity: [lost, open] })).toEqual([
      "1 2026-01-01 2026-02-01 2026-02-01 2026-02-01 - -",
    ]);
  });

  test("a deal happens in the journey that runs when it is created", async () => {
    const deal = { person_ids: ["p"], status: "won", created_date: "2026-01-20", close_date: "2026-06-15" };
    const twice = stageEntries("p lead 2026-01-01; p recycled 2026-02-01; p mql 2026-05-01");
    expect(await wide(twice, { person: [person], opportunity: [deal] })).toEqual([
      "1 2026-01-01 2026-01-20 2026-01-20 2026-01-20 2026-06-15 -",
      "2 2026-05-01 2026-05-01 - - - -",
    ]);
  });

  test("demos booked and held fall into the journey that runs", async () => {
    const meeting = (date: string, status: string, meeting_date: string | null = null, kind = "demo"): FactRow => ({
      ...{ date, meeting_date, person_id: "p", kind, status },
    });
    const built = await build({
      stage_entry: stageEntries("p mql 2026-01-01; p recycled 2026-02-01; p mql 2026-05-01"),
      meeting: [
        meeting("2026-01-05", "no_show", "2026-01-08"),
        meeting("2026-01-10", "held", "2026-01-12"),
        meeting("2026-01-02", "held", "2026-01-03", "onboarding"),
        meeting("2026-05-05", "booked", "2026-05-09", ""),
      ],
    });
    expect(await built.rows("funnel_entry", "journey demo_date demo_held_date", "stage = 'mql'")).toEqual([
      "1 2026-01-05 2026-01-12",
      "2 2026-05-05 -",
    ]);
  });
});
