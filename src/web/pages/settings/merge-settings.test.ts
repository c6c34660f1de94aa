import { expect, test } from "vitest";
import { workspaceSchema } from "../../../model/workspace.ts";
import { changedKeys, mergeSettings } from "./merge-settings.ts";

const { warehouse: _, ...base } = workspaceSchema.parse({ name: "Acme", markets: { DACH: ["DE", "AT"] } });

test("what the other side changed alone is taken over beside one's own", () => {
  const merged = mergeSettings(base, { ...base, name: "Mine" }, { ...base, currency: "USD" });
  expect(merged.settings).toMatchObject({ name: "Mine", currency: "USD" });
  expect(merged).toMatchObject({ theirs: ["currency"], both: [] });
});

test("what both changed is told, and one's own stands for now", () => {
  const merged = mergeSettings(base, { ...base, name: "Mine" }, { ...base, name: "Theirs" });
  expect(merged).toMatchObject({ settings: { name: "Mine" }, both: ["name"], theirs: [] });
});

test("the same change on both sides is no conflict", () => {
  const changed = { ...base, name: "Same" };
  expect(mergeSettings(base, changed, changed)).toMatchObject({ both: [], settings: { name: "Same" } });
});

test("a value that was taken out stays out", () => {
  const { gross_margin: _gone, ...without } = { ...base, gross_margin: 0.5 };
  const merged = mergeSettings({ ...base, gross_margin: 0.5 }, without, { ...base, gross_margin: 0.5, name: "Theirs" });
  expect(merged.settings.gross_margin).toBeUndefined();
  expect(merged.settings.name).toBe("Theirs");
});

test("the order of keys is no change, the order of rules is", () => {
  expect(
    changedKeys({ ...base, markets: { A: ["DE"], B: ["FR"] } }, { ...base, markets: { B: ["FR"], A: ["DE"] } }),
  ).toEqual([]);
  const rules = [
    { channel: "A", when: { source: "a" } },
    { channel: "B", when: { source: "b" } },
  ];
  expect(changedKeys({ ...base, channel_rules: rules }, { ...base, channel_rules: rules.toReversed() })).toEqual([
    "channel_rules",
  ]);
});
