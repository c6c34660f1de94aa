import type { Fact } from "../../model/facts/fact.ts";
import { DERIVED, type DerivedId, FACTS, type FactId, isFactId, type TableId } from "../../model/facts.ts";
import type { Inventory } from "../../model/inventory.ts";
import type { IsoDate } from "../../model/question.ts";
import type { Dimension } from "../dimensions/dimension.ts";
import type { Calendar, Days, UnitKind } from "../period/calendar.ts";
import { earlier } from "../period/iso-day.ts";
import { type Location, type Scan, type ScanFilter, type Slot, type SlotUse, spanKey } from "../plan.ts";
import { repeatedCost } from "../sources/platform-cost.ts";
import { fillLayer } from "./fill-layer.ts";
import { keyed, layersOf } from "./layers.ts";

export interface Sought {
  readonly uses: readonly SlotUse[];
  /** Spans of the rows, the asked ones first, and of the grand totals. */
  readonly spans: readonly Days[];
  readonly wholes: readonly Days[];
  readonly by: readonly Dimension[];
  readonly filters: (table: TableId) => readonly ScanFilter[];
  /** The kind of calendar unit the asked buckets are. */
  readonly kinds: readonly UnitKind[];
  readonly calendar: Calendar;
  readonly asOf: IsoDate;
  readonly currency: string;
  readonly inventory: Inventory;
}

export interface BuiltScans {
  readonly scans: readonly Scan[];
  readonly locations: ReadonlyMap<string, ReadonlyMap<string, Location>>;
}

type Purpose = "both" | "detail" | "total";

/** One scan for all slots that read the same rows of a table; more only where spans overlap. */
export function buildScans(sought: Sought): BuiltScans {
  const scans: Scan[] = [];
  const locations = new Map<string, Map<string, Location>>();
  const groups = Map.groupBy(usesOnce(sought), ({ slot, purpose }) =>
    JSON.stringify([slot.table, slot.timing, slot.source, purpose]),
  );
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const slots = group.map(({ slot }) => slot);
    for (const { scan, places } of scansOf(first.slot, first.purpose, slots, sought)) {
      for (const [index, slot] of slots.entries()) {
        const own = locations.get(slot.id) ?? new Map<string, Location>();
        for (const [place, { level, key }] of places) own.set(place, { scan: scans.length, level, key, index });
        locations.set(slot.id, own);
      }
      scans.push(scan);
    }
  }
  return { scans, locations };
}

function usesOnce({ uses, by }: Sought): readonly { readonly slot: Slot; readonly purpose: Purpose }[] {
  return [...Map.groupBy(uses, ({ slot }) => slot.id).values()].flatMap((same) => {
    const [first] = same;
    const detail = by.length > 0 && same.some((use) => use.detail);
    const total = same.some((use) => use.total);
    if (first === undefined || (!detail && !total)) return [];
    return [{ slot: first.slot, purpose: detail && total ? "both" : detail ? "detail" : "total" }];
  });
}

interface Placed {
  readonly scan: Scan;
  /** `detail` or `total` and the span, to level and key. */
  readonly places: ReadonlyMap<string, Pick<Location, "level" | "key">>;
}

function scansOf(sample: Slot, purpose: Purpose, slots: readonly Slot[], sought: Sought): readonly Placed[] {
  const { asOf } = sought;
  const begun = (spans: readonly Days[]): readonly Days[] => spans.filter(({ from }) => from <= asOf);
  const spans = begun(sought.spans);
  const wholes = purpose === "detail" ? [] : begun(sought.wholes);
  if (spans.length === 0 && wholes.length === 0) return [];
  const by = purpose === "total" ? [] : sought.by;
  const base = { ...frame(sample, slots, sought), by };
  if (sample.timing.kind !== "event" || base.dateToColumn !== undefined) {
    const ranges =
      base.dateToColumn !== undefined || (sample.timing.kind === "stock" && sample.timing.due !== undefined);
    const groups = ranges ? apartByEnd([...spans, ...wholes], asOf) : [[...spans, ...wholes]];
    return groups.map((group) => standing(base, purpose, group, asOf));
  }
  const clipped = (span: Days): Days => ({ from: span.from, to: earlier(span.to, asOf) });
  const found = layersOf(spans.map(clipped), wholes.map(clipped));
  const { layers, left } = by.length > 0 ? found : filled(found, sought);
  const placed = layers.map((layer) => layered(base, purpose, layer, sought, [...spans, ...wholes]));
  const apart = layersOf(left, []).layers.map((layer) => layered({ ...base, by: [] }, "total", layer, sought, wholes));
  return [...placed, ...apart];
}

