import { describe, expect, it } from "vitest";
import type { LoadedPart, LoadRecord } from "../../model/inventory.ts";
import type { LedgerEvent } from "./ledger-event.ts";
import { replayLedger } from "./replay-ledger.ts";
import { scopeText } from "./scope-of.ts";

const part = (from: string | null, to: string | null, more: Partial<LoadedPart> = {}): LoadedPart => ({
  fact: "ad_daily",
  grain: "campaign",
  scope: "",
  from,
  to,
  rows: 10,
  dimensions: ["campaign"],
  attributes: [],
  currencies: ["EUR"],
  platforms: ["google_ads"],
  ...more,
});

const load = (loadNo: number, parts: LoadedPart[], more: Partial<LoadRecord> = {}): LoadRecord => ({
  loadNo,
  loadId: `load-${loadNo}`,
  system: "google_ads",
  connection: "google_ads",
  preset: "google_ads",
  file: `${loadNo}.csv`,
  sha256: `${loadNo}`,
  committedAt: "2026-04-01T00:00:00Z",
  rowsRead: 10,
  rowsLoaded: 10,
  rowsQuarantined: 0,
  rowsSkipped: 0,
  parts,
  ...more,
});

const events = (...list: [LedgerEvent["event"], number][]): LedgerEvent[] =>
  list.map(([event, loadNo], index) => ({ seq: index + 1, event, loadNo, buildNo: index + 1, at: "", detail: "" }));

const seen = (list: LedgerEvent[], loads: LoadRecord[]) =>
  replayLedger(list, loads).visible.map(({ loadNo, hidden }) => [loadNo, hidden]);

describe("replaying the ledger", () => {
  const january = load(1, [part("2026-01-01", "2026-01-31")]);
  const late = load(2, [part("2026-01-20", "2026-02-10")]);

  it("shows nothing of a load that was never committed", () => {
    expect(seen([], [january])).toEqual([]);
  });

  it("lets a later load hide just the days it covers", () => {
    expect(seen(events(["commit", 1], ["commit", 2]), [january, late])).toEqual([
      [1, [{ from: "2026-01-20", to: "2026-02-10" }]],
      [2, []],
    ]);
  });

  it("goes by the order of commits, not by load numbers", () => {
    expect(seen(events(["commit", 2], ["commit", 1]), [january, late])).toEqual([
      [2, [{ from: "2026-01-01", to: "2026-01-31" }]],
      [1, []],
    ]);
  });

  it("gives back what a load had hidden when that load is reverted", () => {
    expect(seen(events(["commit", 1], ["commit", 2], ["revert", 2]), [january, late])).toEqual([[1, []]]);
  });

  it("drops a part that is replaced whole", () => {
    const again = load(3, [part("2026-01-01", "2026-01-31")]);
    expect(seen(events(["commit", 1], ["commit", 3]), [january, again])).toEqual([[3, []]]);
  });

  it("joins ranges that touch, so that two halves replace the whole", () => {
    const first = load(2, [part("2026-01-01", "2026-01-15")]);
    const second = load(3, [part("2026-01-16", "2026-01-31")]);
    const list = events(["commit", 1], ["commit", 2], ["commit", 3]);
    expect(seen(list, [january, first, second]).map(([no]) => no)).toEqual([2, 3]);
  });

  it("keeps connections, systems, facts and grains apart", () => {
    const others = [
      load(2, [part("2026-01-01", "2026-01-31")], { connection: "second account" }),
      load(3, [part("2026-01-01", "2026-01-31")], { system: "microsoft_ads" }),
      load(4, [part("2026-01-01", "2026-01-31", { fact: "ad_period" })]),
      load(5, [part("2026-01-01", "2026-01-31", { grain: "campaign+device" })]),
    ];
    const list = events(["commit", 1], ["commit", 2], ["commit", 3], ["commit", 4], ["commit", 5]);
    expect(seen(list, [january, ...others])).toEqual([1, 2, 3, 4, 5].map((no) => [no, []]));
  });

  it("never hides rows of entities and histories", () => {
    const people = [1, 2].map((no) => load(no, [part("2026-01-01", "2026-01-31", { fact: "stage_entry", grain: "" })]));
    expect(seen(events(["commit", 1], ["commit", 2]), people)).toHaveLength(2);
  });

  it("lets an export of one campaign replace that campaign alone", () => {
    const scope = scopeText({ column: "campaign", values: ["Brand"] });
    const brand = load(2, [part("2026-01-10", "2026-01-12", { scope })]);
    expect(seen(events(["commit", 1], ["commit", 2]), [january, brand])).toEqual([
      [1, [{ from: "2026-01-10", to: "2026-01-12", only: { column: "campaign", values: ["Brand"] } }]],
      [2, []],
    ]);
  });

  it("lets a full export replace the narrower ones in its range", () => {
    const scope = scopeText({ column: "campaign", values: ["Brand"] });
    const brand = load(2, [part("2026-01-10", "2026-01-12", { scope })]);
    expect(seen(events(["commit", 2], ["commit", 1]), [january, brand])).toEqual([[1, []]]);
  });

  it("lets two narrow exports of different campaigns stand side by side", () => {
    const narrow = ["Brand", "Generic"].map((value, index) =>
      load(index + 1, [
        part("2026-01-10", "2026-01-12", { scope: scopeText({ column: "campaign", values: [value] }) }),
      ]),
    );
    expect(seen(events(["commit", 1], ["commit", 2]), narrow)).toEqual([
      [1, []],
      [2, []],
    ]);
  });

  describe("mended rows", () => {
    const mend = load(3, [
      part("2026-01-05", "2026-01-05", { scope: scopeText({ column: "leadline_load", values: ["load-1"] }) }),
    ]);

    it("replace nothing", () => {
      expect(seen(events(["commit", 1], ["commit", 3]), [january, mend])).toEqual([
        [1, []],
        [3, []],
      ]);
    });

    it("are replaced with the load that they mend, however late they come", () => {
      const again = load(2, [part("2026-01-01", "2026-01-31")]);
      const list = events(["commit", 1], ["commit", 2], ["commit", 3]);
      expect(seen(list, [january, again, mend])).toEqual([[2, []]]);
    });

    it("do not count without the load that they mend", () => {
      expect(seen(events(["commit", 1], ["commit", 3], ["revert", 1]), [january, mend])).toEqual([]);
    });
  });

  it("names the build of the last event", () => {
    expect(replayLedger(events(["commit", 1], ["rebuild", 0]), [january]).buildNo).toBe(2);
    expect(replayLedger([], []).buildNo).toBe(0);
  });
});
