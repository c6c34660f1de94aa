import type { StepTold } from "../../../api/app-types.ts";
import type { WaterfallLane } from "../../charts/waterfall/waterfall-option.ts";

/** A known part's name: what it is, and which rule, platform or months it is about. */
export function partName({ text, detail }: StepTold["parts"][number]): string {
  if (detail === "") return text;
  return /\p{Script=Han}/u.test(text) ? `${text}（${detail}）` : `${text} (${detail})`;
}

/** Less than a cent is what rounding leaves. */
export function isExplained({ residual }: Pick<StepTold, "residual">): boolean {
  return Math.abs(residual) < 0.005;
}

/** A step as the lanes of a waterfall: one figure, its known parts, what is left, the other figure. */
export function stepLanes(step: StepTold, rest: string): readonly WaterfallLane[] {
  return [
    { kind: "figure", name: step.from_name, amount: step.from_value },
    ...step.parts.map((part) => ({ kind: "part" as const, name: partName(part), amount: part.amount })),
    ...(isExplained(step) ? [] : [{ kind: "rest" as const, name: rest, amount: step.residual }]),
    { kind: "figure", name: step.to_name, amount: step.to_value },
  ];
}
