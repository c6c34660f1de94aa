import type { LoadedPart, VisiblePart } from "../../model/inventory.ts";
import type { Days } from "../period/calendar.ts";
import { minus } from "./ranges.ts";

/** Days a part covers; a part that says none is taken to cover all that the engine's `Date` can hold. */
export function statedDays(part: LoadedPart): Days {
  return { from: part.from ?? "1970-01-01", to: part.to ?? "2149-06-06" };
}

/** Days of a part that no later load has replaced. */
export function visibleDays(part: VisiblePart): readonly Days[] {
  return minus(
    [statedDays(part)],
    part.hidden.filter(({ only }) => only === undefined),
  );
}
