import { fact, isFactId } from "../../model/facts.ts";
import type { HiddenRange, LoadRecord, VisiblePart } from "../../model/inventory.ts";
import { CHANNEL_COLUMNS, CHANNEL_FACTS, type ChannelColumn } from "../../sql/channel/channel-facts.ts";
import type { LedgerEvent } from "./ledger-event.ts";
import { MEND_SCOPE, type Scope, scopeOf } from "./scope-of.ts";

export interface LedgerState {
  /** Load numbers that stand, in the order in which they were committed. */
  readonly live: readonly number[];
  readonly reverted: readonly number[];
  readonly visible: readonly VisiblePart[];
  readonly buildNo: number;
  /** Hash of the statements that made the build. */
  readonly built: string;
  /** The column in which channels count; each time they are told anew, the other one. */
  readonly channelColumn: ChannelColumn;
  /** By load number: the rules by which its channels were told anew since it was committed. */
  readonly reclassified: ReadonlyMap<number, string>;
}

/**
 * What the events leave visible: the rows of every load that was committed and not reverted, less the days that later
 * loads of segment facts replaced. A pure function, so that the same ledger always means the same numbers.
 */
export function replayLedger(events: readonly LedgerEvent[], loads: readonly LoadRecord[]): LedgerState {
  const ordered = [...events].sort((a, b) => a.seq - b.seq);
  const live: number[] = [];
  const reverted: number[] = [];
  const reclassified = new Map<number, string>();
  for (const { event, loadNo, rules = "" } of ordered) {
    if (event === "classify") for (const loaded of [...live, ...reverted]) reclassified.set(loaded, rules);
    if (event === "commit" && !live.includes(loadNo)) live.push(loadNo);
    if (event === "revert" && live.includes(loadNo)) {
      live.splice(live.indexOf(loadNo), 1);
      reverted.push(loadNo);
    }
  }
  const records = new Map(loads.map((load) => [load.loadNo, load]));
  const standing = afterTheirLoads(live.flatMap((loadNo) => records.get(loadNo) ?? []));
  const { buildNo = 0, detail: built = "" } = ordered.at(-1) ?? {};
  const times = ordered.filter(({ event }) => event === "classify").length;
  const channelColumn = CHANNEL_COLUMNS[times % 2 === 0 ? 0 : 1];
  const visible = hideReplaced(partsOf(standing)).map((part) =>
    channelColumn !== "channel" && isFactId(part.fact) && CHANNEL_FACTS.includes(part.fact)
      ? { ...part, channelColumn }
      : part,
  );
  return { live, reverted, visible, buildNo, built, channelColumn, reclassified };
}

/**
 * Loads that bring mended rows stand right behind the load they mend, so that what replaces the one replaces the other;
 * without it they do not count.
 */
function afterTheirLoads(loads: readonly LoadRecord[]): LoadRecord[] {
  const order = new Map(loads.map(({ loadId }, index) => [loadId, index]));
  return loads
    .map((load, index) => {
      const scope = scopeOf(load.parts[0]?.scope ?? "");
      if (scope?.column !== MEND_SCOPE) return { load, place: index };
      return { load, place: Math.max(...scope.values.map((loadId) => order.get(loadId) ?? -1)) + 0.5 };
    })
    .filter(({ place }) => place >= 0)
    .sort((a, b) => a.place - b.place)
    .map(({ load }) => load);
}

/** The parts of loads, in their order, nothing hidden yet. */
export function partsOf(loads: readonly LoadRecord[]): VisiblePart[] {
  return loads.flatMap(({ loadNo, system, connection, parts }) =>
    parts.map((part) => ({ ...part, loadNo, system, connection, hidden: [] })),
  );
}

/** Lets each part hide what it replaces of the parts before it. Parts wholly hidden are left out. */
export function hideReplaced(parts: readonly VisiblePart[]): VisiblePart[] {
  return parts.flatMap((part, index) => {
    const hidden = joined(parts.slice(index + 1).flatMap((later) => replaced(part, later)));
    return whollyHidden(part, hidden) ? [] : [{ ...part, hidden }];
  });
}

function replaced(earlier: VisiblePart, later: VisiblePart): HiddenRange[] {
  if (!isFactId(earlier.fact) || fact(earlier.fact).loading !== "segment") return [];
  const sameSegment =
    earlier.fact === later.fact &&
    earlier.system === later.system &&
    earlier.connection === later.connection &&
    earlier.grain === later.grain &&
    earlier.loadNo !== later.loadNo;
  if (!sameSegment || later.from === null || later.to === null) return [];
  const range = { from: later.from, to: later.to };
  const scope = scopeOf(later.scope);
  if (scope?.column === MEND_SCOPE) return [];
  if (scope === null || earlier.scope === later.scope) return [range];
  return meet(scopeOf(earlier.scope), scope) ? [{ ...range, only: scope }] : [];
}

function meet(earlier: Scope | null, later: Scope): boolean {
  if (earlier === null || earlier.column !== later.column) return true;
  return earlier.values.some((value) => later.values.includes(value));
}

function whollyHidden(part: VisiblePart, hidden: readonly HiddenRange[]): boolean {
  const { from, to } = part;
  if (from === null || to === null) return false;
  return hidden.some((range) => range.only === undefined && range.from <= from && to <= range.to);
}

/** Sorted, and overlapping or adjoining ranges of one condition made one. */
function joined(ranges: readonly HiddenRange[]): HiddenRange[] {
  const byCondition = Map.groupBy(ranges, ({ only }) => (only ? JSON.stringify([only.column, only.values]) : ""));
  return [...byCondition.values()].flatMap((same) => {
    const result: HiddenRange[] = [];
    for (const range of same.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
      const last = result.at(-1);
      if (last && range.from <= dayAfter(last.to)) {
        result[result.length - 1] = { ...last, to: later(last.to, range.to) };
      } else result.push(range);
    }
    return result;
  });
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
