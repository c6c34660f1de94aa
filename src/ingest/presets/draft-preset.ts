import { type CellType, fitsKind, readingOf } from "../../model/cell-types.ts";
import type { ColumnKind } from "../../model/columns.ts";
import { columnsOf, FACT_IDS, type FactId, fact } from "../../model/facts.ts";
import { CHINESE_UNIT, LATIN_UNIT } from "../../model/number-units.ts";
import type { Preset } from "../../model/preset.ts";
import { recognisingFields } from "../../model/recognising-fields.ts";
import { titleUnit } from "../../model/title-unit.ts";
import { normaliseTitle, spacedTitle } from "../files/normalise-title.ts";
import type { SampledFile } from "../files/sample-file.ts";
import { guessType, type TypeGuess } from "./guess-type.ts";
import { type TitleKnowledge, titleKnowledge } from "./title-knowledge.ts";

/** A column of a fact that a column of the file may fill. */
export interface DraftCandidate {
  readonly fact: FactId;
  readonly column: string;
  /** Row expression that reads the file's column for it. */
  readonly expression: string;
  /** `title`: presets know the title; `name`: the title is the column's own name; `type`: only the cells fit. */
  readonly because: "title" | "name" | "type";
  /** Presets that read a column of this title so. */
  readonly presets: readonly string[];
}

export interface DraftColumn {
  readonly position: number;
  readonly title: string;
  /** The name by which expressions call it. */
  readonly field: string;
  readonly type: CellType;
  readonly type_by: TypeGuess["by"];
  /** What the title says that its figures are to be multiplied by; 1 where it says nothing, or the cells do. */
  readonly factor: number;
  /** The currency that the title names. */
  readonly currency: string | null;
  /** The first five different values. */
  readonly examples: readonly string[];
  /** All different values of the rows looked at, where they are few; else null. */
  readonly values: readonly string[] | null;
  readonly empty_share: number;
  /** Kept apart as personal data where it is mapped. */
  readonly personal: "email" | "name" | "phone" | null;
  readonly candidates: readonly DraftCandidate[];
}

export interface PresetDraft {
  readonly columns: readonly DraftColumn[];
  /** The fact that most columns fit; null where nothing does. */
  readonly fact: FactId | null;
  /** A preset to begin with, in the form in which it is saved. */
  readonly preset: Readonly<Record<string, unknown>>;
  /** Columns that the fact needs and the draft cannot fill. */
  readonly missing: readonly string[];
}

/** A column of a closed list (open, won, lost) has no more. */
const FEW_VALUES = 30;

/** What a row of a fact calls its own key. */
const OWN_KEYS: readonly (readonly [FactId, RegExp])[] = [
  ["web_session", /^(?:visit|session) ?(?:id|key)$|^(?:会话|访问)(?:编号|id)$/i],
  ["opportunity", /^(?:opportunity|opp|deal) ?(?:id|no\.?|number|key)$|^(?:商机|交易)(?:编号|号|id)$/i],
  ["subscription", /^(?:subscription|contract) ?(?:id|no\.?|number|key)$|^(?:订阅|合同)(?:编号|号|id)$/i],
  ["meeting", /^(?:meeting|demo|appointment) ?(?:id|no\.?|number|key)$|^会议(?:编号|号|id)$/i],
];
/** Only deals are won and lost. */
const CLOSED_DEAL = /^(?:closed[ _-]*)?(?:won|lost)$|赢单|输单|丢单/i;

/** What the amount of a row is called in each fact. */
const AMOUNTS = ["amount", "cost", "mrr", "price", "revenue"];
/** Amounts for one of something, and such as were planned. */
const EACH_TITLE = /\b(?:cp[a-z]|per|avg|average|mean|budget|each)\b|单价|均价|平均|单次|每|预算/i;

