import { type CellType, columnRead, readingOf } from "../../../model/cell-types.ts";
import type { ColumnKind } from "../../../model/columns.ts";
import { recognisingFields } from "../../../model/recognising-fields.ts";

type Column = readonly string[] | { readonly titles?: readonly string[]; readonly personal?: string };

export interface MappingJson {
  readonly fact: string;
  readonly set: Readonly<Record<string, string>>;
}

export interface LayoutJson {
  readonly id: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly required: readonly string[];
  readonly dates?: string;
  readonly numbers?: string;
  readonly facts: readonly MappingJson[];
}

/** A preset in the form in which it is saved, as far as the page changes it. */
export interface PresetJson {
  readonly id: string;
  readonly system: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly settings?: Readonly<
    Record<string, { readonly ask: { readonly en: string; readonly zh: string }; readonly default?: string }>
  >;
  readonly lookups?: Readonly<Record<string, { readonly map: Readonly<Record<string, string>> }>>;
  readonly layouts: readonly LayoutJson[];
}

/** Where in a preset the mapping stands that the page changes. */
export interface At {
  readonly layout: number;
  readonly mapping: number;
}

/** What the page needs to know of a column of the file. */
export interface FileColumn {
  readonly field: string;
  readonly title: string;
  readonly type: CellType;
  /** What the title says that its figures are to be multiplied by. */
  readonly factor: number;
  readonly personal: "email" | "name" | "phone" | null;
}

/** How a column of the fact gets its value. */
export type Filling =
  /** Each cell multiplied by `factor`. */
  | { readonly kind: "column"; readonly field: string; readonly factor: number }
  | { readonly kind: "words"; readonly field: string; readonly lookup: string }
  | { readonly kind: "constant"; readonly value: string }
  | { readonly kind: "setting"; readonly key: string }
  | { readonly kind: "computed"; readonly expression: string };

