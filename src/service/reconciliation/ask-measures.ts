import { parse } from "../../language/parse.ts";
import type { Answer } from "../../model/answer.ts";
import type { KpiUnit } from "../../model/kpi.ts";
import type { KpiEntry } from "../../plan/catalogue.ts";
import { ask } from "../questions/ask.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

/** A formula asked once, without being a KPI of anybody's. */
export interface Formula {
  readonly formula: string;
  readonly unit: KpiUnit;
}

/** Asks formulas as KPIs are asked: the same sources, currencies, exclusions and coverage. */
export async function askMeasures(
  workspace: OpenWorkspace,
  formulas: Readonly<Record<string, Formula>>,
  question: Readonly<Record<string, unknown>>,
  language: "en" | "zh",
): Promise<Answer> {
  const kpis = new Map<string, KpiEntry>(workspace.catalogue.kpis);
  for (const [id, { formula, unit }] of Object.entries(formulas)) {
    const name = { en: id, zh: id };
    kpis.set(id, {
      hash: "",
      tree: parse(formula, "formula"),
      kpi: {
        id,
        version: 1,
        family: "reconciliation",
        name,
        definition: name,
        formula,
        unit,
        better: "none",
        goal_class: "performance",
        race: "reach",
        timing: "leading",
        owner: "marketing",
        interval: "none",
        decisions: { en: [id], zh: [id] },
      },
    });
  }
  const asked = { ...workspace, catalogue: { ...workspace.catalogue, kpis } } as unknown as OpenWorkspace;
  return ask(asked, { ...question, kpis: Object.keys(formulas) }, language);
}
