import type { Engine } from "../../engine/engine.ts";
import { fitLayout } from "../../ingest/files/fit-layout.ts";
import { candidatesOf, matchHeader } from "../../ingest/files/match-layout.ts";
import type { LoadMeta } from "../../ingest/load/load-meta.ts";
import type { LoadedPresets } from "../../ingest/presets/load-presets.ts";
import type { FactMapping } from "../../model/preset.ts";

export interface ClassifiedLoads {
  /** Whether the channel of a load's rows of a fact was told by source and medium, and not by the file or its preset. */
  readonly has: (loadNo: number, fact: string) => boolean;
  /** Loads whose preset or layout is not there any more: nobody can tell. */
  readonly unknown: readonly number[];
}

interface Loaded {
  readonly engine: Engine;
  readonly presets: LoadedPresets;
}

/** Which loads had their channels classified when they were loaded. */
export async function classifiedLoads({ engine, presets }: Loaded): Promise<ClassifiedLoads> {
  const loads = await engine.query<{ load_no: number; preset: string; meta: string }>(
    "SELECT load_no, preset, meta FROM load",
  );
  const classified = new Set<string>();
  const unknown: number[] = [];
  for (const { load_no, preset: id, meta } of loads) {
    const preset = presets.presets.find((one) => one.id === id);
    const candidates = preset === undefined ? [] : candidatesOf([preset]);
    const mappings: FactMapping[] = [];
    for (const { layout, section, header } of (JSON.parse(meta) as LoadMeta).tables) {
      const candidate = candidates.find((one) => one.layout.id === layout);
      const match = candidate && matchHeader(header, candidate, { preamble: "", section });
      if (match) mappings.push(...fitLayout(match, ["section_row", "total_label"]).layout.facts);
      else unknown.push(load_no);
    }
    for (const { fact, set } of mappings)
      if (!("channel" in set) && ("source" in set || "medium" in set)) classified.add(`${load_no} ${fact}`);
  }
  return { has: (loadNo, fact) => classified.has(`${loadNo} ${fact}`), unknown: [...new Set(unknown)] };
}
