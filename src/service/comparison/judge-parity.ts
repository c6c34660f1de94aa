import type { Interval } from "../../methods/interval.ts";
import { countRatioInterval, parityInterval } from "../../methods/parity.ts";

export const VERDICTS = ["below", "at", "above", "too_few", "alone", "no_spend", "no_cost", "no_conversions"] as const;
/**
 * `below`, `above`: the interval lies on one side of 1; `at`: it holds 1 and is narrow; `too_few`: it holds 1 and is wide.
 * `alone`: no other channel spends. `no_spend`: cost is booked on the channel, but none in the period; `no_cost`: none is
 * booked on it at all. `no_conversions`: no channel with spend has any conversion.
 */
export type Verdict = (typeof VERDICTS)[number];

/** What a channel took and brought. */
export interface Weighed {
  /** Null where no cost is booked on it. */
  readonly spend: number | null;
  readonly conversions: number;
}

/**
 * A channel's parity among those that spend, which cost on no channel and conversions without cost do not move. The verdict
 * follows from the interval, the value is the one share by the other.
 */
export interface Parity {
  readonly verdict: Verdict;
  /** Of the spend, and of the conversions, of those that spend; null where the channel is not judged. */
  readonly spendShare: number | null;
  readonly conversionShare: number | null;
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** An interval about 1 that reaches further than from half to double its middle says nothing. */
const WIDEST = 4;

/** Judges each channel's conversions against its spend, among the channels that have any. */
export function judgeParity(channels: readonly Weighed[]): readonly Parity[] {
  const spending = channels.filter(spends);
  const spent = spending.reduce((sum, { spend }) => sum + (spend ?? 0), 0);
  const brought = spending.reduce((sum, { conversions }) => sum + conversions, 0);
  return channels.map((channel): Parity => {
    const { spend, conversions } = channel;
    const none = (verdict: Verdict): Parity => ({
      verdict,
      spendShare: null,
      conversionShare: null,
      value: null,
      interval: null,
    });
    if (spend === null) return none("no_cost");
    if (!spends(channel)) return none("no_spend");
    if (spending.length === 1) return none("alone");
    if (brought === 0) return none("no_conversions");
    const spendShare = spend / spent;
    const conversionShare = conversions / brought;
    const interval = parityInterval(conversions, brought, spendShare);
    return {
      verdict: verdictOf(interval),
      spendShare,
      conversionShare,
      value: conversionShare / spendShare,
      interval,
    };
  });
}

/** Two channels set against each other: times the spend, times the conversions, and what is known of the one by the other. */
export interface Pair extends Pick<Parity, "verdict" | "value" | "interval"> {
  readonly spendRatio: number;
  /** Null where the other has none. */
  readonly conversionRatio: number | null;
}

/** Sets a channel against another one; null unless both have spend. */
export function judgePair(a: Weighed, b: Weighed): Pair | null {
  if (!spends(a) || !spends(b)) return null;
  const spendRatio = (a.spend ?? 0) / (b.spend ?? 1);
  const ratio = countRatioInterval(a.conversions, b.conversions);
  const interval: Interval | null = ratio === null ? null : [ratio[0] / spendRatio, ratio[1] / spendRatio];
  const conversionRatio = b.conversions === 0 ? null : a.conversions / b.conversions;
  return {
    spendRatio,
    conversionRatio,
    verdict: interval === null ? "no_conversions" : verdictOf(interval),
    value: conversionRatio === null ? null : conversionRatio / spendRatio,
    interval,
  };
}

function spends({ spend }: Weighed): boolean {
  return spend !== null && spend > 0;
}

function verdictOf(interval: Interval | null): Verdict {
  if (interval === null) return "no_conversions";
  const [low, high] = interval;
  if (high < 1) return "below";
  if (low > 1) return "above";
  return high <= low * WIDEST ? "at" : "too_few";
}
