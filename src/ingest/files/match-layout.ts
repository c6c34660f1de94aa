import type { Layout, Preset } from "../../model/preset.ts";
import { normaliseTitle } from "./normalise-title.ts";

/** One layout, ready to be held against headers. */
export interface Candidate {
  readonly preset: Preset;
  readonly layout: Layout;
  /** Normalised title -> field and its rank among the field's titles. */
  readonly titles: ReadonlyMap<string, { readonly field: string; readonly rank: number }>;
  readonly patterns: readonly { readonly field: string; readonly regex: RegExp; readonly many: boolean }[];
  readonly preamble: RegExp | null;
  readonly section: RegExp | null;
}

export interface HeaderMatch {
  readonly candidate: Candidate;
  /** Field for each position, null = not mapped. */
  readonly fields: readonly (string | null)[];
  /** Groups that patterns captured, by position. */
  readonly captured: readonly (Readonly<Record<string, string>> | null)[];
  readonly matched: number;
  readonly missing: readonly string[];
  readonly forbidden: readonly string[];
  /** Conditions on preamble or section that do not hold. */
  readonly unmet: readonly string[];
  readonly duplicate: { readonly title: string; readonly first: number; readonly second: number } | null;
}

/** What stands above a header. */
export interface Above {
  readonly preamble: string;
  readonly section: string | null;
}

export function candidatesOf(presets: readonly Preset[]): Candidate[] {
  return presets.flatMap((preset) => preset.layouts.map((layout) => candidate(preset, layout)));
}

/** Candidates for a file. A tap's streams are named, so their layouts read a file only where their preset is named too. */
export function fileCandidates(presets: readonly Preset[]): Candidate[] {
  const all = candidatesOf(presets);
  return presets.length === 1 ? all : all.filter(({ layout }) => layout.streams === undefined);
}

function candidate(preset: Preset, layout: Layout): Candidate {
  const titles = new Map<string, { field: string; rank: number }>();
  const patterns: { field: string; regex: RegExp; many: boolean }[] = [];
  const many = new Set(layout.facts.flatMap((mapping) => mapping.each ?? []));
  for (const [field, column] of Object.entries(layout.columns)) {
    const known = Array.isArray(column) ? column : column.titles;
    for (const [rank, title] of known.entries()) {
      const key = normaliseTitle(title);
      if (!titles.has(key)) titles.set(key, { field, rank });
    }
    if (!Array.isArray(column) && column.pattern !== undefined)
      patterns.push({ field, regex: new RegExp(column.pattern, "iu"), many: many.has(field) });
  }
  return {
    preset,
    layout,
    titles,
    patterns,
    preamble: layout.preamble === undefined ? null : new RegExp(layout.preamble, "imu"),
    section: layout.section === undefined ? null : new RegExp(layout.section, "iu"),
  };
}

/** Holds a header against one layout; null where nothing fits. */
export function matchHeader(header: readonly string[], against: Candidate, above: Above): HeaderMatch | null {
  const fields: (string | null)[] = header.map(() => null);
  const captured: (Record<string, string> | null)[] = header.map(() => null);
  const best = new Map<string, { position: number; rank: number; key: string }>();
  let duplicate: HeaderMatch["duplicate"] = null;
  for (const [position, title] of header.entries()) {
    const key = normaliseTitle(title);
    const named = against.titles.get(key);
    if (named) {
      const rival = best.get(named.field);
      if (rival && rival.key === key && duplicate === null && key !== "")
        duplicate = { title: title.trim(), first: rival.position + 1, second: position + 1 };
      if (rival && rival.rank <= named.rank) continue;
      if (rival) fields[rival.position] = null;
      best.set(named.field, { position, rank: named.rank, key });
      fields[position] = named.field;
      continue;
    }
    const plain = title
      .normalize("NFKC")
      .replace(/[\u200B\uFEFF]/g, "")
      .replace(/\s+/g, " ")
      .trim();
    for (const { field, regex, many } of against.patterns) {
      const found = regex.exec(plain);
      if (!found || (!many && best.has(field))) continue;
      if (!many) best.set(field, { position, rank: Number.MAX_SAFE_INTEGER, key });
      fields[position] = field;
      captured[position] = Object.fromEntries(
        Object.entries(found.groups ?? {}).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value.trim()]],
        ),
      );
      break;
    }
  }
  const matched = fields.filter((field) => field !== null).length;
  if (matched === 0) return null;
  const has = new Set(fields);
  const { layout } = against;
  const unmet: string[] = [];
  if (against.preamble && !against.preamble.test(above.preamble)) unmet.push(`a preamble with ${layout.preamble}`);
  if (against.section && !against.section.test(above.section ?? "")) unmet.push(`the section ${layout.section}`);
  return {
    candidate: against,
    fields,
    captured,
    matched,
    missing: layout.required.filter((field) => !has.has(field)),
    forbidden: layout.without.filter((field) => has.has(field)),
    unmet,
    duplicate,
  };
}

function isFull(match: HeaderMatch): boolean {
  return match.missing.length === 0 && match.forbidden.length === 0 && match.unmet.length === 0;
}

/** Better first: more columns, then more conditions held, then more columns asked for. */
export function compareMatches(a: HeaderMatch, b: HeaderMatch): number {
  return (
    b.matched - a.matched ||
    conditions(b) - conditions(a) ||
    b.candidate.layout.required.length - a.candidate.layout.required.length
  );
}

function conditions(match: HeaderMatch): number {
  return (match.candidate.preamble ? 1 : 0) + (match.candidate.section ? 1 : 0);
}

/** All full matches of a header, best first. */
export function fullMatches(header: readonly string[], candidates: readonly Candidate[], above: Above): HeaderMatch[] {
  return candidates
    .map((each) => matchHeader(header, each, above))
    .filter((match): match is HeaderMatch => match !== null && isFull(match))
    .toSorted(compareMatches);
}

/** `google_ads/campaign_daily` */
export function layoutName(match: HeaderMatch): string {
  return `${match.candidate.preset.id}/${match.candidate.layout.id}`;
}

/** The layouts that come nearest, each with what it misses, for a person. */
export function nearest(
  headers: readonly (readonly string[])[],
  candidates: readonly Candidate[],
  above: Above,
): string[] {
  const found = headers
    .flatMap((header) => candidates.map((each) => matchHeader(header, each, above)))
    .filter((match): match is HeaderMatch => match !== null && match.matched >= 2)
    .toSorted((a, b) => a.missing.length - b.missing.length || b.matched - a.matched);
  const seen = new Set<string>();
  const lines: string[] = [];
  for (const match of found) {
    const name = layoutName(match);
    if (seen.has(name) || lines.length === 3) continue;
    seen.add(name);
    const reasons = [
      ...(match.missing.length > 0 ? [`misses ${match.missing.map((field) => titleOf(match, field)).join(", ")}`] : []),
      ...(match.forbidden.length > 0
        ? [`may not have ${match.forbidden.map((field) => titleOf(match, field)).join(", ")}`]
        : []),
      ...(match.unmet.length > 0 ? [`wants ${match.unmet.join(", ")}`] : []),
    ];
    lines.push(`${name} (${match.matched} columns fit, ${reasons.join(", ") || "fits"})`);
  }
  return lines;
}

function titleOf(match: HeaderMatch, field: string): string {
  const column = match.candidate.layout.columns[field];
  if (column === undefined) return field;
  const title = Array.isArray(column) ? column[0] : (column.titles[0] ?? column.pattern);
  return `"${title ?? field}"`;
}
