import { expect, test } from "vitest";
import { exclusionInWords, exclusionNamed } from "./exclusion-words.ts";

const rule = {
  id: "own_people",
  kind: "internal" as const,
  email_domains: ["lotwerk.example"],
  email_patterns: [],
  account_ids: [],
  person_ids: [],
};

test("a rule says what it leaves out, in either language", () => {
  expect(exclusionInWords(rule, "en")).toBe("Our own people: mail at lotwerk.example");
  expect(exclusionInWords(rule, "zh")).toBe("内部人员：邮箱域名为 lotwerk.example");
});

test("a long list is cut and says how much is left", () => {
  const long = { ...rule, kind: "test" as const, email_domains: [], person_ids: ["1", "2", "3", "4", "5"] };
  expect(exclusionInWords(long, "en")).toBe("Tests: persons with the id 1, 2, 3 and 2 more");
  expect(exclusionInWords(long, "zh")).toBe("测试：联系人编号为 1、2、3 等 5 项");
});

test("customers are also told by their company; a rule without lists by its kind", () => {
  const customers = { ...rule, kind: "customer" as const, email_domains: [] };
  expect(exclusionInWords(customers, "en")).toBe(
    "Existing customers: whose company was a customer before they became a lead",
  );
  expect(exclusionInWords({ ...rule, email_domains: [] }, "en")).toBe("Our own people");
});

test("records that their source marks as tests have words of their own; a rule that is gone has none", () => {
  expect(exclusionNamed([rule], "own_people", "en")).toContain("lotwerk.example");
  expect(exclusionNamed([rule], "test", "en")).toBe("Tests: marked as such by their source");
  expect(exclusionNamed([rule], "gone", "en")).toBeUndefined();
});
