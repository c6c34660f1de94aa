import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { LANGUAGE_ERRORS } from "../../src/language/language-error.ts";
import { CHINESE } from "../../src/service/chinese/in-chinese.ts";

const ROOT = join(import.meta.dirname, "../..");
/** What makes an error, and which of its arguments people read. */
const READ: Readonly<Record<string, readonly number[]>> = { LeadlineError: [1, 2], languageError: [1, 3] };

/** A literal's text, its blanks numbered; null for anything else. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }, i) => `{${i}}${literal.text}`).join("");
}

/** Sentences in an argument, also those of a choice or within a blank. */
function sentencesIn(node: ts.Node): string[] {
  const text = textOf(node);
  const own = text !== null && /\s/.test(text) && /[.?!]$/.test(text.trim()) && /[A-Za-z]/.test(text) ? [text] : [];
  const inner: string[] = [];
  ts.forEachChild(node, (child) => void inner.push(...sentencesIn(child)));
  return [...own, ...inner];
}

/** Sentences that several errors of a catalogue share. */
function sharedSentence(node: ts.Node, file: string): string[] {
  if (!/-errors?\.ts$/.test(file) || !ts.isVariableDeclaration(node) || !node.initializer) return [];
  return textOf(node.initializer) === null ? [] : sentencesIn(node.initializer);
}

function sentencesOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), "utf8"), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    found.push(...sharedSentence(node, file));
    if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
      for (const at of READ[node.expression.getText()] ?? []) {
        const argument = node.arguments?.[at];
        if (argument) found.push(...sentencesIn(argument));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test("every sentence and remedy of an error has a Chinese text", () => {
  const files = globSync("src/**/*.ts", { cwd: ROOT }).filter((file) => !/\.test\.|^src\/web/.test(file));
  const said = [...new Set(files.flatMap(sentencesOf)), ...Object.values(LANGUAGE_ERRORS)];
  expect(said.length).toBeGreaterThan(300);
  // A text of blanks alone carries other texts.
  const missing = said.filter(
    (text) => !(text in CHINESE || text.trim() in CHINESE) && /[A-Za-z]{2}/.test(text.replaceAll(/\{\d\}/g, "")),
  );
  expect(missing).toEqual([]);
});
