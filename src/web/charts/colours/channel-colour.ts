/** Colours a chart tells its categories apart by; what is beyond them is grey. */
export const MOST_COLOURS = 6;

/** Six channels have a colour of their own; the others take one of them where it is free. */
const OWN = ["Paid Search", "Organic Search", "Email", "Paid Social", "Webinar", "Content Syndication"];
const LENT: Readonly<Record<string, number>> = {
  Direct: 4,
  Referral: 5,
  "Organic Social": 3,
  Event: 4,
  "Direct Mail": 2,
  Display: 0,
  "Paid Video": 3,
  "Organic Video": 1,
  Partner: 5,
  Affiliates: 5,
  "Sales Outbound": 2,
  "AI Assistant": 1,
};

/** What is not known has no colour of its own. */
const unnamed = (value: string) => /^\(|^$/.test(value);

/**
 * The colour of each value as a number from 0 to 5, null for grey, given the values by size. The six main channels keep
 * their colour on every page; any other keeps the one it is lent unless its owner, or a larger one, stands in the chart.
 */
export function colourSlots(dimension: string, values: readonly string[]): ReadonlyMap<string, number | null> {
  const slots = new Map<string, number>();
  const taken = new Set<number>();
  const shown = values.slice(0, MOST_COLOURS).filter((value) => !unnamed(value));
  const wishes = [
    (value: string) => (dimension === "channel" ? OWN.indexOf(value) : -1),
    (value: string) => (dimension === "channel" ? (LENT[value] ?? -1) : -1),
    () => [0, 1, 2, 3, 4, 5].findIndex((slot) => !taken.has(slot)),
  ];
  for (const wish of wishes) {
    for (const value of shown) {
      const slot = slots.has(value) ? -1 : wish(value);
      if (slot >= 0 && !taken.has(slot)) {
        slots.set(value, slot);
        taken.add(slot);
      }
    }
  }
  return new Map(values.map((value) => [value, slots.get(value) ?? null]));
}
