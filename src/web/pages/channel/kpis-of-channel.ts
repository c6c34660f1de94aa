import type { KpiInfo } from "../../api/client.ts";

const STAGES = ["reach", "act", "convert", "engage"] as const;

export interface ChannelKpis {
  /** Those that name the channel. */
  readonly own: readonly KpiInfo[];
  /** Those that stand on every channel's page. */
  readonly shared: readonly KpiInfo[];
}

/** The KPIs that the catalogue puts on a channel's page, from reach to engage. */
export function kpisOfChannel(kpis: readonly KpiInfo[], channel: string): ChannelKpis {
  const step = ({ race }: KpiInfo) => STAGES.indexOf(race);
  const sorted = kpis.toSorted((a, b) => step(a) - step(b));
  return {
    own: sorted.filter(({ channels }) => Array.isArray(channels) && channels.includes(channel)),
    shared: sorted.filter(({ channels }) => channels === "any"),
  };
}
