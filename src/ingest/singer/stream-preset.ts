import { FACTS, isFactId } from "../../model/facts.ts";
import type { Layout, Preset } from "../../model/preset.ts";
import { fileErrors } from "../files/file-errors.ts";
import { candidatesOf, matchHeader } from "../files/match-layout.ts";
import { choosePresets } from "../load/choose-presets.ts";
import type { LoadedPresets } from "../presets/load-presets.ts";
import type { StreamShape } from "./receive-messages.ts";
import { singerErrors } from "./singer-errors.ts";

export interface StreamPreset {
  /** The one preset with the one layout that reads the stream. */
  readonly presets: LoadedPresets;
  readonly preset: Preset;
  /** Whether its facts are daily figures, which a later load replaces by their days and not by their keys. */
  readonly isSegment: boolean;
  /** Properties of the stream for whose values a run brings all records anew. */
  readonly runReplaces: readonly string[];
}

/**
 * The preset whose layout names the stream and finds its columns in it; null = none. Throws `singer.ambiguous`, and for a
 * preset that a person named `singer.unfit` and `file.no_preset`.
 */
export function streamPreset(
  all: LoadedPresets,
  { stream, properties }: StreamShape,
  wanted: string | undefined,
): StreamPreset | null {
  const { presets, presetId, folders } = choosePresets(all, wanted);
  const chosen = presets.filter(({ id }) => presetId === undefined || id === presetId);
  if (presetId !== undefined && chosen.length === 0)
    throw fileErrors.noPreset(
      presetId,
      presets.map(({ id }) => id),
    );
  const candidates = candidatesOf(chosen);
  const own = candidates.filter(({ layout }) => names(layout, stream));
  // What a person calls a report is anybody's guess, so a preset for such streams must be asked for.
  const named = own.length > 0 || presetId === undefined ? own : candidates.filter(({ layout }) => names(layout, ANY));
  const matches = named.map((candidate) => ({
    candidate,
    match: matchHeader(properties, candidate, { preamble: "", section: null }),
  }));
  const fitting = matches.filter(({ match }) => match?.missing.length === 0 && match.forbidden.length === 0);
  const [first, second] = fitting.toSorted((a, b) => (b.match?.matched ?? 0) - (a.match?.matched ?? 0));
  if (first === undefined) {
    const [near] = matches;
    if (near !== undefined && wanted !== undefined && own.length > 0)
      throw singerErrors.unfit(stream, near.candidate.preset.id, near.match?.missing ?? near.candidate.layout.required);
    return null;
  }
  if (second !== undefined && second.candidate.preset.id !== first.candidate.preset.id)
    throw singerErrors.ambiguous(
      stream,
      fitting.map(({ candidate }) => candidate.preset.id),
    );
  const { layout } = first.candidate;
  const preset = { ...first.candidate.preset, layouts: [layout] };
  return {
    presets: { presets: [preset], loaded: [{ preset, path: "", folder: folders.get(preset.id) ?? "" }], problems: [] },
    preset,
    runReplaces: layout.run_replaces.flatMap((field) => properties[first.match?.fields.indexOf(field) ?? -1] ?? []),
    isSegment: layout.facts.some(({ fact }) => isFactId(fact) && FACTS[fact].loading === "segment"),
  };
}

/** A stream of any name. */
const ANY = "*";

function names({ streams = [] }: Layout, stream: string): boolean {
  const bare = stream.slice(stream.lastIndexOf(".") + 1).toLowerCase();
  return streams.some((name) => name.toLowerCase() === stream.toLowerCase() || name.toLowerCase() === bare);
}
