import type { ComparedRow, Verdict } from "../../../api/app-types.ts";
import type { ParityLane } from "../../charts/parity/parity-option.ts";

/** On which side of its spend a judged channel lies. */
export const SIDES: Readonly<Partial<Record<Verdict, ParityLane["side"]>>> = {
  above: "above",
  below: "below",
  at: "at",
  too_few: "unsure",
};

/** The channels that are judged as lanes: the interval of parity times the share of spend is that of conversions. */
export function parityLanes(
  rows: readonly ComparedRow[],
  words: { readonly name: (channel: string) => string; readonly verdict: (verdict: Verdict) => string },
): readonly ParityLane[] {
  return rows.flatMap(({ name, parity }): ParityLane[] => {
    const side = parity && SIDES[parity.verdict];
    if (!parity || !side || parity.spendShare === null || parity.conversionShare === null || !parity.interval)
      return [];
    const [low, high] = parity.interval;
    return [
      {
        name: words.name(name),
        spend: parity.spendShare,
        conversions: parity.conversionShare,
        interval: [low * parity.spendShare, high * parity.spendShare],
        side,
        verdict: words.verdict(parity.verdict),
      },
    ];
  });
}
