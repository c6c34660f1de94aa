import type { Columns } from "../../model/columns.ts";
import { DERIVED, DERIVED_IDS, FACT_IDS, FACTS, PROVENANCE } from "../../model/facts.ts";
import { CHANNEL_COLUMNS, CHANNEL_FACTS } from "../channel/channel-facts.ts";
import { COLUMN_CODECS, COLUMN_TYPES } from "./column-type.ts";
import type { ColumnDefinition, TableDefinition } from "./table-definition.ts";

/** Numbers that the loader itself hands out are always there, whatever kind the model gives them. */
const NUMBERED: Readonly<Record<string, ColumnDefinition>> = {
  load_no: { name: "load_no", type: "UInt32", codec: "Delta, ZSTD(1)" },
  raw_row: { name: "raw_row", type: "UInt64", codec: "Delta, ZSTD(1)" },
  build_no: { name: "build_no", type: "UInt32", codec: "Delta, ZSTD(1)" },
};

/** Where channels are told anew while the others still count; rows that are loaded have the same in both. */
const CHANNEL_ANEW: ColumnDefinition = {
  name: CHANNEL_COLUMNS[1],
  type: COLUMN_TYPES.dim,
  otherwise: CHANNEL_COLUMNS[0],
};

/** One table for each loaded fact: provenance, then its own columns; sorted by load, then by the fact's own order. */
export function factTables(): readonly TableDefinition[] {
  return FACT_IDS.map((id) => ({
    name: id,
    columns: [
      ...columnDefinitions({ ...PROVENANCE, ...FACTS[id].columns }),
      ...(CHANNEL_FACTS.includes(id) ? [CHANNEL_ANEW] : []),
    ],
    orderBy: ["load_no", ...FACTS[id].order],
  }));
}

/** One table for each derived table, every row tagged with the build that made it. */
export function derivedTables(): readonly TableDefinition[] {
  return DERIVED_IDS.map((id) => ({
    name: id,
    columns: columnDefinitions({ build_no: "int", ...DERIVED[id].columns }),
    orderBy: ["build_no", ...DERIVED[id].order],
  }));
}

function columnDefinitions(columns: Columns): readonly ColumnDefinition[] {
  return Object.entries(columns).map(([name, kind]) => {
    const codec = COLUMN_CODECS[kind];
    return NUMBERED[name] ?? { name, type: COLUMN_TYPES[kind], ...(codec === undefined ? {} : { codec }) };
  });
}
