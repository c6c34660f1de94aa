import type { Bilingual } from "../../api/client.ts";
import type { BoardInput } from "./board-api.ts";

type Language = "en" | "zh";

/** A name in the reader's language, and in the other where it has one of its own. */
export interface DraftName {
  readonly name: string;
  readonly other: string;
}

export interface DraftGroup extends DraftName {
  /** Stays the same while the group is moved and renamed. */
  readonly key: string;
  readonly kpis: readonly string[];
}

/** A board while it is composed. */
export interface BoardDraft extends DraftName {
  readonly groups: readonly DraftGroup[];
}

/** Where a KPI stands, or is to stand: before the one that has this place now. */
export interface Spot {
  readonly group: number;
  readonly index: number;
}

const otherOf = (language: Language): Language => (language === "en" ? "zh" : "en");

function nameOf(name: Bilingual, language: Language): DraftName {
  const other = name[otherOf(language)];
  return { name: name[language], other: other === name[language] ? "" : other };
}

function bilingual({ name, other }: DraftName, language: Language, fallback: string): Bilingual {
  const own = name.trim() || fallback;
  const second = other.trim() || own;
  return language === "en" ? { en: own, zh: second } : { en: second, zh: own };
}

/** A board as a draft in the reader's language. */
export function draftOf(board: BoardInput, language: Language): BoardDraft {
  return {
    ...nameOf(board.name, language),
    groups: board.groups.map((group, i) => ({ ...nameOf(group.name, language), key: `g${i}`, kpis: group.kpis })),
  };
}

/** The draft for a reader of the other language: what was second is first. */
export function flipped(draft: BoardDraft): BoardDraft {
  const flip = <Named extends DraftName>(one: Named): Named => ({
    ...one,
    name: one.other || one.name,
    other: one.other ? one.name : "",
  });
  return { ...flip(draft), groups: draft.groups.map(flip) };
}

/** The draft as it is kept: groups without KPIs are left out, one without a name gets `fallback`. */
export function inputOf(draft: BoardDraft, language: Language, fallback: string): BoardInput {
  return {
    name: bilingual(draft, language, fallback),
    groups: draft.groups
      .filter(({ kpis }) => kpis.length > 0)
      .map((group) => ({ name: bilingual(group, language, fallback), kpis: group.kpis })),
  };
}

/** All KPIs in their order. */
export const kpisOf = ({ groups }: BoardDraft): readonly string[] => groups.flatMap(({ kpis }) => kpis);

const inGroup = (
  draft: BoardDraft,
  at: number,
  change: (kpis: readonly string[]) => readonly string[],
): BoardDraft => ({
  ...draft,
  groups: draft.groups.map((group, i) => (i === at ? { ...group, kpis: change(group.kpis) } : group)),
});

/** Adds a KPI at the end of a group, unless it stands on the board already. */
export function addKpi(draft: BoardDraft, group: number, kpi: string): BoardDraft {
  return kpisOf(draft).includes(kpi) ? draft : inGroup(draft, group, (kpis) => [...kpis, kpi]);
}

export function removeKpi(draft: BoardDraft, kpi: string): BoardDraft {
  return { ...draft, groups: draft.groups.map((one) => ({ ...one, kpis: one.kpis.filter((id) => id !== kpi) })) };
}

/** Where a KPI stands; null where it does not. */
export function spotOf(draft: BoardDraft, kpi: string): Spot | null {
  const group = draft.groups.findIndex(({ kpis }) => kpis.includes(kpi));
  return group < 0 ? null : { group, index: draft.groups[group]?.kpis.indexOf(kpi) ?? 0 };
}

/** Sets a KPI, from the board or new to it, before the one that stands at `to` now; past a group's last one, to its end. */
export function moveKpi(draft: BoardDraft, kpi: string, to: Spot): BoardDraft {
  if (draft.groups[to.group] === undefined) return draft;
  const from = spotOf(draft, kpi);
  const index = from?.group === to.group && from.index < to.index ? to.index - 1 : to.index;
  return inGroup(removeKpi(draft, kpi), to.group, (kpis) => kpis.toSpliced(index, 0, kpi));
}

/** Moves a KPI one place up or down, at a group's edge into the next group. */
export function stepKpi(draft: BoardDraft, kpi: string, by: 1 | -1): BoardDraft {
  const from = spotOf(draft, kpi);
  if (from === null) return draft;
  const { group, index } = from;
  const length = draft.groups[group]?.kpis.length ?? 0;
  if (by < 0 && index > 0) return moveKpi(draft, kpi, { group, index: index - 1 });
  if (by > 0 && index < length - 1) return moveKpi(draft, kpi, { group, index: index + 2 });
  const next = draft.groups[group + by];
  return next === undefined ? draft : moveKpi(draft, kpi, { group: group + by, index: by > 0 ? 0 : next.kpis.length });
}

/** Moves a group one place up or down. */
export function stepGroup(draft: BoardDraft, at: number, by: 1 | -1): BoardDraft {
  const group = draft.groups[at];
  const to = at + by;
  if (group === undefined || to < 0 || to >= draft.groups.length) return draft;
  return { ...draft, groups: draft.groups.toSpliced(at, 1).toSpliced(to, 0, group) };
}

export function addGroup(draft: BoardDraft, name: string): BoardDraft {
  const number = Math.max(-1, ...draft.groups.map(({ key }) => Number(key.slice(1)))) + 1;
  return { ...draft, groups: [...draft.groups, { key: `g${number}`, name, other: "", kpis: [] }] };
}

export function removeGroup(draft: BoardDraft, at: number): BoardDraft {
  return { ...draft, groups: draft.groups.toSpliced(at, 1) };
}

/**
 * What the number of KPIs says: a scorecard wants five or six (`few` below), more make a board (`board`), and more than
 * twelve are not read (`many`).
 */
export function sizeHint(count: number): "none" | "few" | "scorecard" | "board" | "many" {
  if (count === 0) return "none";
  if (count < 5) return "few";
  if (count <= 6) return "scorecard";
  return count <= 12 ? "board" : "many";
}
