import { createHash } from "node:crypto";
import type { Kpi } from "../../model/kpi.ts";

/** SHA-256 (hex) of what a KPI means. Owner, thresholds, decisions and examples may change without touching it. */
export function definitionHash(kpi: Kpi): string {
  const { name, definition, formula, unit, measures = {}, cohort = null } = kpi;
  const content = { name, definition, formula: formula.replace(/\s+/g, " ").trim(), unit, measures, cohort };
  return createHash("sha256").update(canonicalText(content)).digest("hex");
}

/** JSON with the keys of every object in order, so that a file's layout does not matter. */
function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalText(part)}`).join(",")}}`;
}