/** Money that went out is never what came in. */
const SPENT_TITLE = /\b(?:costs?|spend|spent|fees?|expenses?)\b|费|成本|消耗|支出/i;
const EARNED_TITLE = /\b(?:revenue|sales|turnover|income|mrr|arr)\b|收入|营收|营业额|销售额|成交/i;

const CURRENCY_TITLE = /\b(?:currency|ccy)\b|币种|货币/i;
/** What links carry, by the names of the dimensions. */
const LINK_TAGS: Readonly<Record<string, string>> = {
  utm_source: "source",
  utm_medium: "medium",
  utm_campaign: "campaign",
  utm_content: "content",
  utm_term: "keyword",
};

const NAME_TITLE = /^(?:(?:first|last|full|contact|given|family) ?name|surname|姓名|姓|名|联系人)$/i;
const PHONE_TITLE = /\b(?:phone|mobile phone|telephone|cell)\b|电话|手机号/i;

/** Guesses from title and cells what each column of an unknown file is, and drafts a preset for it, into the fact wanted or the one that most columns fit. */
export function draftPreset(
  file: SampledFile,
  presets: readonly Preset[],
  currency: string,
  wanted?: FactId,
): PresetDraft {
  const columns = draftColumns(file, presets, [], currency);
  const best = wanted ?? bestFact(columns);
  const { preset, missing } = compose(file, columns, best, currency);
  return { columns, fact: best, preset, missing };
}

/** What each column of a file seems to be; `known` are the names by which a layout calls some of them. */
export function draftColumns(
  file: SampledFile,
  presets: readonly Preset[],
  known: readonly (string | null)[],
  currency: string,
): DraftColumn[] {
  const knowledge = titleKnowledge(presets);
  const taken = new Set(known.filter((name) => name !== null));
  const seen = file.header.map((title, position) =>
    seenIn(
      title,
      file.rows.map((row) => row[position] ?? ""),
      currency,
    ),
  );
  const fields = fieldNames(seen.map(({ plain }) => plain)).map((name, position) => {
    const given = known[position];
    if (given) return given;
    let free = name;
    for (let number = 2; taken.has(free); number += 1) free = `${name}_${number}`;
    taken.add(free);
    return free;
  });
  return seen.map(({ cells, ...column }, position): DraftColumn => {
    const { title, type, by, factor } = column;
    const field = fields[position] ?? `column_${position + 1}`;
    const filled = cells.filter((cell) => cell !== "");
    const values = [...new Set(filled)];
    return {
      position,
      title,
      field,
      type,
      type_by: by,
      factor,
      currency: column.currency,
      examples: values.slice(0, 5),
      values: values.length <= FEW_VALUES ? values : null,
      empty_share: cells.length === 0 ? 0 : (cells.length - filled.length) / cells.length,
      personal: type === "email" ? "email" : NAME_TITLE.test(title) ? "name" : PHONE_TITLE.test(title) ? "phone" : null,
      candidates: candidatesFor({ title, plain: column.plain, field, type, factor, filled, values }, knowledge),
    };
  });
}

/** Figures that say their unit themselves. */
const WITH_UNIT = new RegExp(`\\d\\s?${CHINESE_UNIT}|\\d${LATIN_UNIT}`);

/** A column with its type, and the unit that its title names where it holds figures. */
function seenIn(title: string, cells: readonly string[], currency: string) {
  const { type, by } = guessType(title, cells);
  if (type !== "number" && type !== "money") return { title, cells, type, by, plain: title, factor: 1, currency: null };
  const unit = titleUnit(title, { isAmount: type === "money", home: currency });
  const factor = cells.some((cell) => WITH_UNIT.test(cell)) ? 1 : unit.factor;
  const told: TypeGuess = unit.currency === null ? { type, by } : { type: "money", by: "title" };
  return { title, cells, ...told, ...unit, factor };
}

interface Seen {
  readonly title: string;
  /** The title without its unit. */
  readonly plain: string;
  readonly field: string;
  readonly type: CellType;
  readonly factor: number;
  /** Cells with something in them, and the different ones of these. */
  readonly filled: readonly string[];
  readonly values: readonly string[];
}

