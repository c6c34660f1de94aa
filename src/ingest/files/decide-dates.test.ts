import { describe, expect, test } from "vitest";
import { type DateHints, decideDates, noDates, weighDate } from "./decide-dates.ts";

function decide(cells: readonly string[], hints: Partial<DateHints> = {}) {
  const evidence = noDates();
  for (const cell of cells) weighDate(cell, evidence);
  return decideDates(evidence, { layout: "auto", periods: [], decimal: null, ...hints });
}

describe("the order of a file's dates", () => {
  test("ISO, compact and Chinese dates leave nothing to decide", () => {
    expect(decide(["2026-09-01", "20260902", "2026年9月3日", "2026/9/4", ""])).toBe("iso");
    expect(decide(["Jun 09, 2026 09:30 pm"])).toBe("iso");
  });

  test("one day above twelve decides for the whole file", () => {
    expect(decide(["1/5/2026", "1/28/2026"])).toBe("mdy");
    expect(decide(["1/5/2026", "28/1/2026"])).toBe("dmy");
    expect(decide(["01-05-26", "28-01-26"])).toBe("dmy");
  });

  test("dates with dots put the day first", () => {
    expect(decide(["1.10.2026"])).toBe("dmy");
  });

  test("both orders in one file are an error, a stray one is not", () => {
    expect(decide(["28/1/2026", "1/28/2026"])).toBe("mixed");
    expect(decide([...Array.from({ length: 50 }, () => "1/28/2026"), "28/1/2026"])).toBe("mdy");
  });

  test("without a clear date the layout, then the export's period, then an AM or PM decide", () => {
    expect(decide(["1/5/2026"], { layout: "mdy" })).toBe("mdy");
    expect(decide(["9/1/2026", "9/2/2026"], { periods: [{ from: "2026-09-01", to: "2026-09-02" }] })).toBe("mdy");
    expect(decide(["9/1/2026", "9/2/2026"], { periods: [{ from: "2026-01-01", to: "2026-03-31" }] })).toBe("dmy");
    expect(decide(["3/5/2024 2:30 PM"])).toBe("mdy");
    expect(decide(["3/5/2024"], { decimal: "comma" })).toBe("dmy");
  });

  test("otherwise the order stays open and is asked for", () => {
    expect(decide(["1/5/2026", "2/6/2026"])).toBeNull();
    expect(decide(["9/1/2026"], { periods: [{ from: "2026-01-01", to: "2026-12-31" }] })).toBeNull();
  });

  test("days equal to their month mean the same in both orders", () => {
    expect(decide(["1/1/2026", "2/2/2026"])).not.toBeNull();
  });
});
