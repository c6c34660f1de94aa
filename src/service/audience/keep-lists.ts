import { LeadlineError } from "../../language/leadline-error.ts";
import type { SuppressionList } from "../../store/suppression-lists.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { listMatch, SUPPRESSION_REASONS, type SuppressionReason } from "./find-suppressed.ts";
import { plainHash, readPeopleList } from "./list-entries.ts";

export interface KeptList {
  readonly list: string;
  /** Entries of the file that were not on the list before. */
  readonly added: number;
  readonly entries: number;
  readonly unreadable: number;
}

/**
 * Adds the people and mail domains of a file to a suppression list of the workspace; addresses are kept as keyed hashes.
 * Throws as `readPeopleList` does, and `audience.list`.
 */
export async function keepSuppressionList(workspace: OpenWorkspace, path: string, list: string): Promise<KeptList> {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,79}$/u.test(list))
    throw new LeadlineError(
      "audience.list",
      `"${list}" cannot name a list.`,
      "Use letters, digits, blanks, - and _, at most 80 signs.",
      { key: "list" },
    );
  const { entries, unreadable } = await readPeopleList(path);
  const kept = entries.map(({ kind, text }) =>
    kind === "domain"
      ? { kind: "domain" as const, match: text }
      : { kind: "person" as const, match: listMatch(workspace, kind === "hash" ? text : plainHash(text)) },
  );
  const added = await (await workspace.store()).suppression.add(list, kept);
  return { list, added, entries: entries.length, unreadable: unreadable.length };
}

/** The suppression list as it stands: what the data and the rules say, and the uploaded lists. */
export interface Suppression {
  /** People (by their addresses) and mail domains by reason; a rule's domains are those that it lists. */
  readonly standing: readonly {
    readonly reason: SuppressionReason;
    readonly people: number;
    readonly domains: number;
  }[];
  readonly lists: readonly SuppressionList[];
}

export async function showSuppression(workspace: OpenWorkspace): Promise<Suppression> {
  const { settings, engine } = workspace;
  const { buildNo } = await workspace.inventory();
  const rows = await engine.query<{ reason: string; rule: string; people: string; domains: string }>(
    `SELECT reason, if(reason = 'excluded', rule, '') AS rule, countIf(email_hash != '') AS people, countIf(email_hash = '') AS domains
     FROM suppressed_contact WHERE build_no = {build:UInt32} GROUP BY reason, rule`,
    { build: buildNo },
  );
  const kindOf = new Map<string, SuppressionReason>(settings.exclusions.map(({ id, kind }) => [id, kind]));
  const told = rows.map(({ reason, rule, people, domains }) => ({
    reason: reason === "excluded" ? (kindOf.get(rule) ?? "test") : (reason as SuppressionReason),
    people: Number(people),
    domains: Number(domains),
  }));
  const ruled = settings.exclusions.map(({ kind, email_domains }) => ({
    reason: kind,
    people: 0,
    domains: email_domains.length,
  }));
  const standing = SUPPRESSION_REASONS.map((reason) => {
    const own = [...told, ...ruled].filter((one) => one.reason === reason);
    const sum = (count: "people" | "domains") => own.reduce((all, one) => all + one[count], 0);
    return { reason, people: sum("people"), domains: sum("domains") };
  }).filter(({ people, domains }) => people + domains > 0);
  return { standing, lists: await (await workspace.store()).suppression.lists() };
}

/** Forgets a list; throws `audience_list.unknown`. */
export async function dropSuppressionList(
  workspace: OpenWorkspace,
  list: string,
): Promise<{ readonly dropped: number }> {
  const dropped = await (await workspace.store()).suppression.drop(list);
  if (dropped > 0) return { dropped };
  throw new LeadlineError(
    "audience_list.unknown",
    `There is no suppression list "${list}".`,
    "leadline audience lists DIR shows them.",
    {
      key: list,
    },
  );
}
