import { type ComparedStage, STAGES, SUBJECTS } from "./channels-api.ts";

/** What the channels' pages keep in the address beside period, comparison and language. */
export interface ChannelsSearch {
  /** What counts as a conversion; SQL without it. */
  readonly stage?: ComparedStage;
  /** The KPI whose trend is shown on a channel's page. */
  readonly kpi?: string;
  /** The level of the drill-down, and what stands above it. */
  readonly by?: Level;
  readonly program?: string;
  readonly campaign?: string;
  /** The list of target accounts, or the hand-out that is shown. */
  readonly list?: string;
  readonly batch?: string;
  /** The measure that is reconciled; leads without it. */
  readonly subject?: (typeof SUBJECTS)[number];
}

export const LEVELS = ["program", "campaign", "content", "keyword"] as const;
export type Level = (typeof LEVELS)[number];

const text = (given: unknown): string | undefined => {
  const read = typeof given === "number" ? String(given) : given;
  return typeof read === "string" && read.length > 0 && read.length <= 200 ? read : undefined;
};

/** Reads the address; what cannot be read is left out. */
export function readChannelsSearch(raw: Record<string, unknown>): ChannelsSearch {
  const id = text(raw.kpi);
  const batch = text(raw.batch);
  const read = {
    subject: SUBJECTS.find((one) => one === raw.subject),
    stage: STAGES.find((one) => one === raw.stage),
    kpi: id && /^[a-z][a-z0-9_]*$/.test(id) ? id : undefined,
    by: LEVELS.find((one) => one === raw.by),
    program: text(raw.program),
    campaign: text(raw.campaign),
    list: text(raw.list),
    batch: batch && /^[\w-]+$/.test(batch) ? batch : undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
