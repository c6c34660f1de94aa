import type { Noted } from "../../charts/trend/flags.ts";
import type { Annotation } from "./kpi-api.ts";

/** A note with the number of its flag; null where no flag stands for it on the chart. */
export interface NumberedAnnotation extends Annotation {
  readonly number: number | null;
}

/**
 * Notes by their day, numbered as their flags are. What comes back every month has one flag, at its newest
 * days; what began before the chart does is told in the list only.
 */
export function numberedAnnotations(annotations: readonly Annotation[], first: string): NumberedAnnotation[] {
  let last = 0;
  return annotations.map((one) => {
    const from = flagDay(one);
    const flagged = from !== null && from >= first;
    if (flagged) last += 1;
    return { ...one, number: flagged ? last : null };
  });
}

/** The day its flag stands on: of what comes back every month, the newest. */
const flagDay = ({ from, monthly, occurrences }: Annotation): string | null =>
  monthly === null ? from : (occurrences.at(-1)?.from ?? null);

/** Those that have a flag. */
export function notedOf(annotations: readonly NumberedAnnotation[]): Noted[] {
  return annotations.flatMap((one) => {
    const from = flagDay(one);
    return one.number === null || from === null
      ? []
      : [{ number: one.number, from, isBreak: one.kind === "measurement_break" }];
  });
}
