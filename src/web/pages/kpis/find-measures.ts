import type { MeasureUnit } from "../../../model/measures.ts";
import type { Bilingual } from "../../api/client.ts";

export interface MeasureInfo {
  readonly id: string;
  readonly label: Bilingual;
  readonly unit: MeasureUnit;
  readonly tables: readonly string[];
  readonly kpis: readonly string[];
}

/** Measures that hold every word of the search in their meaning, id, tables or the ids of the KPIs that use them. */
export function findMeasures(measures: readonly MeasureInfo[], q: string): MeasureInfo[] {
  const words = q.toLowerCase().split(/\s+/u).filter(Boolean);
  return measures.filter(({ id, label, tables, kpis }) => {
    const text = [id, label.en, label.zh, ...tables, ...kpis].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
