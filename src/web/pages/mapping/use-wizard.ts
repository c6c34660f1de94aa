import { useRef, useState } from "react";
import type { ColumnKind } from "../../../model/columns.ts";
import { isFactId } from "../../../model/facts.ts";
import { type Draft, type DraftColumn, mappingApi } from "./mapping-api.ts";
import { type At, assign, finished, missingOf, type PresetJson } from "./preset-json.ts";
import { withSuggestions } from "./suggest-words.ts";

const KEY = "leadline.mapping.";

interface Kept {
  readonly draft: Draft;
  readonly preset: PresetJson;
}

/** What a person has done to the draft, also after the page was loaded anew. */
function kept(upload: string, draft: Draft): Kept {
  const text = sessionStorage.getItem(KEY + upload);
  const begun = { draft, preset: begin(draft) };
  if (text === null) return begun;
  const read = JSON.parse(text) as Kept;
  return read.draft.origin === draft.origin && read.draft.file.file === draft.file.file ? read : begun;
}

/** A draft as it is shown first: words of closed lists told as far as can be; adjusted presets as they are. */
function begin({ preset, origin, columns, layout, mapping }: Draft): PresetJson {
  return origin === "new" ? withSuggestions(preset, { layout, mapping }, columns) : preset;
}

/** The preset under the person's hands. */
export function useWizard(upload: string, first: Draft, part: number | undefined) {
  const [{ draft, preset }, setState] = useState(() => kept(upload, first));
  const asked = useRef<string | null>(null);
  const put = (next: Kept): void => {
    sessionStorage.setItem(KEY + upload, JSON.stringify(next));
    setState(next);
  };
  const parts = preset.layouts[draft.layout]?.facts ?? [];
  const mapping = part !== undefined && part < parts.length ? part : draft.mapping;
  const at: At = { layout: draft.layout, mapping };
  const own = parts[mapping]?.fact;
  const fact = own !== undefined && isFactId(own) ? own : draft.fact;
  const columns = draft.facts.find(({ id }) => id === fact)?.columns ?? [];
  const required = columns.filter((column) => column.required).map(({ name }) => name);
  const isNew = draft.origin === "new";
  return {
    draft,
    preset,
    at,
    /** All that the file's rows give; `at` is one of them. */
    parts,
    fact,
    columns,
    required,
    isNew,
    missing: fact === null ? [] : missingOf(preset, at, required),
    finished: finished(preset, at, draft.columns, required, isNew),
    kindOf: (target: string): ColumnKind => columns.find(({ name }) => name === target)?.kind ?? "text",
    change: (next: PresetJson) => put({ draft, preset: next }),
    /** Lets a column of the file fill a column of the fact; words of a closed list are told as far as can be. */
    assign(column: DraftColumn, target: string | null) {
      const kindOf = (id: string): ColumnKind => columns.find(({ name }) => name === id)?.kind ?? "text";
      put({ draft, preset: withSuggestions(assign(preset, at, column, target, kindOf), at, draft.columns) });
    },
    /** Begins anew with another fact; the notation and the name that were said stay. */
    async choose(id: string) {
      asked.current = id;
      const next = await mappingApi.draft(upload, { fact: id });
      // Who goes through the list by keyboard asks for several, one after another.
      if (asked.current !== id) return;
      const { dates, numbers } = preset.layouts[at.layout] ?? {};
      const layouts = begin(next).layouts.map((layout) => ({
        ...layout,
        ...(dates && { dates }),
        ...(numbers && { numbers }),
      }));
      const { id: own, system, name } = preset;
      put({ draft: next, preset: { ...begin(next), id: own, system, name, layouts } });
    },
    forget: () => sessionStorage.removeItem(KEY + upload),
  };
}

export type WizardState = ReturnType<typeof useWizard>;
