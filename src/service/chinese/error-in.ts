import type { LeadlineError } from "../../language/leadline-error.ts";
import { inChinese } from "./in-chinese.ts";

/** What a reader of a language is told of an error: its sentence and its remedy. */
export function errorIn(
  error: Pick<LeadlineError, "message" | "remedy">,
  language: "en" | "zh",
): { readonly sentence: string; readonly remedy: string } {
  if (language === "en") return { sentence: error.message, remedy: error.remedy };
  return { sentence: inChinese(error.message), remedy: inChinese(error.remedy) };
}