function candidatesFor(
  { title, plain, field, type, factor, filled, values }: Seen,
  knowledge: TitleKnowledge,
): DraftCandidate[] {
  const found: DraftCandidate[] = [];
  const add = (id: FactId, column: string, because: DraftCandidate["because"], presets: readonly string[]) => {
    const kind: ColumnKind | undefined = column === "external_id" ? "id" : columnsOf(id)[column];
    const expression = kind === undefined ? null : readingOf(kind, field, type, factor);
    if (kind === undefined || expression === null || !fitsKind(type, kind)) return;
    if (column === "email_hash" && type !== "email") return;
    if (found.some((one) => one.fact === id && one.column === column)) return;
    found.push({ fact: id, column, expression, because, presets });
  };
  for (const known of new Set([title, spacedTitle(title), plain, spacedTitle(plain)].map(normaliseTitle)))
    for (const use of knowledge.get(known) ?? []) add(use.fact, use.column, "title", use.presets);
  // A key that never comes twice names the row itself; elsewhere it points to something.
  if (filled.length > 1 && values.length === filled.length)
    for (const [id, pattern] of OWN_KEYS) if (pattern.test(spacedTitle(title))) add(id, "external_id", "name", []);
  if (values.length <= FEW_VALUES && values.some((value) => CLOSED_DEAL.test(value)))
    add("opportunity", "status", "name", []);
  const name = LINK_TAGS[field] ?? field;
  for (const id of FACT_IDS) if (Object.hasOwn(columnsOf(id), name)) add(id, name, "name", []);
  if (
    CURRENCY_TITLE.test(spacedTitle(title)) &&
    values.length > 0 &&
    values.every((value) => /^[A-Z]{3}$/i.test(value))
  )
    for (const id of FACT_IDS) if (Object.hasOwn(columnsOf(id), "currency")) add(id, "currency", "name", []);
  for (const id of FACT_IDS) {
    const { date, dateTo } = fact(id);
    if (type === "date") for (const column of [date, dateTo]) if (column) add(id, column, "type", []);
    if (type === "email") add(id, "email_hash", "type", []);
    const amount = AMOUNTS.find((column) => Object.hasOwn(columnsOf(id), column));
    if (type === "money" && amount && !EACH_TITLE.test(title) && mayBe(id, amount, title)) add(id, amount, "type", []);
  }
  return found;
}

/** Whether an amount of this title may be what a fact calls so. */
function mayBe(id: FactId, column: string, title: string): boolean {
  const isSpent = id === "cost" || column === "cost" || column === "price";
  return !(isSpent ? EARNED_TITLE : SPENT_TITLE).test(spacedTitle(title));
}

/** Columns that a need must outweigh which none of the file's fills: the day of a report may stand in its head. */
const UNMET = 2;

/** The fact that most columns fill by their titles or as its amount, each need that cannot be met weighed against it; the simpler one where two are alike. */
function bestFact(columns: readonly DraftColumn[]): FactId | null {
  const scored = FACT_IDS.map((id) => {
    const mine = columns.flatMap(({ position, candidates }) =>
      candidates.filter((one) => one.fact === id).map((candidate) => ({ position, candidate })),
    );
    const any = new Set(mine.map(({ candidate }) => candidate.column));
    // Anything that costs or brings something may name its currency.
    const named = mine.filter(({ candidate }) => candidate.because !== "type" && candidate.column !== "currency");
    const isAmount = mine.some(({ candidate }) => candidate.because === "type" && AMOUNTS.includes(candidate.column));
    // One column of the file fills one of the fact, however many its title would do for.
    const filled = Math.min(
      new Set(named.map(({ position }) => position)).size,
      new Set(named.map(({ candidate }) => candidate.column)).size,
    );
    const unmet = fact(id).required.filter((name) => !any.has(name) && name !== "currency").length;
    // An amount may be anybody's.
    return { id, unmet, score: filled + (isAmount ? 0.5 : 0) };
  });
  const [best] = scored
    .filter(({ score }) => score >= 1)
    .toSorted((a, b) => b.score - a.score - UNMET * (b.unmet - a.unmet));
  return best?.id ?? null;
}

