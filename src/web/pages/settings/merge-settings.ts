import type { Settings } from "./settings-api.ts";

type Key = keyof Settings;

interface Merged {
  readonly settings: Settings;
  /** Changed by the other side alone: taken over. */
  readonly theirs: readonly Key[];
  /** Changed by both, and not to the same. */
  readonly both: readonly Key[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** Objects without regard to the order of their keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}

/** Keys in which two settings differ. */
export function changedKeys(before: Settings, after: Settings): Key[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as Key[];
  return keys.filter((key) => !same(before[key], after[key]));
}

/** One's own changes laid over what somebody else saved meanwhile; where both changed the same, one's own stands for now. */
export function mergeSettings(base: Settings, mine: Settings, theirs: Settings): Merged {
  const own = changedKeys(base, mine);
  const other = changedKeys(base, theirs);
  const settings = { ...theirs, ...Object.fromEntries(own.map((key) => [key, mine[key]])) };
  for (const key of own) if (mine[key] === undefined) delete settings[key];
  return {
    settings,
    theirs: other.filter((key) => !own.includes(key)),
    both: other.filter((key) => own.includes(key) && !same(mine[key], theirs[key])),
  };
}
