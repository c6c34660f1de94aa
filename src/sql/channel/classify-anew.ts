import type { FactId } from "../../model/facts.ts";
import type { Workspace } from "../../model/workspace.ts";
import type { ChannelColumn } from "./channel-facts.ts";
import { factChannel, says } from "./fact-channel.ts";

const INPUTS = { source: "source", medium: "medium", campaign: "campaign", program: "program", system: "system" };

/**
 * ClickHouse expression for the channel that rules give a stored row, whose channel now is in `column`. What the row says
 * of where it came from stands in it as it did when it was loaded; a row that says nothing keeps what its mapping named.
 */
export function channelAnew(id: FactId, column: string, rules: Workspace["channel_rules"]): string {
  const channel = factChannel(id, INPUTS, rules);
  const nothing = says.nothing(id, INPUTS);
  return nothing === null ? channel : `if(${nothing}, ${column}, ${channel})`;
}

/** Writes the channels of all rows of a fact into the column that does not count; `loads` are those whose channels rules tell. */
export function classifyAnew(
  id: FactId,
  { from, to }: { readonly from: ChannelColumn; readonly to: ChannelColumn },
  loads: readonly number[],
  rules: Workspace["channel_rules"],
): string {
  const value =
    loads.length === 0
      ? `toString(${from})`
      : `if(load_no IN (${loads.join(", ")}), ${channelAnew(id, `toString(${from})`, rules)}, toString(${from}))`;
  return `ALTER TABLE ${id} UPDATE ${to} = ${value} WHERE 1`;
}
