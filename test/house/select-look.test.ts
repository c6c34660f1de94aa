import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const WEB = join(import.meta.dirname, "../../src/web");

test("how a list to choose from looks is said once, for all pages", () => {
  const sheets = globSync("**/*.css", { cwd: WEB });
  expect(sheets.length).toBeGreaterThan(20);
  const said = sheets.flatMap((sheet) =>
    [...readFileSync(join(WEB, sheet), "utf8").matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(
      ([, selector = "", rule = ""]) =>
        /(?<![\w.-])select\b/.test(selector) && /(border|background|color|font)\b[^:]*:/.test(rule) ? [sheet] : [],
    ),
  );
  expect(said).toEqual([join("theme", "tokens.css")]);
});
