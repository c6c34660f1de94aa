/** Share of the one hue in a cell's ground: at this most, text on it keeps a contrast above 4.5 in both schemes. */
const DEEPEST = 44;

/** How deep a cell is shaded, in percent of the hue: by its share of the largest share shown. */
export function heat(value: number | null, largest: number): number {
  if (value === null || largest <= 0) return 0;
  return Math.round(Math.min(1, Math.max(0, value / largest)) * DEEPEST);
}
