import { valuesNamed } from "../values-named.ts";

/** Collects the values of a statement; each value of a type gets one placeholder. */
export interface SqlParameters {
  /** The placeholder `{hint:Type}`, numbered where the hint is taken. */
  readonly add: (hint: string, type: string, value: unknown) => string;
  /** Values of the placeholders that stand in the statement. */
  readonly valuesOf: (sql: string) => Readonly<Record<string, unknown>>;
}

export function sqlParameters(): SqlParameters {
  const values: Record<string, unknown> = {};
  const placeholders = new Map<string, string>();
  return {
    add: (hint, type, value) => {
      const same = `${type} ${JSON.stringify(value)}`;
      const known = placeholders.get(same);
      if (known !== undefined) return known;
      const base = hint.replaceAll(/[^a-z0-9]+/gi, "_").toLowerCase();
      let name = base;
      for (let number = 2; Object.hasOwn(values, name); number++) name = `${base}_${number}`;
      values[name] = value;
      const placeholder = `{${name}:${type}}`;
      placeholders.set(same, placeholder);
      return placeholder;
    },
    valuesOf: (sql) => valuesNamed(sql, values),
  };
}
