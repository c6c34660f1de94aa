import { dimensionName } from "../../model/dimension-names.ts";
import { columnKind, DERIVED, type DerivedId, FACTS, type FactId, isFactId, type TableId } from "../../model/facts.ts";
import type { Inventory, LoadedPart, VisiblePart } from "../../model/inventory.ts";
import type { Aggregate, Where } from "../../model/measures.ts";
import type { IsoDate } from "../../model/question.ts";
import { type Dimension, tableCarries } from "../dimensions/dimension.ts";
import { hasColumn, type MeasureUse } from "../names/measure-use.ts";
import type { Days } from "../period/calendar.ts";
import type { Bilingual, PlannedMeasure, Remark, ScanSource, Slot, SlotUse, SourceCoverage, Timing } from "../plan.ts";
import {
  type Choice,
  type ChosenConnection,
  chooseExports,
  connectionName,
  familyOf,
  scanPart,
} from "./choose-exports.ts";
import { hullCoverage, isDaily, lastLoadDay, sourceDays, tableName } from "./coverage.ts";
import { overlap, union } from "./ranges.ts";
import { statedDays, visibleDays } from "./visible-days.ts";

/** What the question wants of every measure. */
export interface Wanted {
  readonly by: readonly Dimension[];
  readonly filters: readonly Dimension[];
  /** Dimensions that other measures of the same KPI need, so that both sides of a ratio come from the same export. */
  readonly alongside: readonly Dimension[];
  /** First and last day read. */
  readonly reach: Days;
}

interface Found {
  readonly uses: readonly SlotUse[];
  readonly coverage: readonly SourceCoverage[];
  readonly undivided: Remark | null;
  readonly unfiltered: Remark | null;
  readonly remarks: readonly Remark[];
}

const NOTHING: Found = { uses: [], coverage: [], undivided: null, unfiltered: null, remarks: [] };

/** Where a measure's figures come from: which tables, loads and exports, and what they cannot answer. */
export function planMeasure(
  use: MeasureUse,
  wanted: Wanted,
  inventory: Inventory,
): { readonly measure: PlannedMeasure; readonly remarks: readonly Remark[] } {
  const readings = use.readings.filter(({ table }) =>
    Object.keys(use.narrowed).every((column) => hasColumn(table, column)),
  );
  const families = Map.groupBy(readings, ({ table }) => familyOf(table) ?? table);
  const found = [...families.values()].map((group) =>
    familyOf(group[0]?.table ?? "cost") === undefined
      ? group.map((reading) => single(use, reading, wanted, inventory)).reduce(both, NOTHING)
      : family(use, group, wanted, inventory),
  );
  const all = found.reduce(both, NOTHING);
  const key = `${use.key}${all.uses.length === 0 ? "" : `#${[...new Set(all.uses.map(({ slot }) => slot.id))].sort().join("&")}`}`;
  return {
    measure: {
      key,
      name: use.name,
      label: use.label,
      unit: use.unit,
      kind: readings.some(({ aggregate }) => isDistribution(aggregate)) ? "distribution" : "number",
      slots: all.uses,
      coverage: all.coverage,
      undivided: all.undivided,
      unfiltered: all.unfiltered,
    },
    remarks: all.remarks,
  };
}

function isDistribution({ kind }: Aggregate): boolean {
  return kind === "durations" || kind === "values";
}

function both(a: Found, b: Found): Found {
  return {
    uses: [...a.uses, ...b.uses],
    coverage: [...a.coverage, ...b.coverage],
    undivided: a.undivided ?? b.undivided,
    unfiltered: a.unfiltered ?? b.unfiltered,
    remarks: [...a.remarks, ...b.remarks],
  };
}

type UsedReading = MeasureUse["readings"][number];

/** The dimensions that a measure's own conditions rest on. */
function ownDimensions(readings: readonly UsedReading[], narrowed: Where): readonly Dimension[] {
  return Object.keys(narrowed).flatMap((column): Dimension[] => {
    if (column.startsWith("attributes.")) return [{ kind: "attribute", name: column.slice("attributes.".length) }];
    const isDim = readings.some(({ table }) => columnKind(table, column) === "dim");
    return isDim ? [{ kind: "column", name: column }] : [];
  });
}

function noDimension(use: MeasureUse, dimension: Dimension): Remark {
  return { code: "no_dimension", params: { measure: use.label, dimension: inSentence([dimension.name]) } };
}

/** Names of dimensions as they stand within a sentence. */
function inSentence(names: readonly string[]): Bilingual {
  const listed = names.map(dimensionName);
  return { en: listed.map(({ en }) => en.toLowerCase()).join(", "), zh: listed.map(({ zh }) => zh).join("、") };
}

