import { REASON_TEXTS } from "../../ingest/load/reason-text.ts";
import { CHANNELS } from "./texts/channels.ts";
import { FILES } from "./texts/files.ts";
import { FORMULAS } from "./texts/formulas.ts";
import { HEALTH } from "./texts/health.ts";
import { PRESET_REASONS } from "./texts/preset-reasons.ts";
import { QUESTIONS } from "./texts/questions.ts";
import { TAPS } from "./texts/taps.ts";
import { WORKSPACE } from "./texts/workspace.ts";

/** Every text of an error, English with numbered blanks → Chinese. */
export const CHINESE: Readonly<Record<string, string>> = {
  ...CHANNELS,
  ...FILES,
  ...FORMULAS,
  ...HEALTH,
  ...PRESET_REASONS,
  ...QUESTIONS,
  ...REASON_TEXTS,
  ...TAPS,
  ...WORKSPACE,
};

interface Pattern {
  readonly shape: RegExp;
  readonly blanks: readonly number[];
  readonly chinese: string;
}

let patterns: readonly Pattern[] | null = null;

/** An error's sentence or remedy in Chinese; what has no translation stays as it is. */
export function inChinese(text: string): string {
  const whole = translated(text);
  if (whole !== null) return whole;
  const sentences = text.split(/(?<=[.?!]) (?=\S)/);
  if (sentences.length === 1) return text;
  const each = sentences.map(translated);
  return each.every((one) => one !== null) ? each.join("") : text;
}

function translated(text: string): string | null {
  const exact = CHINESE[text];
  if (exact !== undefined) return exact;
  patterns ??= Object.entries(CHINESE)
    .filter(([english]) => /\{\d\}/.test(english))
    .sort(([a], [b]) => literal(b) - literal(a))
    .map(([english, chinese]) => pattern(english, chinese));
  for (const { shape, blanks, chinese } of patterns) {
    const found = shape.exec(text);
    if (!found) continue;
    return chinese.replaceAll(/\{(\d)\}/g, (_, blank: string) => {
      const given = found[blanks.indexOf(Number(blank)) + 1] ?? "";
      return CHINESE[given] ?? (/[.?] ?$/.test(given) ? inChinese(given.trim()) : listed(given));
    });
  }
  return null;
}

/** The parts of a list are worded one by one, where all of them have a text. */
function listed(text: string): string {
  const parts = text.split("; ").map((part) => (part === text ? null : translated(part)));
  return parts.every((part) => part !== null) ? parts.join("；") : text;
}

const literal = (english: string): number => english.replaceAll(/\{\d\}/g, "").length;

/** What recognises a text with numbered blanks, and the text that is told for it. */
export function pattern(from: string, to: string): Pattern {
  const parts = from.split(/\{\d\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return {
    shape: new RegExp(`^${parts.join("(.*?)")}$`, "s"),
    blanks: [...from.matchAll(/\{(\d)\}/g)].map(([, blank]) => Number(blank)),
    chinese: to,
  };
}
