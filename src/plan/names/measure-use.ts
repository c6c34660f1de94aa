import { LeadlineError } from "../../language/leadline-error.ts";
import { children } from "../../language/names.ts";
import type { Tree } from "../../language/tree.ts";
import { columnsOf, DERIVED, type DerivedId } from "../../model/facts.ts";
import type { Kpi } from "../../model/kpi.ts";
import {
  isMeasureId,
  MEASURES,
  type Measure,
  type MeasureUnit,
  measure,
  type Reading,
  SETTING_MEASURES,
  SETTING_NUMBERS,
  type Where,
} from "../../model/measures.ts";
import type { Workspace } from "../../model/workspace.ts";
import type { Catalogue } from "../catalogue.ts";
import type { Bilingual, PlannedFormula, Resolution, Slot } from "../plan.ts";
import { type Narrowing, narrowing } from "./narrowing.ts";

/** A measure as a formula uses it: as it is, or narrowed to some rows by the KPI. */
export interface MeasureUse extends Narrowing {
  readonly key: string;
  readonly name: string;
  readonly label: Bilingual;
  readonly unit: MeasureUnit;
  readonly readings: readonly (Reading & { readonly within?: Slot["within"] })[];
}

/** What a KPI's formula rests on. */
export interface Understood {
  readonly formulas: ReadonlyMap<string, PlannedFormula>;
  readonly uses: readonly MeasureUse[];
  /** How many periods back it looks. */
  readonly depth: number;
}

interface Context {
  readonly catalogue: Catalogue;
  readonly workspace: Workspace;
}

/**
 * Understands every name of a KPI's formula: its own measures first, then another KPI, then what a setting chooses, then a
 * measure. Throws `kpi.unknown_name`, `kpi.circle`, `kpi.unknown_column`.
 */
export function understandKpi(id: string, context: Context): Understood {
  const formulas = new Map<string, PlannedFormula>();
  const uses = new Map<string, MeasureUse>();
  const depth = visit(id, context, formulas, uses, []);
  return { formulas, uses: [...uses.values()], depth };
}

function visit(
  id: string,
  context: Context,
  formulas: Map<string, PlannedFormula>,
  uses: Map<string, MeasureUse>,
  path: readonly string[],
): number {
  const entry = context.catalogue.get(id);
  if (entry === undefined) throw new TypeError(`no KPI ${id}`);
  if (path.includes(id))
    throw new LeadlineError(
      "kpi.circle",
      `KPIs name each other in a circle: ${[...path, id].join(" → ")}.`,
      "Write one of them in terms of measures.",
      { key: id },
    );
  const resolved = new Map<string, Resolution>();
  let depth = 0;
  for (const { name, steps } of namesWithSteps(entry.tree, 0)) {
    const known = resolveName(name, entry.kpi, context);
    if (known === undefined)
      throw new LeadlineError(
        "kpi.unknown_name",
        `The KPI "${id}" names "${name}", which is neither a measure nor a KPI nor a setting.`,
        "Use a name from the reference of measures, or add the KPI it means.",
        { key: `${id}.formula` },
      );
    depth = Math.max(depth, steps);
    if (known.kind === "use") {
      uses.set(known.use.key, known.use);
      resolved.set(name, { kind: "measure", key: known.use.key });
    } else {
      resolved.set(name, known);
      if (known.kind === "kpi")
        depth = Math.max(depth, steps + visit(known.id, context, formulas, uses, [...path, id]));
    }
  }
  formulas.set(id, { kpi: entry.kpi, tree: entry.tree, names: resolved });
  return depth;
}

function namesWithSteps(tree: Tree, steps: number): readonly { readonly name: string; readonly steps: number }[] {
  const below = tree.kind === "call" && tree.fn === "previous" ? steps + 1 : steps;
  const own = tree.kind === "name" ? [{ name: tree.name, steps }] : [];
  return [...own, ...children(tree).flatMap((child) => namesWithSteps(child, below))];
}

type Known = Exclude<Resolution, { kind: "measure" }> | { readonly kind: "use"; readonly use: MeasureUse };

