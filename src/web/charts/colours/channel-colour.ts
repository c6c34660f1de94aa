/** Colours a chart tells its categories apart by; what is beyond them is grey. */
export const MOST_COLOURS = 6;

/** Which of the six colours a channel has; the first six named have one of their own. */
const CHANNEL_SLOTS: Readonly<Record<string, number>> = {
  "Paid Search": 0,
  "Organic Search": 1,
  Email: 2,
  "Paid Social": 3,
  Webinar: 4,
  "Content Syndication": 5,
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
 * The colour of each value as a number from 0 to 5, null for grey. Given in the order of their size. A channel keeps its
 * colour on every page; where two that share one stand in the same chart, the smaller takes the next that is free.
 */
export function colourSlots(dimension: string, values: readonly string[]): ReadonlyMap<string, number | null> {
  const slots = new Map<string, number | null>();
  const taken = new Set<number>();
  const give = (value: string, slot: number | undefined) => {
    slots.set(value, slot ?? null);
    if (slot !== undefined) taken.add(slot);
  };
  const rest: string[] = [];
  for (const value of values.slice(0, MOST_COLOURS)) {
    const own = dimension === "channel" ? CHANNEL_SLOTS[value] : undefined;
    if (unnamed(value)) slots.set(value, null);
    else if (own !== undefined && !taken.has(own)) give(value, own);
    else rest.push(value);
  }
  for (const value of rest) give(value, [0, 1, 2, 3, 4, 5].find((slot) => !taken.has(slot)));
  return new Map(values.map((value) => [value, slots.get(value) ?? null]));
}
