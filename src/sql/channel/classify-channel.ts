import { B2B_CHANNELS, type Channel, UNASSIGNED } from "../../model/channels.ts";
import type { HostCategory } from "../../model/host-categories.ts";
import type { Workspace } from "../../model/workspace.ts";
import { B2B_WORDS } from "./b2b-words.ts";
import type { ChannelInputs } from "./channel-inputs.ts";
import { checkedPattern } from "./checked-pattern.ts";
import { fillFromClickId } from "./click-ids.ts";
import { CATEGORY_NUMBER, sourceCategory } from "./source-category.ts";
import { textList, textLiteral } from "./text-literal.ts";

type ChannelRules = Workspace["channel_rules"];
type Rule = readonly [channel: Channel, condition: string];

/**
 * ClickHouse expression (String) for the channel: the workspace's own rules first, then our B2B groups, then GA4's
 * default channel groups in their order; the first match wins and case does not matter.
 * Errors: `settings.pattern` for a pattern that the engine cannot read.
 * https://support.google.com/analytics/answer/9756891
 */
export function classifyChannel(inputs: ChannelInputs, rules: ChannelRules = []): string {
  const { source, medium } = fillFromClickId(inputs);
  const bound: Readonly<Record<string, string>> = {
    source: clean(source),
    medium: clean(medium),
    campaign: clean(inputs.campaign),
    program: clean(inputs.program ?? "''"),
    system: clean(inputs.system ?? "''"),
  };
  const branches = [
    ...rules.map(({ channel, when }) => [channel, ownCondition(when)] as const),
    ...B2B_CHANNELS.map((channel, index) => [channel, `b2b = ${index + 1}`] as const),
    ...GA4_RULES,
  ].flatMap(([channel, condition]) => [condition, textLiteral(channel)]);
  const decided = `multiIf(${branches.join(", ")}, ${textLiteral(UNASSIGNED)})`;
  return bind(bound, bind({ kind: sourceCategory("source"), b2b: b2bGroup(["program", "medium", "source"]) }, decided));
}

/** `arrayMap` over one-element arrays gives names to values, so that long expressions stand once. */
function bind(values: Readonly<Record<string, string>>, body: string): string {
  const names = Object.keys(values);
  const arrays = Object.values(values).map((value) => `[${value}]`);
  return `arrayMap((${names.join(", ")}) -> ${body}, ${arrays.join(", ")})[1]`;
}

/** Case and outer blanks do not matter. */
function clean(text: string): string {
  return `lowerUTF8(trimBoth(toString(${text})))`;
}

const is = (name: string, ...values: readonly string[]): string =>
  values.length === 1
    ? `${name} = ${textLiteral(values[0] ?? "")}`
    : `${name} IN (${values.map(textLiteral).join(", ")})`;
const kind = (category: HostCategory): string => `kind = ${CATEGORY_NUMBER[category]}`;
const both = (...conditions: readonly string[]): string => conditions.map((text) => `(${text})`).join(" AND ");
const either = (...conditions: readonly string[]): string => conditions.map((text) => `(${text})`).join(" OR ");
const like = (name: string, pattern: string): string => `match(${name}, ${textLiteral(pattern)})`;

const PAID = like("medium", "^(.*cp.*|ppc|retargeting|paid.*)$");
const SHOPPING_CAMPAIGN = like("campaign", "^(.*(([^a-df-z]|^)shop|shopping).*)$");
const SHOPPING = either(kind("shopping"), SHOPPING_CAMPAIGN);
const EMAIL_WORDS = ["email", "e-mail", "e_mail", "e mail"];
const SOCIAL_MEDIUMS = ["social", "social-network", "social-media", "sm", "social network", "social media"];

const GA4_RULES: readonly Rule[] = [
  [
    "Direct",
    either(
      both(is("source", "(direct)"), is("medium", "(none)", "(not set)")),
      both(is("source", ""), is("medium", "")),
    ),
  ],
  ["Cross-network", "position(campaign, 'cross-network') > 0"],
  ["Paid Shopping", both(SHOPPING, PAID)],
  ["Paid Search", both(kind("search"), PAID)],
  ["Paid Social", both(kind("social"), PAID)],
  ["Paid Video", both(kind("video"), PAID)],
  ["Display", is("medium", "display", "banner", "expandable", "interstitial", "cpm")],
  ["Paid Other", PAID],
  ["Organic Shopping", SHOPPING],
  ["Organic Social", either(kind("social"), is("medium", ...SOCIAL_MEDIUMS))],
  ["Organic Video", either(kind("video"), "position(medium, 'video') > 0")],
  ["AI Assistant", either(is("medium", "ai-assistant"), kind("ai"))],
  ["Organic Search", either(kind("search"), is("medium", "organic"))],
  ["Referral", is("medium", "referral", "app", "link")],
  ["Email", either(is("source", ...EMAIL_WORDS), is("medium", ...EMAIL_WORDS))],
  ["Affiliates", is("medium", "affiliate")],
  ["Audio", is("medium", "audio")],
  ["SMS", either(is("source", "sms"), is("medium", "sms"))],
  ["Mobile Push", either(like("medium", "push$|mobile|notification"), is("source", "firebase"))],
];

/** The 1-based place in `B2B_CHANNELS` of the group that the first of these fields names; 0 = none. */
function b2bGroup(fields: readonly string[]): string {
  const words = B2B_CHANNELS.flatMap((channel) => B2B_WORDS[channel]);
  const places = B2B_CHANNELS.flatMap((channel, index) => B2B_WORDS[channel].map(() => index + 1));
  const carried = fields.map((name) => `translate(${name}, '-_', '  ')`);
  return `arrayFirst(place -> place > 0, arrayMap(word -> transform(word, ${textList(words)}, [${places.join(", ")}], 0), [${carried.join(", ")}]))`;
}

function ownCondition(when: ChannelRules[number]["when"]): string {
  const parts = Object.entries(when).flatMap(([name, pattern]) =>
    pattern === undefined ? [] : [`match(${name}, ${textLiteral(checkedPattern(`channel_rules.${name}`, pattern))})`],
  );
  return both(...parts);
}
