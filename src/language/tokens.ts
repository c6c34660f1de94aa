import { languageError } from "./language-error.ts";

type TokenKind = "number" | "text" | "name" | "column" | "symbol" | "end";

export interface Token {
  readonly kind: TokenKind;
  /** The symbol or name itself; the content of a text or column; a number in its shortest form. */
  readonly text: string;
  readonly at: number;
}

const BLANK = /\s/u;
const NUMBER = /\d+(?:\.\d+)?|\.\d+/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const SYMBOL = /<=|>=|!=|[-+*/<>=(),]/y;

/** What people type with another keyboard or from habit, and what is meant. */
const MEANT: Readonly<Record<string, string>> = {
  "（": "(",
  "）": ")",
  "，": ",",
  "、": ",",
  "＋": "+",
  "－": "-",
  "−": "-",
  "–": "-",
  "＊": "*",
  "×": "*",
  "·": "*",
  "／": "/",
  "÷": "/",
  "＜": "<",
  "＞": ">",
  "≤": "<=",
  "≥": ">=",
  "≠": "!=",
  "＝": "=",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "【": "[",
  "】": "]",
};

const HABITS: Readonly<Record<string, string>> = {
  "%": "Write a share as a fraction: 0.05 for 5 %.",
  "!": "Write != for “not equal”.",
  "&": "Write and(a, b).",
  "|": "Write or(a, b).",
  ";": "Separate arguments with a comma.",
  "^": "There are no powers; multiply.",
  "]": "Remove the ] or open the title with [.",
};

/** Cuts a text into tokens; the last one is of kind `end`. Throws a LeadlineError at the first character it cannot read. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (BLANK.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const [token, next] = tokenAt(text, at);
    found.push(token);
    at = next;
  }
  found.push({ kind: "end", text: "", at: text.length });
  return found;
}

function tokenAt(text: string, at: number): readonly [Token, number] {
  const first = text.charAt(at);
  if (first === "'" || first === '"') {
    const [content, next] = enclosed(text, at, first);
    if (content === null)
      throw languageError("formula.unclosed_text", `The text that opens with ${first} has no end.`, at);
    return [{ kind: "text", text: content, at }, next];
  }
  if (first === "[") {
    const [content, next] = enclosed(text, at, "]");
    if (content === null) throw languageError("formula.unclosed_column", "The [ is never closed.", at);
    return [{ kind: "column", text: content, at }, next];
  }
  for (const [kind, pattern] of [
    ["number", NUMBER],
    ["name", NAME],
    ["symbol", SYMBOL],
  ] as const) {
    pattern.lastIndex = at;
    const match = pattern.exec(text)?.[0];
    if (match !== undefined) {
      return [{ kind, text: kind === "number" ? shortest(match) : match, at }, at + match.length];
    }
  }
  throw unknownCharacter(String.fromCodePoint(text.codePointAt(at) ?? 0), at);
}

/** The text up to the closing sign; the closing sign written twice stands for itself. Null = never closed. */
function enclosed(text: string, at: number, close: string): readonly [string | null, number] {
  let content = "";
  for (let i = at + 1; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (character !== close) content += character;
    else if (text.charAt(i + 1) === close) {
      content += close;
      i += 1;
    } else return [content, i + 1];
  }
  return [null, text.length];
}

function shortest(digits: string): string {
  const [whole = "", fraction = ""] = digits.split(".");
  const left = whole.replace(/^0+(?=\d)/, "") || "0";
  const right = fraction.replace(/0+$/, "");
  return right === "" ? left : `${left}.${right}`;
}

function unknownCharacter(character: string, at: number) {
  const meant = MEANT[character];
  const remedy = meant === undefined ? HABITS[character] : `Write ${meant} instead of ${character}.`;
  return languageError("formula.unknown_character", `The character ${character} has no meaning here.`, at, remedy);
}
