import { type Calendar, type Days, type UnitKind, unitAround } from "../period/calendar.ts";
import { addDays, earlier } from "../period/iso-day.ts";
import { keyed, type Layer } from "./layers.ts";

/** Each is a row of the result that nothing asks for. */
const MOST_FILLED = 400;

/**
 * A layer that also totals the given wholes, as far as calendar units of the buckets' kind fill the gaps between them: one
 * pass over the table instead of two. The wholes that do not fit are `left`.
 */
export function fillLayer(
  layer: Layer,
  wholes: readonly Days[],
  kinds: readonly UnitKind[],
  calendar: Calendar,
): { readonly layer: Layer; readonly left: readonly Days[] } {
  const left: Days[] = [];
  let filled = layer;
  for (const whole of wholes) {
    const { kind } = keyed(filled.buckets, kinds, calendar);
    const next = kind === null ? null : withWhole(filled, whole, kind, calendar);
    if (next === null) left.push(whole);
    else filled = next;
  }
  return { layer: filled, left };
}

function withWhole({ buckets, wholes }: Layer, whole: Days, kind: UnitKind, calendar: Calendar): Layer | null {
  const inside = buckets.filter(({ from, to }) => to >= whole.from && from <= whole.to);
  if (inside.some(({ from, to }) => from < whole.from || to > whole.to)) return null;
  if (wholes.some(({ from, to }) => to >= whole.from && from <= whole.to)) return null;
  const fillers = gapsBetween(inside, whole).flatMap((gap) => unitsIn(gap, kind, calendar));
  const all = [...buckets, ...fillers].toSorted(inOrder);
  if (fillers.length > MOST_FILLED || keyed(all, [kind], calendar).kind === null) return null;
  return { buckets: all, wholes: [...wholes, whole].toSorted(inOrder) };
}

function gapsBetween(buckets: readonly Days[], whole: Days): readonly Days[] {
  const gaps: Days[] = [];
  let next = whole.from;
  for (const { from, to } of buckets.toSorted(inOrder)) {
    if (from > next) gaps.push({ from: next, to: addDays(from, -1) });
    next = addDays(to, 1);
  }
  return next > whole.to ? gaps : [...gaps, { from: next, to: whole.to }];
}

function unitsIn(gap: Days, kind: UnitKind, calendar: Calendar): readonly Days[] {
  const units: Days[] = [];
  for (let from = gap.from; from <= gap.to; ) {
    const to = earlier(unitAround(from, kind, calendar).to, gap.to);
    units.push({ from, to });
    from = addDays(to, 1);
  }
  return units;
}

function inOrder(a: Days, b: Days): number {
  return a.from < b.from ? -1 : 1;
}
