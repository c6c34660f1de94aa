import { expect, test } from "vitest";
import { targetGroups } from "./target-groups.ts";

const columns = [
  { name: "date", kind: "date", required: true },
  { name: "cost", kind: "money", required: false },
  { name: "campaign", kind: "dim", required: false },
  { name: "memo", kind: "text", required: false },
  { name: "grain", kind: "dim", required: false },
  { name: "attributes", kind: "attributes", required: false },
] as const;

test("what fits stands first, what is needed before all, and what cannot be filled is not offered", () => {
  expect(targetGroups(columns, "text")).toEqual([
    { id: "dimensions", names: ["campaign"] },
    { id: "more", names: ["memo"] },
    { id: "unlikely", names: ["date", "cost"] },
  ]);
  expect(targetGroups(columns, "date")[0]).toEqual({ id: "needed", names: ["date"] });
  expect(targetGroups(columns, "money")[0]).toEqual({ id: "figures", names: ["cost"] });
});