const BARE = /^\[([a-z][a-z0-9_]*)\]$/;
const WORDS = /^lookup\("([a-z][a-z0-9_]*)", (?:lower\()?(?:text\()?\[([a-z][a-z0-9_]*)\]\)*$/;
const CONSTANT = /^'((?:[^'\\])*)'$/;
const SETTING = /^setting\(["']([a-z][a-z0-9_]*)["']\)$/;

/** Reads an expression as one of the ways that the page can show; what it cannot is `computed` and left as it is. */
export function fillingOf(expression: string): Filling {
  const read = columnRead(expression);
  if (read !== null) return { kind: "column", ...read };
  const [, field] = BARE.exec(expression) ?? [];
  if (field !== undefined) return { kind: "column", field, factor: 1 };
  const [, lookup, of] = WORDS.exec(expression) ?? [];
  if (lookup !== undefined && of !== undefined) return { kind: "words", field: of, lookup };
  const [, value] = CONSTANT.exec(expression) ?? [];
  if (value !== undefined) return { kind: "constant", value };
  const [, key] = SETTING.exec(expression) ?? [];
  return key === undefined ? { kind: "computed", expression } : { kind: "setting", key };
}

export function mappingAt(preset: PresetJson, at: At): MappingJson {
  return preset.layouts[at.layout]?.facts[at.mapping] ?? { fact: "", set: {} };
}

/** The fact's column (or `attributes.…`) that a column of the file fills by itself; null where it is not used. */
export function targetOf(preset: PresetJson, at: At, field: string): string | null {
  for (const [target, expression] of Object.entries(mappingAt(preset, at).set)) {
    const filling = fillingOf(expression);
    if ((filling.kind === "column" || filling.kind === "words") && filling.field === field) return target;
  }
  return null;
}

/** Lets a column of the file fill a column of the fact, or nothing; whatever filled that before gives way. */
export function assign(
  preset: PresetJson,
  at: At,
  column: FileColumn,
  target: string | null,
  kindOf: (target: string) => ColumnKind,
): PresetJson {
  const { set: before } = mappingAt(preset, at);
  const set = Object.fromEntries(
    Object.entries(before).filter(([, expression]) => {
      const filling = fillingOf(expression);
      return !((filling.kind === "column" || filling.kind === "words") && filling.field === column.field);
    }),
  );
  if (target !== null) {
    const expression = readingOf(kindOf(target), column.field, column.type, column.factor);
    if (expression !== null) set[target] = expression;
  }
  return withColumns(withSet(preset, at, set), at, column);
}

/** Fills a column of the fact with an expression of its own, or with nothing. */
export function fill(preset: PresetJson, at: At, target: string, expression: string | null): PresetJson {
  const { [target]: _, ...rest } = mappingAt(preset, at).set;
  return withSet(preset, at, expression === null ? rest : { ...rest, [target]: expression });
}

/** A text as a constant of an expression; quotes have no place in one. */
export function constant(value: string): string {
  return `'${value.replaceAll(/['\\]/g, "")}'`;
}

/** Translates the file's own words for a column of a closed list into the list's. */
export function withWords(
  preset: PresetJson,
  at: At,
  target: string,
  field: string,
  words: Readonly<Record<string, string>>,
): PresetJson {
  const lookup = `${target}_words`;
  const map = Object.fromEntries(Object.entries(words).filter(([, word]) => word !== ""));
  const { [lookup]: _, ...others } = preset.lookups ?? {};
  const lookups = { ...others, ...(Object.keys(map).length > 0 && { [lookup]: { map } }) };
  const expression = Object.keys(map).length > 0 ? `lookup("${lookup}", [${field}])` : `text([${field}])`;
  return fill({ ...preset, lookups }, at, target, expression);
}

/** The translation that stands for a column; empty where there is none. */
export function wordsOf(preset: PresetJson, at: At, target: string): Readonly<Record<string, string>> {
  const filling = fillingOf(mappingAt(preset, at).set[target] ?? "");
  return filling.kind === "words" ? (preset.lookups?.[filling.lookup]?.map ?? {}) : {};
}

/** Says how the file writes its dates or numbers, for all later files of its kind, too. */
export function withNotation(preset: PresetJson, at: At, key: "dates" | "numbers", value: string): PresetJson {
  return changeLayout(preset, at, (layout) => ({ ...layout, [key]: value }));
}

/** Changes the value that is taken where the file does not say it. */
export function withDefault(preset: PresetJson, key: string, value: string): PresetJson {
  const setting = preset.settings?.[key];
  return setting ? { ...preset, settings: { ...preset.settings, [key]: { ...setting, default: value } } } : preset;
}

/** Columns that the fact needs and nothing fills. */
export function missingOf(preset: PresetJson, at: At, required: readonly string[]): string[] {
  const { set } = mappingAt(preset, at);
  return required.filter((column) => !(column in set));
}

/** The preset as it is tried and saved: recognised by what it maps, without columns and lookups that nothing reads. */
export function finished(
  preset: PresetJson,
  at: At,
  columns: readonly FileColumn[],
  required: readonly string[],
  isNew: boolean,
): PresetJson {
  const { lookups, ...rest } = preset;
  const whole: PresetJson = lookups && Object.keys(lookups).length > 0 ? preset : rest;
  if (!isNew) return whole;
  const { set } = mappingAt(whole, at);
  const reads = (field: string) => Object.values(set).some((expression) => expression.includes(`[${field}]`));
  const kept = columns.filter((column) => column.title !== "" && (reads(column.field) || column.personal !== null));
  const { settings, ...others } = whole;
  const asked = Object.entries(settings ?? {}).filter(([key]) =>
    Object.values(set).some((expression) => expression === `setting('${key}')`),
  );
  return changeLayout(asked.length > 0 ? { ...others, settings: Object.fromEntries(asked) } : others, at, (layout) => ({
    ...layout,
    columns: Object.fromEntries(kept.map((column) => [column.field, titled(column)])),
    required: recognisingFields(
      kept.map(({ field }) => field),
      set,
      required,
    ),
  }));
}

/** An id that no preset has: `partner`, `partner_2`. */
export function freeId(name: string, taken: readonly string[], fallback: string): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, 40)
    .replace(/_+$/, "");
  const plain = words === "" ? fallback : words;
  let id = plain;
  for (let number = 2; taken.includes(id); number += 1) id = `${plain}_${number}`;
  return id;
}

function titled({ title, personal }: FileColumn): Column {
  return personal === null ? [title] : { titles: [title], personal };
}

function withColumns(preset: PresetJson, at: At, column: FileColumn): PresetJson {
  return changeLayout(preset, at, (layout) =>
    column.field in layout.columns || column.title === ""
      ? layout
      : { ...layout, columns: { ...layout.columns, [column.field]: titled(column) } },
  );
}

function withSet(preset: PresetJson, at: At, set: MappingJson["set"]): PresetJson {
  return changeLayout(preset, at, (layout) => ({
    ...layout,
    facts: layout.facts.map((mapping, index) => (index === at.mapping ? { ...mapping, set } : mapping)),
  }));
}

function changeLayout(preset: PresetJson, at: At, change: (layout: LayoutJson) => LayoutJson): PresetJson {
  return {
    ...preset,
    layouts: preset.layouts.map((layout, index) => (index === at.layout ? change(layout) : layout)),
  };
}
