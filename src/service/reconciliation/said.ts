import type { AnswerRow, Reason } from "../../model/answer.ts";
import { closeStep, type Part } from "./close-step.ts";
import type { Said, Step } from "./reconciliation.ts";
import { SAID_TEXTS, UNKNOWN_TEXTS } from "./reconciliation-texts.ts";

export type SaidId = keyof typeof SAID_TEXTS;
export type UnknownId = keyof typeof UNKNOWN_TEXTS;

/** What a system says, from the row of an answer. */
export function saidBy(
  id: SaidId,
  kind: Said["kind"],
  row: Pick<AnswerRow, "value" | "reason"> | undefined,
  language: "en" | "zh",
): Said {
  const value = row?.value ?? null;
  const reason = value === null ? (row?.reason ?? unknown("not_loaded", language)) : null;
  return { id, name: SAID_TEXTS[id][language], kind, value, reason };
}

export function unknown(id: UnknownId, language: "en" | "zh", blanks: Readonly<Record<string, string>> = {}): Reason {
  const text: string = UNKNOWN_TEXTS[id][language];
  return { code: id, text: text.replaceAll(/\{(\w+)\}/g, (blank, name: string) => blanks[name] ?? blank) };
}

/** The way from one figure to another; null unless both are known. */
export function stepBetween(
  from: Pick<Said, "id" | "name" | "value">,
  to: Pick<Said, "id" | "name" | "value">,
  parts: readonly Part[],
  unknowns: readonly Reason[],
): Step | null {
  if (from.value === null || to.value === null) return null;
  return {
    id: `${from.id}_to_${to.id}`,
    from: from.id,
    to: to.id,
    from_name: from.name,
    to_name: to.name,
    ...closeStep(from.value, to.value, parts),
    unknown: unknowns,
  };
}
