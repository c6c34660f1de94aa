import { expect, test } from "vitest";
import { crossed } from "./crossed.ts";

const segment = (channel: string, country: string, device: string) => ({
  key: [channel, country, device].join(),
  by: { channel, country, device },
});

test("of three dimensions each combination has a column of its own, and no cell shows a part as if it were the whole", () => {
  const segments = [
    segment("Email", "DE", "mobile"),
    segment("Email", "DE", "desktop"),
    segment("Webinar", "DE", "desktop"),
  ];
  const { rows, columns, segment: at } = crossed(segments, "channel", ["country", "device"]);
  expect(rows).toEqual(["Email", "Webinar"]);
  expect(columns.map(({ country, device }) => [country, device])).toEqual([
    ["DE", "mobile"],
    ["DE", "desktop"],
  ]);
  expect([at(0, 0), at(0, 1), at(1, 0), at(1, 1)].map((one) => one?.key)).toEqual([
    "Email,DE,mobile",
    "Email,DE,desktop",
    undefined,
    "Webinar,DE,desktop",
  ]);
});
