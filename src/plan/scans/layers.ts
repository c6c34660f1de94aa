import { type Calendar, type Days, type UnitKind, unitAround } from "../period/calendar.ts";
import { addDays } from "../period/iso-day.ts";
import { type ScanBucket, spanKey } from "../plan.ts";

/** Spans that do not overlap, read in one pass, and the longer ones that they make up. */
export interface Layer {
  readonly buckets: readonly Days[];
  readonly wholes: readonly Days[];
}

/**
 * The same spans, each once, spread over as few layers as come easily: the first asked for stay together. A whole that the
 * buckets of one layer make up is totalled there; the others are `left`.
 */
export function layersOf(
  spans: readonly Days[],
  wholes: readonly Days[],
): { readonly layers: readonly Layer[]; readonly left: readonly Days[] } {
  const layers: { buckets: Days[]; wholes: Days[] }[] = [];
  for (const span of distinct(spans)) {
    const free = layers.find(({ buckets }) => apart(span, buckets));
    if (free === undefined) layers.push({ buckets: [span], wholes: [] });
    else free.buckets.push(span);
  }
  const left: Days[] = [];
  for (const whole of distinct(wholes)) {
    if (layers.some(({ buckets }) => buckets.some((bucket) => spanKey(bucket) === spanKey(whole)))) continue;
    const tiled = layers.find((layer) => tiles(whole, layer.buckets) && apart(whole, layer.wholes));
    if (tiled === undefined) left.push(whole);
    else tiled.wholes.push(whole);
  }
  const inOrder = (a: Days, b: Days): number => (a.from < b.from ? -1 : 1);
  return {
    layers: layers.map((layer) => ({
      buckets: layer.buckets.toSorted(inOrder),
      wholes: layer.wholes.toSorted(inOrder),
    })),
    left,
  };
}

export function distinct(spans: readonly Days[]): readonly Days[] {
  return [...new Map(spans.map((span) => [spanKey(span), { from: span.from, to: span.to }])).values()];
}

function apart(span: Days, others: readonly Days[]): boolean {
  return others.every((other) => span.to < other.from || span.from > other.to);
}

/** Whether buckets make up the whole without gap, and none reaches over its edges. */
function tiles(whole: Days, buckets: readonly Days[]): boolean {
  const inside = buckets.filter(({ from, to }) => to >= whole.from && from <= whole.to);
  const sorted = inside.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  let next = whole.from;
  for (const { from, to } of sorted) {
    if (from !== next) return false;
    next = addDays(to, 1);
  }
  return next === addDays(whole.to, 1);
}

/** The buckets keyed by their calendar unit where each has one of its own, else by their first day. */
export function keyed(
  buckets: readonly Days[],
  kinds: readonly UnitKind[],
  calendar: Calendar,
): { readonly buckets: readonly ScanBucket[]; readonly kind: UnitKind | null } {
  if (buckets.length > 1) {
    for (const kind of kinds) {
      const units = buckets.map(({ from }) => unitAround(from, kind, calendar));
      const fit = buckets.every(({ to }, index) => to <= (units[index]?.to ?? ""));
      if (!fit || new Set(units.map(({ from }) => from)).size !== units.length) continue;
      return { kind, buckets: buckets.map(({ from, to }, index) => ({ from, to, key: units[index]?.from ?? from })) };
    }
  }
  return { kind: null, buckets: buckets.map(({ from, to }) => ({ from, to, key: from })) };
}
