import { normaliseTitle } from "./normalise-title.ts";

/** A title that stands beside its value, as it is compared: `"Total Opens:"` is `total opens`. */
export function titleKey(title: string): string {
  return normaliseTitle(title).replace(/\s*[:：]$/, "");
}
