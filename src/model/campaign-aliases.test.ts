import { describe, expect, test } from "vitest";
import { aliasPairs, campaignNames } from "./campaign-aliases.ts";
import { parseYaml } from "./parse-yaml.ts";
import { workspaceSchema } from "./workspace.ts";

function read(aliases: string) {
  return parseYaml(`name: Acme\ncampaign_aliases:\n${aliases}`, workspaceSchema, "workspace", "leadline.yaml");
}

function refused(aliases: string): string {
  const parsed = read(aliases);
  const [problem] = parsed.ok ? [] : parsed.problems;
  return `${problem?.place?.line}: ${problem?.message} ${problem?.remedy}`;
}

describe("other names of campaigns", () => {
  test("stand under their campaign, or each before it, and the campaign is among its names", () => {
    const parsed = read("  Spring: [417, spring-2026]\n  old spring: Spring\n");
    if (!parsed.ok) throw parsed.problems[0];
    expect(Object.fromEntries(campaignNames(parsed.value.campaign_aliases))).toEqual({
      spring: "Spring",
      "417": "Spring",
      "spring-2026": "Spring",
      "old spring": "Spring",
    });
    expect(aliasPairs(parsed.value.campaign_aliases)).toEqual({
      "417": "Spring",
      "spring-2026": "Spring",
      "old spring": "Spring",
    });
  });

  test("ids of platforms keep all their digits without quotes, in a list and before a colon", () => {
    const parsed = read("  Spring: [120210000000000417]\n  120210000000000419: Spring\n");
    if (!parsed.ok) throw parsed.problems[0];
    expect([...campaignNames(parsed.value.campaign_aliases).keys()]).toEqual([
      "spring",
      "120210000000000417",
      "120210000000000419",
    ]);
  });

  test("that would stand for two campaigns are refused where they stand", () => {
    expect(refused("  Spring: [a, b]\n  Autumn:\n    - c\n    - B\n")).toBe(
      '6: campaign_aliases.Autumn.1: "B" would stand for two campaigns, "Spring" and "Autumn". Leave it under one of the two; two campaigns that are one take the same name.',
    );
    expect(refused("  Spring: [a]\n  A: Autumn\n")).toContain(
      '4: campaign_aliases.A: "A" would stand for two campaigns',
    );
    expect(refused("  a: Spring\n  Spring: Autumn\n")).toContain('"Spring" would stand for two campaigns');
    expect(refused("  a: Spring\n  b: spring\n")).toContain(
      '4: campaign_aliases.b: "Spring" and "spring" differ in case',
    );
  });

  test("an entry without a name, as the page has it while it is typed, says nothing", () => {
    const parsed = read('  a: ""\n  "": Spring\n');
    expect(parsed.ok && campaignNames(parsed.value.campaign_aliases).size).toBe(0);
  });
});
