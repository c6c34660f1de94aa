import { textList } from "../channel/text-literal.ts";

/** Whether the first known channel is marketing's, by the workspace's list of channels that are not. */
export function sourced(channel: string, notMarketing: readonly string[]): string {
  return `NOT has(${textList(notMarketing)}, toString(${channel}))`;
}
