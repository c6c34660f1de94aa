import type { StepTold } from "../../../api/app-types.ts";
import type { WaterfallLane } from "../../charts/waterfall/waterfall-option.ts";

/**
 * Names of known parts: what each is, and which platform or months it is about. A rule is named by its kind, and where another
 * part is of that kind too by what it leaves out; `says` puts a rule into words.
 */
export function partNames(parts: StepTold["parts"], says: (rule: string) => string | undefined): readonly string[] {
  return parts.map(({ text, detail, kind }) => {
    const shared = parts.some((other) => other.text === text && other.detail !== detail);
    const rule = () => (shared ? (says(detail)?.replace(/^[^:：]*[:：]\s*/, "") ?? detail) : "");
    const about = kind === undefined ? detail : rule();
    if (about === "") return text;
    return /\p{Script=Han}/u.test(text) ? `${text}（${about}）` : `${text} (${about})`;
  });
}

/** Less than a cent is what rounding leaves. */
export function isExplained({ residual }: Pick<StepTold, "residual">): boolean {
  return Math.abs(residual) < 0.005;
}

/** A step as the lanes of a waterfall: one figure, its known parts by their names, what is left, the other figure. */
export function stepLanes(step: StepTold, names: readonly string[], rest: string): readonly WaterfallLane[] {
  return [
    { kind: "figure", name: step.from_name, amount: step.from_value },
    ...step.parts.map(({ text, amount }, i) => ({ kind: "part" as const, name: names[i] ?? text, amount })),
    ...(isExplained(step) ? [] : [{ kind: "rest" as const, name: rest, amount: step.residual }]),
    { kind: "figure", name: step.to_name, amount: step.to_value },
  ];
}
