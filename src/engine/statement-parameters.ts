import { LeadlineError } from "../language/leadline-error.ts";
import type { Parameters } from "./engine.ts";

/** Fails when a statement names a `{name:Type}` placeholder that an earlier statement filled and this one does not. */
export function refuseForgotten(sql: string, parameters: Parameters, earlier: ReadonlySet<string>): void {
  for (const [, name = ""] of sql.matchAll(/\{\s*([A-Za-z_]\w*)\s*:/g)) {
    if (earlier.has(name) && !Object.hasOwn(parameters, name))
      throw new LeadlineError(
        "engine.query",
        `The engine refused a statement: the parameter ${name} has no value.`,
        "If this comes from a KPI or preset of your own, mend its expression; otherwise please report it.",
      );
  }
}
