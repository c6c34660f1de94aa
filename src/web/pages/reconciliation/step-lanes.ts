import type { WaterfallLane } from "../../charts/waterfall/waterfall-option.ts";
import type { ReconciliationStep } from "../channels/channels-api.ts";

/** A known part's name: what it is, and which rule, platform or months it is about. */
export function partName({ text, detail }: ReconciliationStep["parts"][number]): string {
  return detail === "" ? text : `${text} (${detail})`;
}

/** A step as the lanes of a waterfall: one figure, its known parts, what is left, the other figure. */
export function stepLanes(step: ReconciliationStep, rest: string): readonly WaterfallLane[] {
  return [
    { kind: "figure", name: step.from_name, amount: step.from_value },
    ...step.parts.map((part) => ({ kind: "part" as const, name: partName(part), amount: part.amount })),
    ...(step.residual === 0 ? [] : [{ kind: "rest" as const, name: rest, amount: step.residual }]),
    { kind: "figure", name: step.to_name, amount: step.to_value },
  ];
}
