import type { FactId } from "../../model/facts.ts";
import type { Workspace } from "../../model/workspace.ts";
import type { ChannelInputs } from "./channel-inputs.ts";
import { classifyChannel } from "./classify-channel.ts";

/** Where a visit without source and medium is a direct one. Of a person or a deal it only means that nobody knows. */
const VISITS: readonly FactId[] = ["web_session", "web_daily", "web_period", "content_read"];

/** ClickHouse expression for the channel of a fact's row, as `classifyChannel`; "" where the row says nothing about where it came from. */
export function factChannel(
  id: FactId,
  inputs: Required<Omit<ChannelInputs, "clickId">>,
  rules: Workspace["channel_rules"],
): string {
  const channel = classifyChannel(inputs, rules);
  const nothing = says.nothing(id, inputs);
  return nothing === null ? channel : `if(${nothing}, '', ${channel})`;
}

export const says = {
  /** Condition for a row that says nothing about where it came from; null where that itself says something. */
  nothing: (
    id: FactId,
    { source, medium, campaign, program }: Required<Omit<ChannelInputs, "clickId" | "system">>,
  ): string | null =>
    VISITS.includes(id) ? null : [source, medium, campaign, program].map((value) => `(${value}) = ''`).join(" AND "),
};
