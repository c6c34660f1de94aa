import type { RowScope } from "../../language/row/row-function.ts";
import { type ColumnKind, DIMENSION_COLUMNS } from "../../model/columns.ts";
import { type FactId, fact, isFactId } from "../../model/facts.ts";
import type { FactMapping } from "../../model/preset.ts";
import type { Workspace } from "../../model/workspace.ts";
import { factChannel } from "../../sql/channel/fact-channel.ts";
import { textLiteral } from "../../sql/channel/text-literal.ts";
import { hashName, type NamedCell, rawName } from "../../sql/load/cell-names.ts";
import type { MappedColumn, MappedFact } from "../../sql/load/mapped-table.ts";
import { quickDecimal, quickInteger } from "../../sql/row-expression/quick-number.ts";
import type { RowContext, RowLookup } from "../../sql/row-expression/row-context.ts";
import type { PreparedTable } from "../files/prepared.ts";
import { type PersonalKind, personalFields } from "../personal/personal-fields.ts";
import { type CompiledRow, type RowCompiler, rowCompiler } from "./compile-row.ts";

/** A source of cells: the file as the engine reads it, or the rows as they are stored. */
export type CellSource = "file" | "stored";

export interface TableInput {
  readonly table: PreparedTable;
  readonly file: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly lookups: Readonly<Record<string, RowLookup>>;
  readonly workspace: Workspace;
}

/** What a table's columns are, seen from the file and from the stored rows. */
export interface TableColumns {
  /** Positions in the file of the cells that are stored, in their order. */
  readonly stored: readonly number[];
  readonly personal: ReadonlyMap<string, PersonalKind>;
  /** The cells that expressions may read, in each source. */
  readonly cells: Readonly<Record<CellSource, readonly NamedCell[]>>;
}

export function tableColumns(table: PreparedTable): TableColumns {
  const stored = table.header.map((_, place) => place).filter((place) => place !== table.lineColumn);
  const personal = personalFields(table.layout);
  const cells = (cell: (place: number) => string): NamedCell[] =>
    table.fields.flatMap((field, place) =>
      field === null ? [] : [{ place, isEmail: personal.get(field) === "email", cell: cell(place) }],
    );
  return {
    stored,
    personal,
    cells: {
      file: cells((place) => `ifNull(c${place}, '')`),
      stored: cells((place) => `cells[${stored.indexOf(place) + 1}]`),
    },
  };
}

/** The compiler of a table's expressions over one source of cells. */
export function tableCompiler(input: TableInput, columns: TableColumns, source: CellSource): RowCompiler {
  const { table, workspace } = input;
  const { layout, preset, surroundings } = table;
  const scope: RowScope = {
    columns: new Set([
      ...Object.keys(layout.columns),
      ...table.fields.filter((field) => field !== null),
      "section_row",
      "total_label",
    ]),
    settings: new Set(Object.keys(preset.settings)),
    lookups: new Map(
      Object.entries(input.lookups).map(([name, lookup]) => [
        name,
        lookup.kind === "map" ? "map" : Object.keys(lookup.columns),
      ]),
    ),
  };
  const place = (field: string): number | null => {
    const found = table.fields.indexOf(field);
    return found < 0 ? null : found;
  };
  const whole: RowContext = {
    column: (field) => {
      const found = place(field);
      return found === null ? null : rawName(found);
    },
    decimal: table.decimal,
    dateOrder: table.dateOrder,
    nullTokens: layout.null_tokens,
    fileZone: fileZone(input),
    workspaceZone: workspace.timezone,
    settings: input.settings,
    lookups: input.lookups,
    captured: table.captured,
    period: surroundings.period,
    fileName: input.file,
  };
  const hashes: RowContext = {
    ...whole,
    column: (field) => {
      const found = place(field);
      if (found === null) return null;
      return columns.personal.get(field) === "email" ? hashName(found) : rawName(found);
    },
  };
  const context = source === "stored" ? hashes : whole;
  return rowCompiler({ scope, whole, context, cells: columns.cells[source], preset: preset.id });
}

/** What a person says wins, then the layout's fixed zone, then the file's own words, then the workspace. */
function fileZone({ table, settings, workspace }: TableInput): string {
  if (settings.timezone) return settings.timezone;
  if (table.layout.timezone !== "workspace") return table.layout.timezone;
  return table.surroundings.timezone ?? workspace.timezone;
}

export interface CompiledFact extends MappedFact {
  readonly mapping: FactMapping;
  /** Dimensions that the export is broken down by, sorted and joined. */
  readonly grain: string;
  readonly sources: ReadonlyMap<string, CompiledRow>;
  /** The channel where it is classified here, and the texts that it is classified by. */
  readonly channel: { readonly value: string; readonly inputs: readonly string[] } | null;
}

/** The mappings of a table, over one source of cells. */
export function compileFacts(input: TableInput, columns: TableColumns, source: CellSource): CompiledFact[] {
  const compiler = tableCompiler(input, columns, source);
  const present = new Set(input.table.fields.filter((field) => field !== null));
  return input.table.layout.facts.flatMap((mapping, index) =>
    isFactId(mapping.fact) ? [compileFact(input, compiler, mapping, mapping.fact, index, present)] : [],
  );
}

