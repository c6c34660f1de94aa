import type { CellType } from "../../../model/cell-types.ts";
import type { ColumnKind } from "../../../model/columns.ts";
import type { FactId } from "../../../model/facts.ts";
import { call, send } from "../../api/client.ts";
import type { LoadedFile } from "../../uploads/uploads-api.ts";
import type { At, FileColumn, PresetJson } from "./preset-json.ts";

/** A column of the file with what it seems to be and may fill. */
export interface DraftColumn extends FileColumn {
  readonly position: number;
  readonly type: CellType;
  readonly type_by: "cells" | "title";
  readonly examples: readonly string[];
  readonly values: readonly string[] | null;
  readonly empty_share: number;
  readonly candidates: readonly {
    readonly fact: string;
    readonly column: string;
    readonly because: "title" | "name" | "type";
    readonly presets: readonly string[];
  }[];
}

export interface Draft extends At {
  readonly file: {
    readonly file: string;
    readonly encoding: string;
    readonly delimiter: string | null;
    readonly header_line: number;
  };
  readonly columns: readonly DraftColumn[];
  readonly fact: FactId | null;
  readonly preset: PresetJson;
  readonly revision: string | null;
  readonly origin: "new" | "built-in" | "own";
  readonly facts: readonly {
    readonly id: FactId;
    readonly columns: readonly { readonly name: string; readonly kind: ColumnKind; readonly required: boolean }[];
  }[];
}

export interface Tried {
  readonly preview: LoadedFile | null;
  readonly yaml: string;
}

interface Begin {
  readonly preset?: string;
  readonly fact?: string;
}

export const mappingApi = {
  draft: (upload: string, begin: Begin) => send<Draft>("POST", "/api/presets/draft", { upload, ...begin }),
  attempt: (upload: string, preset: PresetJson) => send<Tried>("POST", "/api/presets/try", { upload, preset }),
  ids: async () =>
    (await call<{ readonly presets: readonly { readonly id: string }[] }>("/api/presets")).presets.map(({ id }) => id),
  save: (preset: PresetJson, revision: string | null, overBuiltIn: boolean) =>
    send<{ readonly id: string }>("PUT", `/api/presets/${encodeURIComponent(preset.id)}`, {
      revision,
      preset,
      ...(overBuiltIn && { over_built_in: true }),
    }),
};