function compose(
  file: SampledFile,
  columns: readonly DraftColumn[],
  id: FactId | null,
  currency: string,
): Pick<PresetDraft, "preset" | "missing"> {
  const set: Record<string, string> = {};
  const used = new Set<string>();
  const rank = { title: 0, name: 1, type: 2 };
  const needs = id === null ? [] : fact(id).required;
  // A column fills one thing only: first of all what the fact cannot do without.
  const isNeeded = ({ column, because }: DraftCandidate) => because !== "type" && needs.includes(column);
  const options = columns
    .flatMap((column) => column.candidates.map((candidate) => ({ column, candidate })))
    .filter(({ candidate }) => candidate.fact === id)
    .toSorted(
      (a, b) =>
        Number(isNeeded(b.candidate)) - Number(isNeeded(a.candidate)) ||
        rank[a.candidate.because] - rank[b.candidate.because] ||
        b.candidate.presets.length - a.candidate.presets.length ||
        a.column.position - b.column.position,
    );
  for (const { column, candidate } of options) {
    if (used.has(column.field) || candidate.column in set) continue;
    set[candidate.column] = candidate.expression;
    used.add(column.field);
  }
  const known = id === null ? {} : columnsOf(id);
  const settings: Record<string, unknown> = {};
  const named = new Set(columns.filter(({ field }) => used.has(field)).flatMap((column) => column.currency ?? []));
  const [told] = named;
  if ("currency" in known && !("currency" in set) && told !== undefined && named.size === 1) set.currency = `'${told}'`;
  if ("currency" in known && !("currency" in set)) {
    set.currency = "setting('currency')";
    settings.currency = { ask: { en: "Currency of the amounts", zh: "金额的币种" }, default: currency };
  }
  const name = slug(file.file.replace(/\.[^.]*$/, ""), "my_source");
  if ("platform" in known && !("platform" in set)) set.platform = `'${name}'`;
  if ("attributes" in known)
    for (const { field, type, personal } of columns)
      if (type === "text" && personal === null && !used.has(field)) {
        set[`attributes.${field}`] = `text([${field}])`;
        used.add(field);
      }
  const title = file.file.replace(/\.[^.]*$/, "");
  return {
    missing: needs.filter((column) => !(column in set)),
    preset: {
      id: name,
      system: name,
      version: 1,
      name: { en: title, zh: title },
      evidence: "A",
      export_guide: { en: `Mapped from ${file.file}.`, zh: `根据 ${file.file} 建立的映射。` },
      ...(Object.keys(settings).length > 0 && { settings }),
      layouts: [
        {
          id: "rows",
          columns: Object.fromEntries(
            columns
              .filter(({ title: text, field, personal }) => text !== "" && (used.has(field) || personal !== null))
              .map(({ title: text, field, personal }) => [field, personal ? { titles: [text], personal } : [text]]),
          ),
          required: recognisingFields(
            columns.map(({ field }) => field),
            set,
            needs,
          ),
          facts: id === null ? [] : [{ fact: id, set }],
        },
      ],
    },
  };
}

/** Names for expressions, from the titles, each once. */
function fieldNames(header: readonly string[]): string[] {
  const names: string[] = [];
  for (const [position, title] of header.entries()) {
    const plain = slug(title, `column_${position + 1}`);
    let name = plain;
    for (let number = 2; names.includes(name); number += 1) name = `${plain}_${number}`;
    names.push(name);
  }
  return names;
}

function slug(text: string, fallback: string): string {
  const words = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, 40)
    .replace(/_+$/, "");
  return words === "" ? fallback : words;
}