function resolveName(name: string, kpi: Kpi, { catalogue, workspace }: Context): Known | undefined {
  const local = kpi.measures?.[name];
  if (local !== undefined) {
    const base = baseMeasure(local.of, workspace);
    if (base === undefined)
      throw new LeadlineError(
        "kpi.unknown_name",
        `The KPI "${kpi.id}" narrows "${local.of}", which is no measure.`,
        "Use a name from the reference of measures.",
        { key: `${kpi.id}.measures.${name}` },
      );
    return { kind: "use", use: narrowed(base, local, `${kpi.id}.measures.${name}`, workspace) };
  }
  if (name !== kpi.id && catalogue.has(name)) return { kind: "kpi", id: name };
  if (Object.hasOwn(SETTING_NUMBERS, name)) return { kind: "number", id: name };
  const base = baseMeasure(name, workspace);
  return base === undefined ? undefined : { kind: "use", use: narrowed(base, { where: {} }, kpi.id, workspace) };
}

function baseMeasure(name: string, workspace: Workspace): Measure | undefined {
  if (Object.hasOwn(SETTING_MEASURES, name)) {
    return measure(SETTING_MEASURES[name as keyof typeof SETTING_MEASURES][workspace.revenue_basis]);
  }
  return isMeasureId(name) ? measure(name) : undefined;
}

type Local = Pick<NonNullable<Kpi["measures"]>[string], "where" | "label">;

function narrowed(base: Measure, { where, label }: Local, place: string, workspace: Workspace): MeasureUse {
  for (const column of Object.keys(where)) {
    if (base.readings.some(({ table }) => hasColumn(table, column))) continue;
    throw new LeadlineError(
      "kpi.unknown_column",
      `The measure "${base.id}" has no column "${column}".`,
      `Columns: ${[...new Set(base.readings.flatMap(({ table }) => Object.keys(columnsOf(table))))].join(", ")}.`,
      { key: `${place}.where.${column}` },
    );
  }
  const conditions = Object.entries(where).map(([column, values]) => `${column} = ${values.join(" | ")}`);
  const suffix = conditions.length === 0 ? "" : `[${conditions.join(", ")}]`;
  const bracket = conditions.length === 0 ? "" : ` (${conditions.join(", ")})`;
  return {
    key: `${base.id}${suffix}`,
    name: `${base.id}${suffix}`,
    label: label ?? { en: `${base.label.en}${bracket}`, zh: `${base.label.zh}${bracket}` },
    unit: base.unit,
    readings: base.readings,
    ...narrowing(where, workspace),
  };
}

export function hasColumn(table: Reading["table"], column: string): boolean {
  const columns = columnsOf(table);
  return column.startsWith("attributes.") ? "attributes" in columns : column in columns || isProvenance(table, column);
}

function isProvenance(table: Reading["table"], column: string): boolean {
  return !Object.hasOwn(DERIVED, table as DerivedId) && (column === "system" || column === "connection");
}

/** The two counts of a KPI's cohort: those who entered, and those of them who reached the other stage in time. */
export function cohortUses(cohort: NonNullable<Kpi["cohort"]>, windowDays: number): readonly [MeasureUse, MeasureUse] {
  const entered = MEASURES[`${cohort.from}_entries`];
  const where: Where = { stage: [cohort.from] };
  const count = { table: "funnel_entry", aggregate: { kind: "count" }, where } as const;
  const days = { en: `within ${windowDays} days`, zh: `${windowDays} 天内` };
  const reached = REACHED[cohort.to];
  return [
    {
      key: `cohort:${cohort.from}`,
      name: `${cohort.from}_entries`,
      label: entered.label,
      unit: "count",
      readings: [count],
      narrowed: {},
    },
    {
      key: `cohort:${cohort.from}>${cohort.to}@${windowDays}`,
      name: `${cohort.from}_entries_reaching_${cohort.to}_within_${windowDays}_days`,
      label: {
        en: `${entered.label.en}, of them ${reached.en} ${days.en}`,
        zh: `${entered.label.zh}，其中${days.zh}${reached.zh}`,
      },
      unit: "count",
      readings: [{ ...count, within: { reached: `${cohort.to}_date`, windowDays } }],
      narrowed: {},
    },
  ];
}

const REACHED: Readonly<Record<NonNullable<Kpi["cohort"]>["to"], Bilingual>> = {
  lead: { en: "reaching lead", zh: "成为线索" },
  mql: { en: "reaching MQL", zh: "成为 MQL" },
  sql: { en: "reaching SQL", zh: "成为 SQL" },
  opportunity: { en: "reaching opportunity", zh: "成为商机" },
  won: { en: "won", zh: "成交" },
  demo: { en: "with a demo booked", zh: "预约演示" },
  demo_held: { en: "with a demo held", zh: "完成演示" },
};
