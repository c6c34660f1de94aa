import { expect, test } from "vitest";
import { skipsExplain } from "./skips-explain.ts";

test.each([
  [0, [], true],
  [0, [3], true],
  [1, [1, 4], true],
  [5, [1, 4], true],
  [4, [1, 4], true],
  [3, [1, 4], false],
  [6, [1, 4], false],
  [-1, [1], false],
])("that %d rows are missing is explained by skipped rows %j: %s", (missing, skipped, explained) => {
  expect(skipsExplain(missing, skipped)).toBe(explained);
});
