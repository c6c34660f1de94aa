import { checkedPattern } from "../channel/checked-pattern.ts";
import { textList, textLiteral } from "../channel/text-literal.ts";
import type { DeriveContext } from "./derive-context.ts";

type Exclusions = DeriveContext["workspace"]["exclusions"];

/** The rule for records that the source itself marks as tests (`is_test`); it comes before a workspace's own rules. */
const TEST_RULE = "test";

/** Rules are numbered in their order, 0 = none; the first that holds names the exclusion. */
export const exclusionRules = {
  test: 1,
  byMailDomain: (rules: Exclusions, domain: string): string =>
    firstRule(rules, ({ email_domains }) =>
      email_domains.map((listed) => {
        const text = listed.toLowerCase().replace(/^@/, "");
        return `(${domain} = ${textLiteral(text)} OR endsWith(${domain}, ${textLiteral(`.${text}`)}))`;
      }),
    ),
  /**
   * The warehouse's facts hold no addresses, so a pattern is looked up where these are kept. Of people who were forgotten
   * stands there which rules caught them; it holds as long as the rule of that name has patterns.
   */
  byAddress: (rules: Exclusions, hash: string): string =>
    firstRule(rules, (rule) => {
      const caught = addressPatterns(rule).map(
        (pattern) => `${hash} IN (SELECT email_hash FROM personal_data WHERE match(email, ${textLiteral(pattern)}))`,
      );
      const forgotten = `${hash} IN (SELECT email_hash FROM forgotten_person WHERE has(rules, ${textLiteral(rule.id)}))`;
      return caught.length === 0 ? [] : [...caught, forgotten];
    }),
  byAccount: (rules: Exclusions, id: string): string =>
    firstRule(rules, ({ account_ids }) => (account_ids.length === 0 ? [] : [`has(${textList(account_ids)}, ${id})`])),
  byPerson: (rules: Exclusions, id: string): string =>
    firstRule(rules, ({ person_ids }) => (person_ids.length === 0 ? [] : [`has(${textList(person_ids)}, ${id})`])),
  /** The lowest number that is not 0. */
  first: (...numbers: readonly string[]): string => `arrayMin(arrayFilter(rule -> rule > 0, [${numbers.join(", ")}]))`,
  name: (rules: Exclusions, number: string): string => {
    const names = [TEST_RULE, ...rules.map(({ id }) => id)];
    return `transform(toUInt16(${number}), [${names.map((_, index) => index + 1).join(", ")}], ${textList(names)}, '')`;
  },
  /** The rule about existing customers, if the workspace has one. */
  customer: (rules: Exclusions): string | undefined => rules.find(({ kind }) => kind === "customer")?.id,
};

/** A rule's patterns on the address, as the engine reads them. */
export function addressPatterns({ id, email_patterns }: Exclusions[number]): readonly string[] {
  return email_patterns.map((pattern) => checkedPattern(`exclusions.${id}.email_patterns`, pattern));
}

function firstRule(rules: Exclusions, conditions: (rule: Exclusions[number]) => readonly string[]): string {
  const branches = rules.flatMap((rule, index) => {
    const texts = conditions(rule);
    return texts.length === 0 ? [] : [texts.join(" OR "), `toUInt16(${index + 2})`];
  });
  return branches.length === 0 ? "toUInt16(0)" : `multiIf(${branches.join(", ")}, toUInt16(0))`;
}
