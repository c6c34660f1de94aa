import { didYouMeanText } from "../../language/did-you-mean.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import { parse } from "../../language/parse.ts";
import { checkRow } from "../../language/row/check-row.ts";
import type { RowScope } from "../../language/row/row-function.ts";
import { FACT_IDS, fact, isFactId } from "../../model/facts.ts";
import type { Layout, Preset } from "../../model/preset.ts";
import { lineOfKey } from "./line-of-key.ts";

type Path = readonly (string | number)[];

/** Fields that the file reader adds by itself. */
const GIVEN_FIELDS = ["section_row"];

/** What the schema cannot say: names that must exist, patterns and expressions that must be readable. */
export function checkPreset(preset: Preset, text: string, file: string): LeadlineError[] {
  const problems: LeadlineError[] = [];
  const report = (path: Path, code: string, sentence: string, remedy: string, column?: number) => {
    const key = path.join(".");
    const place = { file, line: lineOfKey(text, path), key, ...(column === undefined ? {} : { column }) };
    problems.push(new LeadlineError(code, `${key}: ${sentence}`, remedy, place));
  };
  const ids = new Set<string>();
  for (const [index, layout] of preset.layouts.entries()) {
    const path = ["layouts", index];
    if (ids.has(layout.id))
      report([...path, "id"], "preset.twice", `the layout "${layout.id}" stands twice.`, "Give it another id.");
    ids.add(layout.id);
    checkLayout(preset, layout, path, report);
  }
  return problems;
}

type Report = (path: Path, code: string, sentence: string, remedy: string, column?: number) => void;

function checkLayout(preset: Preset, layout: Layout, path: Path, report: Report): void {
  const fields = new Set([...Object.keys(layout.columns), ...GIVEN_FIELDS]);
  const scope: RowScope = {
    columns: fields,
    settings: new Set(Object.keys(preset.settings)),
    lookups: new Map(Object.entries(preset.lookups).map(([name, lookup]) => [name, "map" in lookup ? "map" : null])),
  };
  const field = (name: string, at: Path) => {
    if (!fields.has(name))
      report(
        at,
        "preset.unknown_field",
        `the layout has no field "${name}".`,
        didYouMeanText(name, fields) ?? "Add it under columns.",
      );
  };
  const expression = (text: string, at: Path) => {
    try {
      checkRow(parse(text, "row"), scope);
    } catch (error) {
      if (!(error instanceof LeadlineError)) throw error;
      report(at, error.code, error.message, error.remedy, error.place.column);
    }
  };
  for (const [name, column] of Object.entries(layout.columns)) {
    if (Array.isArray(column)) continue;
    const at = [...path, "columns", name];
    if (column.titles.length === 0 && column.pattern === undefined)
      report(
        at,
        "preset.untitled",
        "the field has neither titles nor a pattern.",
        "Add the titles it has in the export.",
      );
    if (column.pattern !== undefined) pattern(column.pattern, [...at, "pattern"], report);
  }
  for (const key of ["preamble", "section"] as const) {
    const text = layout[key];
    if (text !== undefined) pattern(text, [...path, key], report);
  }
  for (const key of ["required", "without", "totals_check", "run_replaces"] as const)
    for (const [index, name] of layout[key].entries()) field(name, [...path, key, index]);
  if (layout.deleted !== undefined) expression(layout.deleted, [...path, "deleted"]);
  if (layout.totals !== undefined) expression(layout.totals, [...path, "totals"]);
  for (const key of ["skip", "reject", "notice"] as const)
    for (const [index, rule] of layout[key].entries()) expression(rule.when, [...path, key, index, "when"]);
  for (const [index, mapping] of layout.facts.entries()) {
    const at = [...path, "facts", index];
    if (!isFactId(mapping.fact)) {
      report(
        [...at, "fact"],
        "preset.unknown_fact",
        `there is no fact "${mapping.fact}".`,
        didYouMeanText(mapping.fact, FACT_IDS) ?? `Use one of: ${FACT_IDS.join(", ")}.`,
      );
      continue;
    }
    const columns = new Set(["external_id", ...Object.keys(fact(mapping.fact).columns)]);
    if (mapping.when !== undefined) expression(mapping.when, [...at, "when"]);
    if (mapping.each !== undefined) field(mapping.each, [...at, "each"]);
    for (const [column, text] of Object.entries(mapping.set)) {
      const known = columns.has(column.startsWith("attributes.") ? "attributes" : column);
      if (!known)
        report(
          [...at, "set", column],
          "preset.unknown_column",
          `the fact ${mapping.fact} has no column "${column}".`,
          didYouMeanText(column, columns) ?? `Use attributes.${column}, or one of: ${[...columns].join(", ")}.`,
        );
      expression(text, [...at, "set", column]);
    }
    for (const name of fact(mapping.fact).required)
      if (!(name in mapping.set))
        report(
          [...at, "set"],
          "preset.missing_column",
          `the fact ${mapping.fact} needs the column "${name}".`,
          `Add ${name} with an expression.`,
        );
  }
}

function pattern(text: string, at: Path, report: Report): void {
  try {
    new RegExp(text, "iu");
  } catch (error) {
    report(
      at,
      "preset.bad_pattern",
      `${error instanceof Error ? error.message : String(error)}.`,
      "Correct the regular expression.",
    );
  }
}
