import { didYouMeanText } from "../../language/did-you-mean.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";

/** Throws `<kind>.unknown_kpi` for the first KPI that the catalogue does not have. */
export function refuseUnknownKpis(kind: string, catalogue: Catalogue, kpis: readonly string[]): void {
  const unknown = kpis.find((id) => !catalogue.kpis.has(id));
  if (unknown === undefined) return;
  throw new LeadlineError(
    `${kind}.unknown_kpi`,
    `There is no KPI “${unknown}”.`,
    didYouMeanText(unknown, catalogue.kpis.keys()) ?? "See the ids under /api/kpis.",
    { key: unknown },
  );
}
