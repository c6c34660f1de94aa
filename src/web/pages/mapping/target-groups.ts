import type { CellType } from "../../../model/cell-types.ts";
import { fitsKind } from "../../../model/cell-types.ts";
import { type ColumnKind, DIMENSION_COLUMNS } from "../../../model/columns.ts";

interface FactColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly required: boolean;
}

export interface TargetGroup {
  readonly id: "needed" | "figures" | "dimensions" | "more" | "unlikely";
  readonly names: readonly string[];
}

const FIGURES: readonly ColumnKind[] = ["int", "decimal", "money", "rate", "flag"];

/** The columns that a column of the file may fill, in groups; those that its cells do not look like come last. */
export function targetGroups(columns: readonly FactColumn[], type: CellType): TargetGroup[] {
  const groupOf = ({ name, kind, required }: FactColumn): TargetGroup["id"] => {
    if (!fitsKind(type, kind)) return "unlikely";
    if (required) return "needed";
    if (FIGURES.includes(kind)) return "figures";
    return name in DIMENSION_COLUMNS ? "dimensions" : "more";
  };
  const fillable = columns.filter(({ kind, name }) => kind !== "attributes" && kind !== "ids" && name !== "grain");
  const groups = Map.groupBy(fillable, groupOf);
  return (["needed", "figures", "dimensions", "more", "unlikely"] as const).flatMap((id) => {
    const names = groups.get(id)?.map(({ name }) => name) ?? [];
    return names.length === 0 ? [] : [{ id, names }];
  });
}