/** A table whose rows all have the same columns. */
function single(use: MeasureUse, reading: UsedReading, wanted: Wanted, inventory: Inventory): Found {
  const { table } = reading;
  const derived = !isFactId(table);
  const parts = derived
    ? inventory.derived.filter((part) => part.fact === table && part.rows > 0)
    : inventory.visible.filter((part) => part.fact === table);
  if (parts.length === 0) return NOTHING;
  const lacks = (dimension: Dimension): boolean => !tableCarries(table, dimension, parts);
  const undivided = wanted.by.find(lacks);
  const unfiltered = [...wanted.filters, ...ownDimensions([reading], use.narrowed)].find(lacks);
  const read = derived ? [] : readParts(reading, parts as VisiblePart[], wanted.reach);
  const source: ScanSource = derived
    ? { kind: "build", buildNo: inventory.buildNo }
    : { kind: "loads", parts: read.map((part) => scanPart(part)) };
  const slot = slotOf(use, reading, source);
  const days = derived
    ? [...parts.map(statedDays), ...sourceDays(table as DerivedId, inventory)]
    : (parts as VisiblePart[]).flatMap(visibleDays);
  return {
    uses: derived || read.length > 0 ? [{ slot, detail: undivided === undefined, total: true }] : [],
    coverage: coverageOfTable(reading, days, parts, lastLoadDay(inventory)),
    undivided: undivided === undefined ? null : noDimension(use, undivided),
    unfiltered: unfiltered === undefined ? null : noDimension(use, unfiltered),
    remarks: [],
  };
}

/**
 * Of cost all loads are read, because a category that none of them has is unknown, not 0; of stocks those before the
 * period too, because the newest row up to its end tells.
 */
function readParts(reading: UsedReading, parts: readonly VisiblePart[], reach: Days): readonly VisiblePart[] {
  if (reading.table === "cost") return parts;
  const read = timingOf(reading).kind === "event" ? reach : { from: "0000-01-01", to: reach.to };
  return parts.filter((part) => overlap(visibleDays(part), read).length > 0);
}

function coverageOfTable(
  reading: UsedReading,
  days: readonly Days[],
  parts: readonly LoadedPart[],
  loadedOn: IsoDate | null,
): readonly SourceCoverage[] {
  const { table } = reading;
  if (timingOf(reading).kind !== "event") return [{ name: tableName(table), ranges: union(days), kind: "stock" }];
  if (!isDaily(table)) return [hullCoverage(table, days, loadedOn)];
  const byConnection = Map.groupBy(parts as readonly VisiblePart[], connectionName);
  return [...byConnection].map(([name, own]) => ({
    name: { en: name, zh: name },
    ranges: union(own.flatMap(visibleDays)),
    kind: "days",
  }));
}

/** Tables of one family: of each connection one export answers. */
function family(use: MeasureUse, readings: readonly UsedReading[], wanted: Wanted, inventory: Inventory): Found {
  const tables = readings.map(({ table }) => table);
  const parts = inventory.visible.filter((part) => tables.includes(part.fact as TableId));
  const columns = Object.fromEntries(readings.map((reading) => [reading.table, columnsRead(reading)]));
  const own = ownDimensions(readings, use.narrowed);
  const choose = (dimensions: readonly Dimension[]): Choice => chooseExports(parts, { dimensions, columns });
  const any = choose([]);
  if (any.connections.length === 0) return NOTHING;

  const fixed = [...wanted.filters, ...own];
  const alongside = [...fixed, ...wanted.alongside.filter((dimension) => isOfTables(dimension, tables))];
  const total = firstWith(choose, [alongside, fixed]);
  if (total === null) {
    const lacking = fixed.find((dimension) => choose([dimension]).connections.length === 0) ?? fixed[0];
    const remark = lacking === undefined ? null : noDimension(use, lacking);
    return { ...NOTHING, coverage: coverageOfChoice(any), undivided: remark, unfiltered: remark };
  }
  const detail =
    wanted.by.length === 0
      ? null
      : firstWith(choose, [
          [...alongside, ...wanted.by],
          [...fixed, ...wanted.by],
        ]);
  const undivided =
    wanted.by.find((dimension) => choose([...fixed, dimension]).connections.length === 0) ?? wanted.by[0];
  const remarks = [...new Set([...total.without, ...(detail?.without ?? [])])].map(
    (name): Remark => ({
      code: "connection_without_dimension",
      params: {
        source: name,
        measure: use.label,
        dimensions: inSentence([
          ...new Set([...fixed, ...(detail?.without.includes(name) ? wanted.by : [])].map((d) => d.name)),
        ]),
      },
    }),
  );
  return {
    uses: merged([
      ...slotsOf(use, readings, total, wanted.reach).map((slot) => ({ slot, detail: false, total: true })),
      ...(detail === null
        ? []
        : slotsOf(use, readings, detail, wanted.reach).map((slot) => ({ slot, detail: true, total: false }))),
    ]),
    coverage: coverageOfChoice(total),
    undivided: wanted.by.length > 0 && detail === null && undivided !== undefined ? noDimension(use, undivided) : null,
    unfiltered: null,
    remarks,
  };
}

