import type { AnswerRow, MeasureValue, Receipt } from "../../model/answer.ts";
import type { DerivedId } from "../../model/facts.ts";
import type { Inventory, LoadRecord } from "../../model/inventory.ts";
import type { TracedAnswer, TracedRow } from "../answer/answer-question.ts";
import type { MeasureResult } from "../answer/measure-value.ts";
import type { Plan, Scan } from "../plan.ts";
import { MADE_OF } from "../sources/coverage.ts";
import { type Dialects, dialectsOf } from "./dialects-of.ts";
import { type LeftOutRow, signalsOf } from "./machine-shares.ts";
import { partsOf } from "./parts-of.ts";

export interface ReceiptInput {
  readonly plan: Plan;
  /** Id of the KPI; one of the plan's. */
  readonly kpi: string;
  readonly traced: TracedAnswer;
  readonly statement: { readonly sql: string; readonly parameters: Readonly<Record<string, unknown>> } | null;
  /** Rows of `exclusionsStatement`. */
  readonly exclusions: readonly LeftOutRow[];
  readonly inventory: Inventory;
  /** Presets with the words of their tools. */
  readonly dialects?: Dialects;
  /** Version of the engine and of Leadline. */
  readonly engine: string;
  readonly product: string;
}

/** Everything that proves a KPI's values: definition, measures, exclusions, loads and the statement itself. */
export function receiptOf(input: ReceiptInput): Receipt {
  const { plan, kpi: id, traced, statement, inventory } = input;
  const planned = plan.kpis.find(({ entry }) => entry.kpi.id === id);
  if (planned === undefined) throw new TypeError(`${id} was not asked for`);
  const { kpi, hash } = planned.entry;
  const scans = scansOf(plan, planned.measures);
  const converts = scans.some(({ convert }) => convert);
  const own = ({ row }: TracedRow): boolean => row.kpi === id;
  const several = plan.by.length > 0 || plan.grain !== null;
  const loads = loadsOf(scans, inventory, converts);
  const kpis = new Set([id, ...planned.formulas.keys()]);
  const dialects = dialectsOf(kpis, loads, inventory, input.dialects ?? [], plan.settings.language);
  const answered = [...traced.rows.filter(own), ...(several ? traced.total.filter(own) : [])];
  return {
    leadline: 1,
    question: { ...traced.answer.question, kpis: [id] },
    kpi: id,
    definition: { id, version: kpi.version, hash, text: kpi.definition[plan.settings.language] },
    formula: kpi.formula,
    answers: answered.map(({ row, used }) => ({ ...row, measures: used.map((each) => measureText(row, each)) })),
    parts: partsOf(plan, planned, traced.total.find(own)?.evaluated ?? null),
    exclusions: [
      ...input.exclusions.filter(({ rule }) => !rule.includes(":")).map((row) => exclusionOf(row, input.exclusions)),
      ...ratelessOf(traced.total.find(own)),
    ],
    loads,
    ...(dialects.length > 0 ? { dialects } : {}),
    ...aliasesOf(scans),
    ...(converts ? { conversion: CONVERSION[plan.settings.language](plan.settings.currency) } : {}),
    sql: statement?.sql ?? "",
    parameters: statement?.parameters ?? {},
    data_version: plan.dataVersion,
    engine: input.engine,
    product: input.product,
  };
}

const CONVERSION: Readonly<Record<"en" | "zh", (currency: string) => string>> = {
  en: (currency) =>
    `Each amount is converted into ${currency} at the rate of its own day, or the last one known before.`,
  zh: (currency) => `各笔金额按其当日汇率折算为 ${currency}；当日无汇率时取此前最近一日的汇率。`,
};

/** The names by which the scans gather or choose campaigns. */
function aliasesOf(scans: readonly Scan[]): Pick<Receipt, "campaign_aliases"> {
  const dimensions = scans.flatMap(({ by, filters }) => [...by, ...filters.map(({ dimension }) => dimension)]);
  const campaign = dimensions.find(({ kind }) => kind === "campaign");
  const chosen = scans.flatMap(({ slots }) => slots).find(({ campaigns }) => campaigns !== undefined);
  const names = campaign?.kind === "campaign" ? campaign.names : chosen?.campaigns;
  return names === undefined ? {} : { campaign_aliases: names };
}

function scansOf(plan: Plan, measures: readonly string[]): readonly Scan[] {
  const ids = new Set(measures.flatMap((key) => plan.measures.get(key)?.slots ?? []).map(({ slot }) => slot.id));
  return plan.scans.filter(({ slots }) => slots.some(({ id }) => ids.has(id)));
}

/** A figure of another period than the row's own says which. */
function measureText(row: AnswerRow, { measure, span, value, cases }: MeasureResult): MeasureValue {
  const own = span.from === row.period.from && span.label === row.period.label;
  const name = own ? measure.name : `${measure.name} ${span.from}..${span.to}`;
  if (value.kind === "number") return { measure: name, value: value.value?.toFixed() ?? null, rows: cases };
  const list = (values: typeof value.finished): string =>
    values
      .toSorted((a, b) => a[0] - b[0])
      .map(([one, count]) => (count === 1 ? `${one}` : `${one}×${count}`))
      .join(" ");
  const open = value.censored.length === 0 ? "" : `; open: ${list(value.censored)}`;
  return { measure: name, value: `${list(value.finished)}${open}`, rows: cases };
}

function exclusionOf({ rule, rows, of }: LeftOutRow, all: readonly LeftOutRow[]): Receipt["exclusions"][number] {
  const base = Number(of ?? 0);
  const signals = base > 0 ? signalsOf(rule, base, all) : [];
  return {
    rule,
    rows: Number(rows),
    ...(base > 0 ? { share: Number(rows) / base } : {}),
    ...(signals.length > 0 ? { signals } : {}),
  };
}

function ratelessOf(traced: TracedRow | undefined): Receipt["exclusions"] {
  const rows = (traced?.used ?? []).reduce((sum, { rateless }) => sum + rateless, 0);
  return rows === 0 ? [] : [{ rule: "no_exchange_rate", rows }];
}

/** The loads that the scans read, also through the derived tables. */
function loadsOf(scans: readonly Scan[], inventory: Inventory, converts: boolean): Receipt["loads"] {
  const direct = new Map<number, Set<string>>();
  const add = (loadNo: number, fact: string): void => {
    direct.set(loadNo, (direct.get(loadNo) ?? new Set()).add(fact));
  };
  for (const { source, table } of scans) {
    if (source.kind === "loads") for (const { loadNo } of source.parts) add(loadNo, table);
    else addMadeOf(table as DerivedId);
  }
  if (converts) addMadeOf("fx_daily");
  return inventory.loads.flatMap((load) => {
    const facts = direct.get(load.loadNo);
    return facts === undefined ? [] : [loadText(load, facts)];
  });

  function addMadeOf(table: DerivedId): void {
    const facts: readonly string[] = MADE_OF[table];
    for (const part of inventory.visible) if (facts.includes(part.fact)) add(part.loadNo, part.fact);
  }
}

function loadText(load: LoadRecord, facts: ReadonlySet<string>): Receipt["loads"][number] {
  const parts = load.parts.filter(({ fact }) => facts.has(fact));
  const days = (side: "from" | "to"): string[] =>
    parts
      .map((part) => part[side])
      .filter((day): day is string => day !== null)
      .sort();
  return {
    load_id: load.loadId,
    system: load.system,
    connection: load.connection,
    committed_at: load.committedAt,
    file: load.file,
    sha256: load.sha256,
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    from: days("from")[0] ?? null,
    to: days("to").at(-1) ?? null,
  };
}
