import { expect, test } from "vitest";
import { routingSchema } from "../../model/routing.ts";
import { chooseRoute, type RoutedLead, readIntent } from "./choose-route.ts";

const lead = (more: Partial<RoutedLead>): RoutedLead => ({
  kind: "vendor",
  intent: "yes",
  columns: {},
  attributes: {},
  ...more,
});
const routed = (rules: unknown, more: Partial<RoutedLead>) =>
  chooseRoute(routingSchema.parse({ rules }).rules, lead(more))?.to ?? null;

test("without rules of their own, yes goes to sales, no to nurture, and no answer to nobody", () => {
  expect(routed(undefined, {})).toBe("sales");
  expect(routed(undefined, { intent: "no" })).toBe("nurture");
  expect(routed(undefined, { intent: "unknown" })).toBeNull();
});

test("the first rule that holds decides; one without conditions takes the rest", () => {
  const rules = [
    { id: "dach", when: { intent: true, country: ["DE", "AT"] }, to: "sales-dach" },
    { id: "rest", to: "nurture" },
  ];
  expect(routed(rules, { columns: { country: "AT" } })).toBe("sales-dach");
  expect(routed(rules, { columns: { country: "FR" } })).toBe("nurture");
  expect(routed(rules, { columns: { country: "AT" }, intent: "no" })).toBe("nurture");
});

test("all conditions of a rule hold together; values are compared without regard to case", () => {
  const rules = [{ id: "a", when: { kind: "form", vendor: "acme", attributes: { tier: "A" } }, to: "sales" }];
  const fitting = { kind: "form" as const, columns: { vendor: "Acme" }, attributes: { tier: "a" } };
  expect(routed(rules, fitting)).toBe("sales");
  expect(routed(rules, { ...fitting, attributes: {} })).toBeNull();
  expect(routed(rules, { ...fitting, kind: "vendor" })).toBeNull();
});

test.each([
  ["Yes", "yes"],
  [" ja ", "yes"],
  ["是", "yes"],
  ["0", "no"],
  ["否", "no"],
  ["perhaps", "unknown"],
  ["", "unknown"],
])("the answer %j is %s", (text, intent) => {
  expect(readIntent(text)).toBe(intent);
});
