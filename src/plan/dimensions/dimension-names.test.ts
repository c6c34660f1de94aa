import { expect, test } from "vitest";
import { DIMENSION_NAMES } from "../../model/dimension-names.ts";
import { dimensionColumns } from "./dimension.ts";

test("every dimension that rows can be broken down by has a name, and no name is left without one", () => {
  expect(Object.keys(DIMENSION_NAMES).sort()).toEqual([...dimensionColumns(), "market"].sort());
  for (const { zh } of Object.values(DIMENSION_NAMES)) expect(zh).toMatch(/\p{Script=Han}/u);
});