function compileFact(
  input: TableInput,
  compiler: RowCompiler,
  mapping: FactMapping,
  id: FactId,
  index: number,
  present: ReadonlySet<string>,
): CompiledFact {
  const key = (name: string): string => `layouts.${input.table.layout.id}.facts.${index}.${name}`;
  const kinds: Readonly<Record<string, ColumnKind>> = { external_id: "id", ...fact(id).columns };
  const when = mapping.when === undefined ? null : compiler.condition(mapping.when, key("when"));
  const sources = new Map<string, CompiledRow>();
  const attributes = new Map<string, CompiledRow>();
  for (const [name, expression] of Object.entries(mapping.set)) {
    const attribute = name.startsWith("attributes.") ? name.slice("attributes.".length) : null;
    const kind = attribute === null ? (kinds[name] ?? "text") : "attributes";
    const compiled = quickly(compiler.column(expression, kind, key(`set.${name}`)), kind, input.table);
    if (attribute === null) sources.set(name, compiled);
    else attributes.set(attribute, compiled);
  }
  const fromFile = ({ fields }: CompiledRow): boolean => fields.some((field) => present.has(field));
  const broken = [
    ...[...sources].filter(([name, row]) => name in DIMENSION_COLUMNS && fromFile(row)).map(([name]) => name),
    ...[...attributes].filter(([, row]) => fromFile(row)).map(([name]) => `attributes.${name}`),
  ];
  const channel = channelOf(id, sources, input);
  return {
    fact: id,
    mapping,
    channel,
    when: when === null || when.value === "1" ? null : when.value,
    whenInvalid:
      when === null || when.invalid === "0"
        ? null
        : { condition: when.invalid, title: titleOf(input.table, when.fields) ?? "when" },
    grain: fact(id).preAggregated ? broken.sort().join("+") : "",
    oncePer: mapping.once_per ?? null,
    sources,
    columns: [
      ...[...sources].map(([name, row]) => mappedColumn(input.table, name, kinds[name] ?? "text", row)),
      ...attributeColumn(input.table, attributes),
      ...(channel === null
        ? []
        : [
            {
              name: "channel",
              kind: "dim",
              value: channel.value,
              invalid: null,
              fields: [],
              title: "channel",
            } as const,
          ]),
    ],
  };
}

/** Most figures are plain digits, perhaps in groups of three; the engine reads them several times faster than dressed ones. */
function quickly(row: CompiledRow, kind: ColumnKind, { decimal, fields }: PreparedTable): CompiledRow {
  const { tree, value, invalid } = row;
  const read = tree.kind === "call" ? QUICK[kind]?.[tree.fn] : undefined;
  if (read === undefined || tree.kind !== "call") return row;
  const [cell] = tree.args;
  const place = cell?.kind === "column" ? fields.indexOf(cell.name) : -1;
  if (place < 0) return row;
  const quick = read(rawName(place), decimal, value);
  // Whether a value could not be read is asked only where there is none.
  return { ...row, value: quick, invalid: invalid === "0" ? invalid : `(isNull(${quick}) AND ${invalid})` };
}

/** For a kind of column, what a reader gives for plain digits. */
const QUICK: Readonly<Partial<Record<ColumnKind, Readonly<Record<string, typeof quickDecimal>>>>> = {
  money: { money: quickDecimal, number: quickDecimal },
  decimal: { money: quickDecimal, number: quickDecimal },
  int: { integer: quickInteger },
};

function mappedColumn(table: PreparedTable, name: string, kind: ColumnKind, row: CompiledRow): MappedColumn {
  const { value, invalid, fields } = row;
  return {
    name,
    kind,
    value,
    invalid: invalid === "0" ? null : invalid,
    fields,
    title: titleOf(table, fields) ?? name,
  };
}

/** The title of the first of some fields that the file has. */
function titleOf({ fields, header }: PreparedTable, wanted: readonly string[]): string | undefined {
  return wanted.map((field) => header[fields.indexOf(field)]).find((title) => title !== undefined);
}

function attributeColumn(table: PreparedTable, attributes: ReadonlyMap<string, CompiledRow>): MappedColumn[] {
  if (attributes.size === 0) return [];
  const pairs = [...attributes].map(([name, { value }]) => `${textLiteral(name)}, toString(${value})`);
  const invalid = [...attributes.values()].map((row) => row.invalid).filter((text) => text !== "0");
  const fields = [...new Set([...attributes.values()].flatMap((row) => row.fields))];
  return [
    {
      name: "attributes",
      kind: "attributes",
      value: `CAST(mapFilter((name, value) -> value != '', map(${pairs.join(", ")})), 'Map(LowCardinality(String), String)')`,
      invalid: invalid.length === 0 ? null : invalid.join(" OR "),
      fields,
      title: titleOf(table, fields) ?? "attributes",
    },
  ];
}

function channelOf(
  id: FactId,
  sources: ReadonlyMap<string, CompiledRow>,
  { table, workspace }: TableInput,
): CompiledFact["channel"] {
  const known = fact(id).columns;
  if (!("channel" in known && "source" in known && "medium" in known) || sources.has("channel")) return null;
  if (!sources.has("source") && !sources.has("medium")) return null;
  const text = (name: string): string => sources.get(name)?.value ?? "''";
  const inputs = {
    source: text("source"),
    medium: text("medium"),
    campaign: text("campaign"),
    program: text("program"),
  };
  const value = factChannel(id, { ...inputs, system: textLiteral(table.preset.system) }, workspace.channel_rules);
  return { value, inputs: Object.values(inputs) };
}
