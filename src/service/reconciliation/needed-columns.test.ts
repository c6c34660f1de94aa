import { expect, test } from "vitest";
import type { LoadMeta } from "../../ingest/load/load-meta.ts";
import type { Preset } from "../../model/preset.ts";
import { neededColumns } from "./needed-columns.ts";

const preset = (id: string, set: Readonly<Record<string, string>>) =>
  ({
    id,
    layouts: [
      {
        id: "daily",
        columns: {
          results: ["Results", "成效"],
          view: { titles: ["1-day view"] },
          late: ["28-day click"],
          day: ["1-day click"],
        },
        facts: [{ fact: "ad_daily", set }],
      },
    ],
  }) as unknown as Preset;
const load = (connection: string, id: string, ...header: readonly string[]) => ({
  connection,
  preset: id,
  meta: { tables: [{ layout: "daily", header, section: null, first_line: 1, last_line: 2 }] } as unknown as LoadMeta,
});

const PRESETS = [
  preset("tells", {
    conversions_view: "when(is_empty([results]), null, number([view]) + number([late]) + number([day]))",
  }),
  preset("silent", { conversions: "number([results])" }),
];

test("what a file lacks is named by the first title of each column, whatever title it has the others under", () => {
  const loads = [load("tells/de", "tells", "成效", " 1-DAY VIEW "), load("tells/us", "tells", "Results", "1-day view")];
  expect(neededColumns(["conversions_view"], ["tells/de", "tells/us"], loads, PRESETS)).toEqual({
    columns: [{ connections: ["tells/de", "tells/us"], titles: ["1-day click", "28-day click"] }],
    again: [],
    never: [],
  });
});

test("a file that has all of it and says nothing is another thing than an export that cannot say it", () => {
  const loads = [
    load("tells", "tells", "Results", "1-day view", "1-day click", "28-day click"),
    load("silent", "silent", "Results"),
    load("own", "a preset that is gone", "Results"),
  ];
  expect(neededColumns(["conversions_view"], ["tells", "silent", "own"], loads, PRESETS)).toEqual({
    columns: [],
    again: ["tells"],
    never: ["silent", "own"],
  });
});
