import { expect, test } from "vitest";
import { columnsShown } from "./columns-shown.ts";

test("columns without anything in them are left out, the day stands first and attributes last", () => {
  const rows = [
    {
      counts_for: ["leads"],
      file: "a.csv",
      line: 2,
      attributes: { tier: "A" },
      channel: "",
      country: "DE",
      date: "2026-03-01",
      won: null,
    },
    {
      counts_for: ["leads"],
      file: "a.csv",
      line: 3,
      attributes: {},
      channel: "",
      country: "",
      date: "2026-03-02",
      won: 0,
    },
  ];
  expect(columnsShown(rows)).toEqual(["date", "country", "won", "attributes"]);
});
