import { columnsOf, FACT_IDS, type FactId } from "../../model/facts.ts";

/** Facts whose channel is told by source and medium. */
export const CHANNEL_FACTS: readonly FactId[] = FACT_IDS.filter((id) =>
  ["channel", "source", "medium", "campaign", "program"].every((name) => name in columnsOf(id)),
);

/** A fact holds its channels twice: in one of these columns they count, in the other they are told anew by other rules. */
export const CHANNEL_COLUMNS = ["channel", "channel_anew"] as const;
export type ChannelColumn = (typeof CHANNEL_COLUMNS)[number];
