import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { referencePages } from "../../scripts/make-reference.ts";
import { commands } from "../../src/cli/commands/index.ts";

const root = join(import.meta.dirname, "../..");
const read = (name: string) => readFileSync(join(root, name), "utf8");
const pages = [
  ...["README.md", "README.zh-CN.md", "ARCHITECTURE.md", "GLOSSARY.md", "CONTRIBUTING.md", "CHANGELOG.md"],
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

test.each(Object.entries(referencePages()))(
  "docs/reference/%s says what the code says (else: npm run reference)",
  (name, text) => {
    expect(read(join("docs/reference", name))).toBe(text);
  },
);

test.each(pages)("every link of %s leads somewhere", (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? "");
  const broken = links.filter((link) => !/^https?:/.test(link) && !existsSync(join(root, dirname(page), link)));
  expect(broken).toEqual([]);
});

test("the two READMEs are in step: same commands, same sections", () => {
  const shape = (name: string) => ({
    code: [...read(name).matchAll(/^(?:npm|npx) [^#\n]*/gm)].map(([line]) => line.trim()),
    sections: read(name).match(/^## /gm)?.length,
    tables: read(name).match(/^\|/gm)?.length,
  });
  expect(shape("README.zh-CN.md")).toEqual(shape("README.md"));
});

test("every command has a file of its own", () => {
  const files = readdirSync(join(root, "src/cli/commands")).filter(
    (name) => name !== "index.ts" && !name.includes(".test."),
  );
  expect(commands).toHaveLength(files.length);
});
