import type { Noted } from "../../charts/trend/flags.ts";
import type { Annotation } from "./kpi-api.ts";

/** A note with the number of its flag; null where no flag stands for it on the chart. */
export interface NumberedAnnotation extends Annotation {
  readonly number: number | null;
}

/**
 * Notes by their day, numbered as their flags are. What comes back every month, or began before the chart does, is told
 * in the list only.
 */
export function numberedAnnotations(annotations: readonly Annotation[], first: string): NumberedAnnotation[] {
  let last = 0;
  return annotations.map((one) => {
    const flagged = one.monthly === null && one.from !== null && one.from >= first;
    if (flagged) last += 1;
    return { ...one, number: flagged ? last : null };
  });
}

/** Those that have a flag. */
export function notedOf(annotations: readonly NumberedAnnotation[]): Noted[] {
  return annotations.flatMap(({ number, from, kind }) =>
    number === null || from === null ? [] : [{ number, from, isBreak: kind === "measurement_break" }],
  );
}
