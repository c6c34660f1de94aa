import { LeadlineError } from "../../language/leadline-error.ts";
import { dimensionName } from "../../model/dimension-names.ts";
import type { Inventory } from "../../model/inventory.ts";
import { inWords } from "../../plan/answer/reason-texts.ts";
import {
  carrier,
  type Dimension,
  dimensionColumns,
  knownAttributes,
  readDimension,
} from "../../plan/dimensions/dimension.ts";
import type { Plan } from "../../plan/plan.ts";
import { planQuestion } from "../../plan/plan-question.ts";
import { readQuestion } from "../questions/plan-for.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

/** A dimension and whether a KPI can be broken down by it, on what is loaded. */
export interface ListedDimension {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  /** `attribute` is one that the team mapped itself. */
  readonly kind: "column" | "attribute" | "market";
  readonly possible: boolean;
  /** Why not. */
  readonly reason: string | null;
}

/**
 * By which dimensions a KPI can be broken down: those that the rows behind it hold values of, and that no side of its
 * formula lacks. Dimensions that nothing behind it holds are left out. Throws `question.unknown_kpi`.
 */
export async function listDimensions(
  workspace: OpenWorkspace,
  question: Readonly<Record<string, unknown>>,
  language: "en" | "zh" = workspace.settings.language,
): Promise<ListedDimension[]> {
  const inventory = await workspace.inventory();
  const plan = (by: readonly string[]): Plan =>
    planQuestion({
      question: readQuestion({ ...question, by }),
      catalogue: workspace.catalogue.kpis,
      workspace: { ...workspace.settings, language },
      inventory,
      today: workspace.today(),
    });
  const held = valuesOf(plan([]), inventory);
  const attributes = knownAttributes(inventory);
  const markets = Object.keys(workspace.settings.markets).length > 0 ? ["market"] : [];
  return [...dimensionColumns(), ...markets, ...attributes].flatMap((id): ListedDimension[] => {
    const dimension = dimensionOf(() => readDimension(id, workspace.settings, inventory));
    if (dimension === null || !held.has(carrier(dimension))) return [];
    const refused = plan([id]).kpis[0]?.refused ?? null;
    const reason = refused?.state === "no_dimension" ? inWords(refused.remark, language).text : null;
    return [
      {
        id,
        name: dimensionName(id),
        kind: dimension.kind === "campaign" ? "column" : dimension.kind,
        possible: reason === null,
        reason,
      },
    ];
  });
}

/** Null for a name that is no dimension after all, as an attribute that a column hides. */
function dimensionOf(read: () => Dimension): Dimension | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof LeadlineError && error.code === "question.unknown_dimension") return null;
    throw error;
  }
}

/** Columns and attributes with values in the tables that a plan reads. */
function valuesOf({ scans }: Plan, { visible, derived }: Inventory): ReadonlySet<string> {
  const tables = new Set<string>(scans.map(({ table }) => table));
  const parts = [...visible, ...derived].filter(({ fact }) => tables.has(fact));
  const provenance = visible.some(({ fact }) => tables.has(fact)) ? ["system", "connection"] : [];
  return new Set([...parts.flatMap(({ dimensions, attributes }) => [...dimensions, ...attributes]), ...provenance]);
}