/** Wholes that no layer totals yet, taken into the first one. Not with a breakdown: every segment would be read for them. */
function filled({ layers, left }: Layers, { kinds, calendar }: Sought): Layers {
  const [first, ...others] = layers;
  if (first === undefined || left.length === 0) return { layers, left };
  const { layer, left: apart } = fillLayer(first, left, kinds, calendar);
  return { layers: [layer, ...others], left: apart };
}

const same =
  (a: Days) =>
  (b: Days): boolean =>
    spanKey(a) === spanKey(b);

type Layers = ReturnType<typeof layersOf>;

type Frame = Omit<Scan, "buckets" | "wholes" | "calendar">;

function frame(sample: Slot, slots: readonly Slot[], { filters, inventory, currency }: Sought): Omit<Frame, "by"> {
  const { table, timing, source } = sample;
  const fact: Pick<Fact, "date" | "dateTo"> = isFactId(table) ? FACTS[table as FactId] : DERIVED[table as DerivedId];
  const currencies = isFactId(table)
    ? inventory.visible.filter((part) => part.fact === table && reads(source, part.loadNo)).flatMap((p) => p.currencies)
    : inventory.derived.filter((part) => part.fact === table).flatMap((p) => p.currencies);
  return {
    table,
    timing,
    source,
    dateColumn: fact.date ?? "date",
    ...(fact.dateTo === undefined ? {} : { dateToColumn: fact.dateTo }),
    filters: filters(table),
    slots,
    repeatedCost: table === "cost" ? repeatedCost(inventory) : [],
    convert: slots.some(({ money }) => money) && currencies.some((other) => other !== currency),
  };
}

function reads(source: Slot["source"], loadNo: number): boolean {
  return source.kind === "build" || source.parts.some((part) => part.loadNo === loadNo);
}

/** Rows that stand at the end of spans, or reach over a part of them: each span is known by its last day. */
function standing(base: Frame, purpose: Purpose, spans: readonly Days[], asOf: IsoDate): Placed {
  const end = (span: Days): IsoDate => earlier(span.to, asOf);
  const buckets = new Map(spans.map((span) => [end(span), { from: span.from, to: dueEnd(span), key: end(span) }]));
  const places = new Map<string, Pick<Location, "level" | "key">>();
  for (const span of spans) {
    if (purpose !== "total") places.set(place("detail", span), { level: 0, key: end(span) });
    if (purpose !== "detail") places.set(place("total", span), { level: 1, key: end(span) });
  }
  return {
    scan: { ...base, wholes: [], buckets: [...buckets.values()].sort((a, b) => (a.key < b.key ? -1 : 1)) },
    places,
  };
}

/** A stretch cut short at the as-of day still asks for what is due by its own end. */
function dueEnd(span: Days & { readonly end?: IsoDate }): IsoDate {
  return span.end ?? span.to;
}

/** Spans in groups in which no two end on the same day, so that the day tells which it is. */
function apartByEnd(spans: readonly Days[], asOf: IsoDate): readonly (readonly Days[])[] {
  const groups: Days[][] = [];
  for (const span of new Map(spans.map((each) => [spanKey(each), each])).values()) {
    const end = earlier(span.to, asOf);
    const free = groups.find((group) => group.every((other) => earlier(other.to, asOf) !== end));
    if (free === undefined) groups.push([span]);
    else free.push(span);
  }
  return groups;
}

function layered(
  base: Frame,
  purpose: Purpose,
  layer: { readonly buckets: readonly Days[]; readonly wholes: readonly Days[] },
  { kinds, calendar, asOf }: Sought,
  spans: readonly Days[],
): Placed {
  const { buckets, kind } = keyed(layer.buckets, kinds, calendar);
  const wholes = layer.wholes.map((whole) => ({ ...whole, key: whole.from }));
  const places = new Map<string, Pick<Location, "level" | "key">>();
  for (const span of spans) {
    const clipped = same({ from: span.from, to: earlier(span.to, asOf) });
    const bucket = buckets.find(clipped);
    const whole = wholes.find(clipped);
    if (bucket !== undefined && purpose !== "total") places.set(place("detail", span), { level: 0, key: bucket.key });
    if (bucket !== undefined && purpose !== "detail") places.set(place("total", span), { level: 1, key: bucket.key });
    if (whole !== undefined && purpose !== "detail") places.set(place("total", span), { level: 2, key: whole.key });
  }
  return { scan: { ...base, buckets, wholes, ...(kind === null ? {} : { calendar: { kind, ...calendar } }) }, places };
}

export function place(purpose: "detail" | "total", span: Days): string {
  return `${purpose}|${spanKey(span)}`;
}
