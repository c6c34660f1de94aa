import { expect, test } from "vitest";
import { campaignNames, type WrittenAliases } from "../../model/campaign-aliases.ts";
import { routingSchema } from "../../model/routing.ts";
import { chooseRoute, type RoutedLead, readIntent } from "./choose-route.ts";

const lead = (more: Partial<RoutedLead>): RoutedLead => ({
  kind: "vendor",
  intent: "yes",
  columns: {},
  attributes: {},
  ...more,
});
const routed = (rules: unknown, more: Partial<RoutedLead>, aliases: WrittenAliases = {}) =>
  chooseRoute(routingSchema.parse({ rules }).rules, lead(more), campaignNames(aliases))?.to ?? null;

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

test.each(["Deutschland", "Germany", "DE", "deu", "德国"])("a rule on Germany holds for a lead from %s", (country) => {
  const rules = [{ id: "german", when: { country: "Germany" }, to: "sales-de" }];
  expect(routed(rules, { columns: { country } })).toBe("sales-de");
  expect(routed([{ id: "german", when: { country }, to: "sales-de" }], { columns: { country: "DE" } })).toBe(
    "sales-de",
  );
});

test("a rule on a campaign holds under any of its names, whichever of them the rule says", () => {
  const aliases = { "Spring launch": ["spring_launch", "120210"], Old: "Autumn" };
  const rule = (campaign: string) => [{ id: "a", when: { campaign }, to: "sales" }];
  for (const one of ["Spring launch", "SPRING_LAUNCH", " 120210 "])
    for (const other of ["Spring launch", "spring_launch", "120210"])
      expect(routed(rule(one), { columns: { campaign: other } }, aliases), `${one} ${other}`).toBe("sales");
  expect(routed(rule("Autumn"), { columns: { campaign: "old" } }, aliases)).toBe("sales");
  expect(routed(rule("Spring launch"), { columns: { campaign: "Autumn" } }, aliases)).toBeNull();
  expect(routed(rule("Spring launch"), { columns: { campaign: "spring_launch" } })).toBeNull();
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
