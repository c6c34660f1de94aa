import type { MachineSignal } from "../../model/machine-signals.ts";
import { textLiteral } from "../channel/text-literal.ts";

/** Programs that fetch pictures and links by themselves: crawlers, link previews, command-line clients, mail scanners. */
const AGENTS = [
  ...["bot\\b", "bot[/;)]", "crawl", "spider", "preview", "headless", "phantomjs", "puppeteer", "playwright"],
  ...[
    "^curl",
    "^wget",
    "^python",
    "^java/",
    "^go-http",
    "^okhttp",
    "^axios",
    "^node",
    "^ruby",
    "^libwww",
    "^apache-http",
  ],
  ...[
    "barracuda",
    "proofpoint",
    "mimecast",
    "ironport",
    "messagelabs",
    "fireeye",
    "bitdefender",
    "sophos",
    "trend ?micro",
  ],
  ...["office existence discovery", "safelinks", "forcepoint", "symantec", "checkpoint", "cloudmark", "urlscan"],
].join("|");

/** What Apple's Mail Privacy Protection calls itself, and nothing else does. */
const RELAY_AGENT = "Mozilla/5.0";
/** Domains whose mail is fetched by Apple's relay as soon as it is delivered. */
export const RELAY_DOMAINS = ["privaterelay.appleid.com", "icloud.com", "me.com", "mac.com"] as const;
/** An open of a relayed address this soon after delivery is the relay's. */
const RELAY_SECONDS = 10;
/** Nobody reads a mail and clicks this soon after it was delivered. */
const CLICK_SECONDS = 2;
/** Two clicks of one message closer than this are a scanner's, which follows all links. */
const BURST_MILLISECONDS = 1000;

/**
 * SQL text of the signal of one event, a `MachineSignal` or "". The row `event` has `type`, `is_machine`, `machine_signal`,
 * `user_agent`, `occurred_at` and `at_relay`; `reached_at` is when the mail reached the person, `clicks` are the times of all
 * clicks of the same mail and person.
 */
export function machineSignal(event: string, reachedAt: string, clicks: string): string {
  const agent = `toString(${event}.user_agent)`;
  const at = `${event}.occurred_at`;
  const since = `ifNull(dateDiff('millisecond', ${reachedAt}, ${at}), -1)`;
  const isOpen = `${event}.type = 'open'`;
  const isClick = `${event}.type = 'click'`;
  const near = `arrayCount(one -> abs(dateDiff('millisecond', one, assumeNotNull(${at}))) < ${BURST_MILLISECONDS}, ${clicks})`;
  const signals: readonly (readonly [condition: string, signal: MachineSignal])[] = [
    [`match(${agent}, ${textLiteral(`(?i)${AGENTS}`)})`, "known_agent"],
    [`${isOpen} AND ${agent} = ${textLiteral(RELAY_AGENT)}`, "privacy_relay"],
    [`${isOpen} AND ${event}.at_relay AND ${since} BETWEEN 0 AND ${RELAY_SECONDS * 1000}`, "privacy_relay"],
    [`${isClick} AND ${since} BETWEEN 0 AND ${CLICK_SECONDS * 1000 - 1}`, "instant_click"],
    [`${isClick} AND ${at} IS NOT NULL AND ${near} > 1`, "click_burst"],
  ];
  const branches = signals.map(([condition, signal]) => `${condition}, '${signal}'`);
  return `multiIf(
    NOT (${isOpen} OR ${isClick}), '',
    ifNull(${event}.is_machine, 0) = 1, if(${event}.machine_signal = '', 'vendor_flag', toString(${event}.machine_signal)),
    ${branches.join(",\n    ")},
    ''
  )`;
}
