import type { Tree } from "../../language/tree.ts";
import type { Value } from "../../language/value.ts";
import type { FormulaPart } from "../../model/answer.ts";
import type { KpiUnit } from "../../model/kpi.ts";
import { type MeasureUnit, SETTING_NUMBERS } from "../../model/measures.ts";
import { type Evaluated, remarkOf } from "../answer/evaluate-kpi.ts";
import { inWords } from "../answer/reason-texts.ts";
import type { Plan, PlannedKpi } from "../plan.ts";

/** A KPI's formula with the live value of each part; null where nothing was evaluated. */
export function partsOf(plan: Plan, kpi: PlannedKpi, evaluated: Evaluated | null): FormulaPart | null {
  if (evaluated === null) return null;
  const world = { plan, kpi, evaluated };
  const { root } = evaluated;
  return kpiPart(world, root.kpi, { tree: root.tree, kpi: root.kpi, back: 0, ofAll: false });
}

interface World {
  readonly plan: Plan;
  readonly kpi: PlannedKpi;
  readonly evaluated: Evaluated;
}

/** A piece of a formula: whose formula, which period back, over all segments or at hand. */
interface Piece {
  readonly tree: Tree;
  readonly kpi: string;
  readonly back: number;
  readonly ofAll: boolean;
}

type Told = Pick<FormulaPart, "value" | "state" | "reason" | "cases" | "back">;

/** The value of a piece; comparisons inside a condition have none of their own. */
function told({ plan, kpi, evaluated }: World, piece: Piece): Told {
  const back = piece.back === 0 ? {} : { back: piece.back };
  if (isComparison(piece.tree)) return { value: null, state: "ok", ...back };
  const value: Value = evaluated.part(piece, piece.back, piece.ofAll);
  if (value.kind === "distribution") {
    const cases = { finished: total(value.finished), open: total(value.censored) };
    return { value: null, state: "ok", cases, ...back };
  }
  const reason = value.reason === undefined ? {} : { reason: worded(plan, kpi, value.reason) };
  return { value: value.value?.toFixed() ?? null, state: value.state, ...reason, ...back };
}

function worded(plan: Plan, kpi: PlannedKpi, reason: Parameters<typeof remarkOf>[2]) {
  return inWords(remarkOf(plan, kpi, reason), plan.settings.language);
}

const total = (values: readonly (readonly [number, number])[]): number =>
  values.reduce((sum, [, count]) => sum + count, 0);

const COMPARISONS: ReadonlySet<string> = new Set(["<", "<=", ">", ">=", "=", "!="]);
const isComparison = (tree: Tree): boolean => tree.kind === "binary" && COMPARISONS.has(tree.op);

function kpiPart(world: World, id: string, piece: Piece): FormulaPart {
  const known = world.kpi.formulas.get(id);
  const whole = { ...piece, tree: known?.tree ?? piece.tree, kpi: id };
  const { op, parts } = below(world, whole);
  return {
    kind: "kpi",
    name: id,
    label: known?.kpi.name ?? null,
    unit: known?.kpi.unit ?? null,
    ...told(world, whole),
    ...(op && { op }),
    parts,
  };
}

/** What stands below a piece: the operands of its own operator, or the piece itself. */
function below(world: World, piece: Piece): { readonly op?: string; readonly parts: readonly FormulaPart[] } {
  const { tree } = piece;
  if (tree.kind === "binary")
    return { op: tree.op, parts: operands(tree, tree.op).map((one) => part(world, piece, one)) };
  return { parts: [part(world, piece, tree)] };
}

/** `a + b + c` is one sum of three; of `a − b − c` and quotients the order tells. */
function operands(tree: Tree & { readonly kind: "binary" }, op: string): readonly Tree[] {
  const { left, right } = tree;
  const joins = (op === "+" || op === "*") && left.kind === "binary" && left.op === op;
  return joins ? [...operands(left, op), right] : [left, right];
}

function part(world: World, within: Piece, tree: Tree): FormulaPart {
  const piece = { ...within, tree };
  switch (tree.kind) {
    case "number":
      return { kind: "number", name: tree.value, label: null, value: tree.value, unit: null, state: "ok", parts: [] };
    case "name":
      return named(world, piece, tree.name);
    case "binary": {
      const { op, parts } = below(world, piece);
      const units = new Set(parts.map(({ unit }) => unit));
      const same = tree.op === "+" || tree.op === "-" ? [...units][0] : undefined;
      const unit = units.size === 1 ? (same ?? null) : null;
      return { kind: "operation", name: tree.op, label: null, unit, ...told(world, piece), ...(op && { op }), parts };
    }
    case "unary": {
      const inner = part(world, piece, tree.operand);
      return { kind: "operation", name: "-", label: null, unit: inner.unit, ...told(world, piece), parts: [inner] };
    }
    case "call": {
      const back = piece.back + (tree.fn === "previous" ? 1 : 0);
      const parts = tree.args.map((one) => part(world, { ...piece, back }, one));
      const unit = SAME_UNIT.has(tree.fn) ? (parts[0]?.unit ?? null) : tree.fn === "share_of_total" ? "ratio" : null;
      return { kind: "function", name: tree.fn, label: null, unit, ...told(world, piece), parts };
    }
    default:
      throw new TypeError(`${tree.kind} in a formula`);
  }
}

/** Functions whose value is in the unit of their first argument. */
const SAME_UNIT: ReadonlySet<string> = new Set([
  "min",
  "max",
  "abs",
  "coalesce",
  "previous",
  "median",
  "quantile",
  "km_median",
]);

function named(world: World, piece: Piece, name: string): FormulaPart {
  const { plan, kpi, evaluated } = world;
  const resolution = kpi.formulas.get(piece.kpi)?.names.get(name);
  if (resolution?.kind === "kpi") return kpiPart(world, resolution.id, { ...piece, kpi: resolution.id });
  const value = told(world, piece);
  if (resolution?.kind !== "measure") {
    const id = resolution?.id ?? name;
    const unit = Object.hasOwn(SETTING_NUMBERS, id) ? SETTING_NUMBERS[id as keyof typeof SETTING_NUMBERS] : null;
    return { kind: "setting", name: id, label: null, unit: unit && shownUnit(unit), ...value, parts: [] };
  }
  const measure = plan.measures.get(resolution.key);
  const result = evaluated.used.find((one) => one.measure.key === resolution.key);
  return {
    kind: "measure",
    name: measure?.name ?? name,
    label: measure?.label ?? null,
    unit: measure ? shownUnit(measure.unit) : null,
    ...value,
    ...(result && piece.back === 0 && { rows: result.cases }),
    parts: [],
  };
}

const shownUnit = (unit: MeasureUnit): KpiUnit => (unit === "share" ? "ratio" : unit);
