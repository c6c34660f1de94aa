import { didYouMeanText } from "../../language/did-you-mean.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import { columnKind, columnsOf } from "../../model/facts.ts";
import { isMeasureId, MEASURES, measure } from "../../model/measures.ts";
import { STAGES } from "../../model/stages.ts";
import type { KpiFile } from "./kpi-file.ts";
import { placeInYaml } from "./place-in-yaml.ts";

/** What is wrong with a KPI's own measures and its cohort; the first thing found, or null. */
export function checkOwnMeasures(file: KpiFile): LeadlineError | null {
  const { kpi, text } = file;
  for (const [name, { of, where }] of Object.entries(kpi.measures ?? {})) {
    if (!isMeasureId(of)) {
      return new LeadlineError(
        "kpi.unknown_measure",
        `The measure “${name}” narrows “${of}”, and there is no measure of that name.`,
        didYouMeanText(of, Object.keys(MEASURES)) ?? "Name one of the measures in the reference.",
        placeInYaml(text, file.file, ["measures", name, "of"]),
      );
    }
    for (const column of Object.keys(where)) {
      const lacking = measure(of).readings.find(({ table }) => columnKind(table, column) === undefined);
      if (lacking === undefined) continue;
      return new LeadlineError(
        "kpi.unknown_column",
        `The measure “${of}” reads ${lacking.table}, which has no column “${column}”.`,
        didYouMeanText(column, Object.keys(columnsOf(lacking.table))) ??
          "Narrow it by a column that all its tables have.",
        placeInYaml(text, file.file, ["measures", name, "where", column]),
      );
    }
  }
  return checkCohort(file);
}

function checkCohort({ kpi, text, file }: KpiFile): LeadlineError | null {
  if (kpi.cohort === undefined) return null;
  const { from, to } = kpi.cohort;
  const stages: readonly string[] = STAGES;
  if (!stages.includes(to) || stages.indexOf(from) < stages.indexOf(to)) return null;
  return new LeadlineError(
    "kpi.cohort_order",
    `A cohort from ${from} to ${to} goes against the order of the stages.`,
    `Let “to” come after “from”: ${STAGES.join(", ")}.`,
    placeInYaml(text, file, ["cohort", "to"]),
  );
}
