import { describe, expect, it } from "vitest";
import { mergeYaml } from "./merge-yaml.ts";

const file = `# Acme's settings
name: Acme # the legal name

# decided in March
currency: EUR
exclusions:
  # colleagues
  - id: staff
    kind: internal
    email_domains: [acme.example]
  # the agency
  - id: agency
    kind: other
    email_domains:
      - agency.example # they test a lot

# the end
`;
const said = {
  name: "Acme",
  currency: "EUR",
  exclusions: [
    { id: "staff", kind: "internal", email_domains: ["acme.example"] },
    { id: "agency", kind: "other", email_domains: ["agency.example"] },
  ],
};

describe("a YAML text is changed where it has to be", () => {
  it("and stays as it is where nothing changes", () => {
    expect(mergeYaml(file, said)).toBe(file);
  });

  it("a value changes in its line, comments beside and above it stay", () => {
    expect(mergeYaml(file, { ...said, name: "Acme Ltd", currency: "USD" })).toBe(
      file.replace("name: Acme #", "name: Acme Ltd #").replace("currency: EUR", "currency: USD"),
    );
  });

  it("what is new comes after what is there, before the closing comment", () => {
    expect(mergeYaml(file, { ...said, language: "zh" })).toBe(file.replace("\n# the end", "language: zh\n\n# the end"));
  });

  it("an entry that goes takes its comment along, and the others keep theirs", () => {
    const merged = mergeYaml(file, { ...said, exclusions: [said.exclusions[1]] });
    expect(merged).toContain("they test a lot");
    expect(merged).not.toContain("colleagues");
    expect(merged).not.toContain("staff");
  });

  it("an entry that changes is known by its id, also in another place", () => {
    const [staff, agency] = said.exclusions;
    const changed = { ...agency, kind: "customer" };
    const merged = mergeYaml(file, { ...said, exclusions: [changed, staff] });
    expect(merged).toContain("agency.example # they test a lot");
    expect(merged).toContain("kind: customer");
    expect(merged?.indexOf("agency")).toBeLessThan(merged?.indexOf("staff") ?? 0);
  });

  it("an empty file and one of comments alone take their first key", () => {
    expect(mergeYaml("", { name: "A" })).toBe("name: A\n");
    expect(mergeYaml("# only this\n", { name: "A" })).toContain("# only this");
  });

  it("what a merge key said is written out where it changes", () => {
    const merged = mergeYaml("base: &base {x: 1}\nmore:\n  <<: *base\n  y: 2\n", { base: { x: 1 }, more: { y: 3 } });
    expect(merged).toBe("base: &base {x: 1}\nmore:\n  y: 3\n");
  });

  it("a text that would break with its anchor is left alone", () => {
    expect(mergeYaml("a: &list [1, 2]\nb: *list\n", { b: [1, 2] })).toBeNull();
    expect(mergeYaml("a: &x {p: 1}\nb: {c: *x}\n", { b: { c: { p: 1 } } })).toBeNull();
  });
});
