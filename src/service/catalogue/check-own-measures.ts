import { didYouMeanText } from "../../language/did-you-mean.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import { columnsOf } from "../../model/facts.ts";
import { MEASURES, SETTING_MEASURES } from "../../model/measures.ts";
import { STAGES } from "../../model/stages.ts";
import { hasColumn } from "../../plan/names/measure-use.ts";
import type { KpiFile } from "./kpi-file.ts";
import { measureNamed } from "./measure-named.ts";
import { placeInYaml } from "./place-in-yaml.ts";

/** What is wrong with a KPI's own measures and its cohort; the first thing found, or null. */
export function checkOwnMeasures(file: KpiFile): LeadlineError | null {
  const { kpi, text } = file;
  for (const [name, { of, where }] of Object.entries(kpi.measures ?? {})) {
    const base = measureNamed(of);
    if (base === undefined) {
      return new LeadlineError(
        "kpi.unknown_measure",
        `The measure “${name}” narrows “${of}”, and there is no measure of that name.`,
        didYouMeanText(of, [...Object.keys(MEASURES), ...Object.keys(SETTING_MEASURES)]) ??
          "Name one of the measures in the reference.",
        placeInYaml(text, file.file, ["measures", name, "of"]),
      );
    }
    const tables = base.readings.map(({ table }) => table);
    const strange = Object.keys(where).find((column) => !tables.some((table) => hasColumn(table, column)));
    if (strange !== undefined) {
      const columns = [...new Set(tables.flatMap((table) => Object.keys(columnsOf(table))))];
      return new LeadlineError(
        "kpi.unknown_column",
        `The measure “${of}” reads ${[...new Set(tables)].join(", ")}, which have no column “${strange}”.`,
        didYouMeanText(strange, columns) ?? `Columns: ${columns.join(", ")}.`,
        placeInYaml(text, file.file, ["measures", name, "where", strange]),
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
