import { expect, test } from "vitest";
import { en } from "../i18n/en.ts";
import { filledBy } from "./filled-by.ts";

test("an empty card names the export that fills it", () => {
  expect(filledBy({ id: "sessions", family: "traffic" })).toBe("traffic");
  expect(filledBy({ id: "leads", family: "funnel" })).toBe("people");
  expect(filledBy({ id: "ltv_margin", family: "money" })).toBe("subscriptions");
  expect(filledBy({ id: "mroi", family: "money" })).toBe("cost");
  expect(Object.keys(en.fills)).toContain(filledBy({ id: "own", family: "own_family" }));
});
