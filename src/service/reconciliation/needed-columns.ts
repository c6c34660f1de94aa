import type { Preset } from "../../model/preset.ts";
import type { AdLoad } from "./ad-sources.ts";

/** What the exports of connections lack to tell something. */
export interface Needed {
  /** Columns that they would have to carry. */
  readonly columns: readonly { readonly connections: readonly string[]; readonly titles: readonly string[] }[];
  /** Connections whose files have the columns, but none of their figures: empty, or loaded by an earlier mapping. */
  readonly again: readonly string[];
  /** Connections of whose exports no preset reads such a thing. */
  readonly never: readonly string[];
}

/** What the exports of these connections lack to tell columns of ad figures, by the presets that read them. */
export function neededColumns(
  columns: readonly string[],
  connections: readonly string[],
  loads: readonly AdLoad[],
  presets: readonly Preset[],
): Needed {
  const found = connections.map((connection) => {
    const own = loads.filter((load) => load.connection === connection);
    const fields = own.flatMap((load) => columns.map((column) => fieldsOf(column, load, presets)));
    const titles = fields.flatMap((known) => known ?? []).flatMap(({ title, held }) => (held ? [] : [title]));
    return {
      connection,
      titles: [...new Set(titles)].sort(byNumber),
      read: fields.length > 0 && fields.every((known) => known !== null),
    };
  });
  const readable = found.filter(({ read }) => read);
  const groups = Map.groupBy(
    readable.filter(({ titles }) => titles.length > 0),
    ({ titles }) => JSON.stringify(titles),
  );
  const names = (those: typeof found) => those.map(({ connection }) => connection);
  return {
    columns: [...groups.values()].map((group) => ({ connections: names(group), titles: group[0]?.titles ?? [] })),
    again: names(readable.filter(({ titles }) => titles.length === 0)),
    never: names(found.filter(({ read }) => !read)),
  };
}

interface Field {
  /** The first title that it is known by. */
  readonly title: string;
  /** The file has it, under whatever title. */
  readonly held: boolean;
}

/** The fields from which a load's layouts read a column; null where one of them does not read it. */
function fieldsOf(column: string, { preset: id, meta }: AdLoad, presets: readonly Preset[]): readonly Field[] | null {
  const layouts = presets.find((preset) => preset.id === id)?.layouts ?? [];
  const all = meta.tables.map(({ layout: name, header }) => {
    const layout = layouts.find((one) => one.id === name);
    const expressions = layout?.facts.flatMap(({ set }) => set[column] ?? []) ?? [];
    if (expressions.length === 0) return null;
    const names = expressions.flatMap((text) => [...text.matchAll(/\[(\w+)\]/g)].map(([, field]) => field ?? ""));
    const present = new Set(header.map(plain));
    return [...new Set(names)].flatMap((field): Field[] => {
      const titles = titlesOf(layout?.columns[field]);
      const [title] = titles;
      return title === undefined ? [] : [{ title, held: titles.some((one) => present.has(plain(one))) }];
    });
  });
  return all.includes(null) ? null : all.flatMap((one) => one ?? []);
}

const byNumber = (a: string, b: string): number => a.localeCompare(b, "en", { numeric: true });

function titlesOf(column: Preset["layouts"][number]["columns"][string] | undefined): readonly string[] {
  if (column === undefined) return [];
  return Array.isArray(column) ? column : column.titles;
}

const plain = (title: string): string => title.trim().replaceAll('"', "").toLowerCase();
