import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { en } from "../i18n/en.ts";
import { filledBy } from "./filled-by.ts";

test("an empty card names the export that fills it", () => {
  expect(filledBy({ id: "sessions", family: "traffic" })).toBe("traffic");
  expect(filledBy({ id: "leads", family: "funnel" })).toBe("people");
  expect(filledBy({ id: "ltv_margin", family: "money" })).toBe("subscriptions");
  expect(filledBy({ id: "mroi", family: "money" })).toBe("cost");
  expect(filledBy({ id: "search_clicks", family: "search" })).toBe("search");
  expect(filledBy({ id: "attendance_rate", family: "programs" })).toBe("programs");
  expect(filledBy({ id: "email_mqls", family: "email" })).toBe("email");
  expect(filledBy({ id: "audience_growth", family: "traffic" })).toBe("social");
  expect(Object.keys(en.fills)).toContain(filledBy({ id: "own", family: "own_family" }));
});

test("every family of the catalogue has a name", () => {
  const families = readdirSync("catalogue", { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "boards")
    .map(({ name }) => name);
  expect(families.length).toBeGreaterThan(5);
  for (const family of families) expect(Object.keys(en.family)).toContain(family);
});
