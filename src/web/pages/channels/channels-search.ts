import { word } from "../../app/search.ts";
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

const NAME = /^.{1,200}$/su;

/** Reads the address; what cannot be read is undefined, and so takes the place of what stands there. */
export function readChannelsSearch(raw: Record<string, unknown>): ChannelsSearch {
  return {
    subject: SUBJECTS.find((one) => one === raw.subject),
    stage: STAGES.find((one) => one === raw.stage),
    kpi: word(raw.kpi, /^[a-z][a-z0-9_]{0,199}$/),
    by: LEVELS.find((one) => one === raw.by),
    program: word(raw.program, NAME),
    campaign: word(raw.campaign, NAME),
    list: word(raw.list, NAME),
    batch: word(raw.batch, /^[\w-]{1,200}$/),
  } as ChannelsSearch;
}
