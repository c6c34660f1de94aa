import type { ComparedRow } from "../../../api/app-types.ts";
import { SIDES } from "./parity-lanes.ts";

const ORDER = ["above", "at", "below", "unsure"] as const;

/** Channels on one side of what their spend lets expect. */
export interface NextGroup {
  readonly side: (typeof ORDER)[number];
  readonly channels: readonly {
    readonly name: string;
    readonly value: number;
    readonly interval: readonly [number, number];
  }[];
}

/** The judged channels by side, the clearest first; sides without a channel are left out. */
export function nextEuro(rows: readonly Pick<ComparedRow, "name" | "parity">[]): readonly NextGroup[] {
  const judged = rows.flatMap(({ name, parity }) => {
    const side = parity && SIDES[parity.verdict];
    return side && parity.value !== null && parity.interval
      ? [{ side, name, value: parity.value, interval: parity.interval }]
      : [];
  });
  return ORDER.map((side) => ({
    side,
    channels: judged
      .filter((one) => one.side === side)
      .toSorted((a, b) => (side === "below" ? a.value - b.value : b.value - a.value)),
  })).filter(({ channels }) => channels.length > 0);
}

/** Days of a period, both ends counted. */
export function daysOf({ from, to }: { readonly from: string; readonly to: string }): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}
