import { expect, test } from "vitest";
import { recognisingFields } from "./recognising-fields.ts";

const set = { date: "date([day])", clicks: "integer([clicks])", "attributes.team": "text([team])" };

test("a layout is recognised by what it needs and by more than that", () => {
  expect(recognisingFields(["team", "clicks", "day", "unused"], set, ["date"])).toEqual(["day", "clicks", "team"]);
});

test("by six fields at most, unless it needs more", () => {
  const many = Object.fromEntries([..."abcdefgh"].map((name) => [name, `text([${name}])`]));
  expect(recognisingFields([..."abcdefgh"], many, ["h"])).toEqual(["h", "a", "b", "c", "d", "e"]);
  expect(recognisingFields([..."abcdefgh"], many, [..."abcdefg"])).toHaveLength(7);
});
