import { checkFormula } from "../../language/check-formula.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import { names } from "../../language/names.ts";
import { parse } from "../../language/parse.ts";
import type { Tree } from "../../language/tree.ts";
import type { NumberUnit, Unit } from "../../language/unit.ts";
import { unitText } from "../../language/unit-text.ts";
import { MEASURES, SETTING_MEASURES, SETTING_NUMBERS } from "../../model/measures.ts";
import { checkOwnMeasures } from "./check-own-measures.ts";
import type { KpiFile } from "./kpi-file.ts";
import { INTERVAL_UNITS, kpiUnitFits, unitsFor } from "./kpi-unit-fits.ts";
import { measureNamed } from "./measure-named.ts";
import { placeInYaml } from "./place-in-yaml.ts";
import { unitOfMeasure, unitOfMeasureUnit } from "./unit-of-measure.ts";

export interface Resolved {
  readonly trees: ReadonlyMap<string, Tree>;
  /** Why the others are refused. */
  readonly refused: ReadonlyMap<string, LeadlineError>;
}

interface Checked {
  readonly tree: Tree;
  readonly unit: NumberUnit;
}

/**
 * Parses and type-checks all formulas together; a KPI that needs a refused one is refused with that reason. `unread`: files
 * that could not be read, by the KPI they are meant for.
 */
export function resolveFormulas(
  files: ReadonlyMap<string, KpiFile>,
  unread: ReadonlyMap<string, string> = new Map(),
): Resolved {
  const done = new Map<string, Checked>();
  const refused = new Map<string, LeadlineError>();
  const path: string[] = [];

  const visit = (id: string, file: KpiFile): void => {
    if (done.has(id) || refused.has(id)) return;
    path.push(id);
    try {
      const checked = checkOne(file, files, {
        ofKpi: (needed) => unitOfKpi(needed, file),
        ofRest: (name) => unitOfRest(name, file),
      });
      if (!refused.has(id)) done.set(id, checked);
    } catch (error) {
      if (!(error instanceof LeadlineError)) throw error;
      if (!refused.has(id)) refused.set(id, error);
    }
    path.pop();
  };

  const unitOfKpi = (needed: KpiFile, by: KpiFile): Unit => {
    const { id } = needed.kpi;
    const start = path.indexOf(id);
    if (start >= 0) {
      for (const member of path.slice(start)) {
        const file = files.get(member);
        if (file !== undefined) refused.set(member, circle([...path.slice(start), id], file));
      }
    } else visit(id, needed);
    const checked = done.get(id);
    if (checked !== undefined) return checked.unit;
    throw needsRefused(by, id, needed.file);
  };

  const unitOfRest = (name: string, by: KpiFile): Unit | undefined => {
    const unit = unitOfName(name);
    const broken = unread.get(name);
    if (unit === undefined && broken !== undefined) throw needsRefused(by, name, broken);
    return unit;
  };

  for (const [id, file] of files) visit(id, file);
  return { trees: new Map([...done].map(([id, { tree }]) => [id, tree])), refused };
}

interface Units {
  readonly ofKpi: (needed: KpiFile) => Unit;
  /** Measures and settings. */
  readonly ofRest: (name: string) => Unit | undefined;
}

function checkOne(file: KpiFile, files: ReadonlyMap<string, KpiFile>, units: Units): Checked {
  const { kpi } = file;
  const wrong = checkOwnMeasures(file);
  if (wrong !== null) throw wrong;
  const own = kpi.measures ?? {};
  const unitOf = (name: string): Unit | undefined => {
    const local = Object.hasOwn(own, name) ? measureNamed(own[name]?.of ?? "") : undefined;
    if (local !== undefined) return unitOfMeasure(local);
    const other = name === kpi.id ? undefined : files.get(name);
    return other === undefined ? units.ofRest(name) : units.ofKpi(other);
  };
  const known = [
    ...Object.keys(own),
    ...files.keys(),
    ...Object.keys(SETTING_MEASURES),
    ...Object.keys(SETTING_NUMBERS),
    ...Object.keys(MEASURES),
  ];
  const { tree, unit } = inFormula(file, () => {
    const parsed = parse(kpi.formula, "formula");
    return { tree: parsed, unit: checkFormula(parsed, unitOf, known) };
  });
  if (!kpiUnitFits(kpi.unit, unit)) throw unitDiffers(file, unit);
  const fitting = INTERVAL_UNITS[kpi.interval];
  if (fitting !== "any" && !fitting.includes(kpi.unit)) throw intervalUnfit(file, fitting);
  const unused = Object.keys(own).find((name) => !names(tree).includes(name));
  if (unused !== undefined) throw measureUnused(file, unused);
  return { tree, unit };
}

/** Unit of a setting or a measure. */
function unitOfName(name: string): Unit | undefined {
  if (Object.hasOwn(SETTING_NUMBERS, name)) {
    return unitOfMeasureUnit(SETTING_NUMBERS[name as keyof typeof SETTING_NUMBERS]);
  }
  const found = measureNamed(name);
  return found === undefined ? undefined : unitOfMeasure(found);
}

/** Adds the file's place to an error of the formula language, which knows the column in the formula only. */
function inFormula<Result>(file: KpiFile, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof LeadlineError) || error.place.file !== undefined) throw error;
    const column = error.place.column ?? 1;
    const place = placeInYaml(file.text, file.file, ["formula"], column - 1);
    const where = `In the formula of ${file.kpi.id}, at column ${column}: `;
    throw new LeadlineError(error.code, where + error.message, error.remedy, place);
  }
}

function circle(ids: readonly string[], { kpi, text, file }: KpiFile): LeadlineError {
  return new LeadlineError(
    "kpi.circle",
    `${kpi.id} is part of a circle, in which each formula needs the next: ${ids.join(" → ")}.`,
    "Let one of these formulas name measures instead of KPIs.",
    placeInYaml(text, file, ["formula"]),
  );
}

function needsRefused({ kpi, text, file }: KpiFile, needed: string, neededFile: string): LeadlineError {
  return new LeadlineError(
    "kpi.needs_refused",
    `${kpi.id} needs ${needed}, which is refused (see ${neededFile}).`,
    `Mend ${needed} first.`,
    placeInYaml(text, file, ["formula"]),
  );
}

function unitDiffers({ kpi, text, file }: KpiFile, unit: NumberUnit): LeadlineError {
  const fitting = unitsFor(unit);
  return new LeadlineError(
    "kpi.unit_differs",
    `${kpi.id} is declared as ${kpi.unit}, but its formula gives ${unitText(unit, "en")}.`,
    fitting.length > 0 ? `Write unit: ${fitting.join(" or ")}, or mend the formula.` : "Mend the formula.",
    placeInYaml(text, file, ["unit"]),
  );
}

function intervalUnfit({ kpi, text, file }: KpiFile, units: readonly string[]): LeadlineError {
  return new LeadlineError(
    "kpi.interval_unfit",
    `An interval of kind ${kpi.interval} has no meaning for a KPI in ${kpi.unit}.`,
    `It belongs to ${units.join(", ")}; otherwise write interval: none.`,
    placeInYaml(text, file, ["interval"]),
  );
}

function measureUnused({ kpi, text, file }: KpiFile, name: string): LeadlineError {
  return new LeadlineError(
    "kpi.measure_unused",
    `The formula of ${kpi.id} does not use its own measure “${name}”.`,
    "Name it in the formula, or remove it.",
    placeInYaml(text, file, ["measures", name, "of"]),
  );
}
