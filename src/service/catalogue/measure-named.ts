import { isMeasureId, type Measure, type MeasureId, measure, SETTING_MEASURES } from "../../model/measures.ts";

/** A measure by its name; of one that a setting chooses, the first choice (all have the same unit). */
export function measureNamed(name: string): Measure | undefined {
  if (!Object.hasOwn(SETTING_MEASURES, name)) return isMeasureId(name) ? measure(name) : undefined;
  const choice: Record<string, MeasureId> = SETTING_MEASURES[name as keyof typeof SETTING_MEASURES];
  const [first] = Object.values(choice);
  return first === undefined ? undefined : measure(first);
}
