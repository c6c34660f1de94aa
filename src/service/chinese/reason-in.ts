import { REASON_TEXTS } from "../../ingest/load/reason-text.ts";
import { inChinese, pattern } from "./in-chinese.ts";
import { PRESET_REASONS } from "./texts/preset-reasons.ts";

const BACK = Object.entries({ ...REASON_TEXTS, ...PRESET_REASONS }).map(([english, chinese]) =>
  pattern(chinese, english),
);

/** Why a row was not loaded, for a reader, whatever language it was written in; the words of a team's own presets stay. */
export function reasonIn(text: string, language: "en" | "zh"): string {
  if (language === "zh") return inChinese(text);
  for (const { shape, blanks, chinese: english } of BACK) {
    const found = shape.exec(text);
    if (found) return english.replaceAll(/\{(\d)\}/g, (_, blank) => found[blanks.indexOf(Number(blank)) + 1] ?? "");
  }
  return text;
}