function isOfTables(dimension: Dimension, tables: readonly TableId[]): boolean {
  return dimension.kind !== "column" || tables.some((table) => columnKind(table, dimension.name) === "dim");
}

function firstWith(
  choose: (dimensions: readonly Dimension[]) => Choice,
  needs: readonly (readonly Dimension[])[],
): Choice | null {
  for (const need of needs) {
    const choice = choose(need);
    if (choice.connections.length > 0) return choice;
  }
  return null;
}

/** The same slot for rows and for totals is one slot for both. */
function merged(uses: readonly SlotUse[]): readonly SlotUse[] {
  return [...Map.groupBy(uses, ({ slot }) => slot.id).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    return [{ slot: first.slot, detail: same.some(({ detail }) => detail), total: same.some(({ total }) => total) }];
  });
}

function slotsOf(use: MeasureUse, readings: readonly UsedReading[], choice: Choice, reach: Days): readonly Slot[] {
  return readings.flatMap((reading) => {
    const all = choice.connections.flatMap(({ parts }) => parts).filter(({ table }) => table === reading.table);
    const read = all.filter(({ days }) => overlap(days, reach).length > 0);
    if (read.length === 0) return [];
    const source = (parts: typeof all): ScanSource => ({ kind: "loads", parts: sorted(parts.map(({ part }) => part)) });
    const slot = slotOf(use, reading, source(read));
    if (slot.cost === undefined || read.length === all.length) return [slot];
    const wide = { ...slot, bookedIn: source(all) };
    return [{ ...wide, id: JSON.stringify(wide) }];
  });
}

function sorted(parts: readonly ChosenConnection["parts"][number]["part"][]): typeof parts {
  return parts.toSorted((a, b) => a.loadNo - b.loadNo || ((a.grain ?? "") < (b.grain ?? "") ? -1 : 1));
}

function coverageOfChoice(choice: Choice): readonly SourceCoverage[] {
  return choice.connections.map(({ name, parts }) => ({
    name: { en: name, zh: name },
    ranges: union(parts.flatMap(({ days }) => days)),
    kind: "days",
  }));
}

/** Measure columns that a reading takes its figure from. */
function columnsRead({ aggregate, known, table }: UsedReading): readonly string[] {
  if (!isFactId(table) || !("preAggregated" in FACTS[table as FactId])) return [];
  return [...("column" in aggregate ? [aggregate.column] : []), ...(known === undefined ? [] : [known])];
}

function slotOf(use: MeasureUse, reading: UsedReading, source: ScanSource): Slot {
  const { table, aggregate, known, within: inTime } = reading;
  const where = [reading.where ?? {}, use.narrowed].filter((condition) => Object.keys(condition).length > 0);
  const money = aggregate.kind === "sum" && columnKind(table, aggregate.column) === "money";
  const slot = {
    table,
    timing: timingOf(reading),
    source,
    aggregate,
    where,
    money,
    ...(isCost(reading) ? { cost: true as const } : {}),
    ...(known === undefined ? {} : { known }),
    ...(inTime === undefined ? {} : { within: inTime }),
    ...(use.campaigns === undefined ? {} : { campaigns: use.campaigns }),
  };
  return { id: JSON.stringify(slot), ...slot };
}

/** What was spent, told by a ledger or by an ad platform; costs of which another figure is told too are a quotient's side. */
function isCost({ table, aggregate, known }: UsedReading): boolean {
  if (aggregate.kind !== "sum" || known !== undefined) return false;
  return table === "cost" || ((table === "ad_daily" || table === "ad_period") && aggregate.column === "cost");
}

/** A stock that rows report is that of the newest row up to the end of the period, also of one before it. */
function timingOf({ timing, aggregate }: UsedReading): Timing {
  return timing ?? (aggregate.kind === "last" ? { kind: "started" } : { kind: "event" });
}

/** Whether the table keeps excluded rows with the rule's name. */
export function keepsExcluded(table: TableId): boolean {
  return !isFactId(table) && "excluded" in DERIVED[table as DerivedId].columns;
}
