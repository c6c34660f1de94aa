import { STAGES } from "../../model/stages.ts";
import type { Days } from "../../plan/period/calendar.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

export type AccountStage = (typeof STAGES)[number];

/** A target account as it stands at the end of a period. */
export interface TargetAccount {
  readonly account: string;
  readonly lists: readonly string[];
  readonly country: string;
  readonly segment: string;
  readonly owner: string;
  /** Roles wanted there; those of them with a known contact, and with one who engaged in the period. */
  readonly wanted: readonly string[];
  readonly known: readonly string[];
  readonly engaged: readonly string[];
  /** Engagements in the period: touches, webinars, gifts, clicks, meetings; and the last one's day. */
  readonly engagements: number;
  readonly last_engaged: string | null;
  /** The furthest stage that somebody of the account has entered by the end of the period, and when first. */
  readonly stage: AccountStage | null;
  readonly stage_since: string | null;
}

interface Row extends Omit<TargetAccount, "engagements" | "stage" | "last_engaged" | "stage_since"> {
  readonly engagements: string;
  readonly last_engaged: string;
  readonly stage: string;
  readonly stage_since: string;
  readonly accounts: string;
}

const NEVER = "1970-01-01";

/**
 * Target accounts on the lists at the end of the days, the furthest stage first, then the most engagements. `count` is of
 * all, also beyond `limit`.
 */
export async function listTargetAccounts(
  workspace: OpenWorkspace,
  days: Days,
  { list, limit }: { readonly list?: string | undefined; readonly limit: number },
): Promise<{ readonly accounts: readonly TargetAccount[]; readonly count: number }> {
  const { buildNo } = await workspace.inventory();
  const standing = "date <= {to:Date} AND (until IS NULL OR until > {to:Date})";
  const roles = (event: string, when: string) =>
    `arraySort(groupUniqArrayIf(toString(buying_role), event = '${event}' AND buying_role != '' AND ${when}))`;
  const within = "date BETWEEN {from:Date} AND {to:Date}";
  const rows = await workspace.engine.query<Row>(
    `SELECT target.*, journey.stage AS stage, toString(journey.since) AS stage_since, count() OVER () AS accounts
    FROM (
      SELECT account_key, any(toString(account)) AS account,
        arraySort(groupUniqArrayIf(toString(list), event = 'listed' AND list != '')) AS lists,
        max(toString(country)) AS country, max(toString(segment)) AS segment, max(toString(owner)) AS owner,
        ${roles("role_wanted", standing)} AS wanted, ${roles("role_known", standing)} AS known, ${roles("engaged", within)} AS engaged,
        countIf(event = 'engaged' AND buying_role = '' AND ${within}) AS engagements,
        toString(maxIf(date, event = 'engaged' AND ${within})) AS last_engaged
      FROM target_event WHERE build_no = {build:UInt32} AND ({list:String} = '' OR list = {list:String})
      GROUP BY account_key HAVING countIf(event = 'listed' AND ${standing}) > 0
    ) AS target
    LEFT ANY JOIN (
      SELECT lowerUTF8(toString(account)) AS account_key, argMax(toString(stage), (step, -toInt32(day))) AS stage, argMax(day, (step, -toInt32(day))) AS since
      FROM (
        SELECT account, stage, min(date) AS day, indexOf({stages:Array(String)}, toString(stage)) AS step
        FROM funnel_entry WHERE build_no = {build:UInt32} AND excluded = '' AND account != '' AND date <= {to:Date}
        GROUP BY account, stage
      ) GROUP BY account_key
    ) AS journey ON journey.account_key = target.account_key
    ORDER BY indexOf({stages:Array(String)}, stage) DESC, engagements DESC, account
    LIMIT {limit:UInt32}`,
    { build: buildNo, from: days.from, to: days.to, list: list ?? "", stages: [...STAGES], limit },
  );
  return { accounts: rows.map(told), count: Number(rows[0]?.accounts ?? 0) };
}

function told({ account, lists, country, segment, owner, wanted, known, engaged, ...row }: Row): TargetAccount {
  const stage = STAGES.find((one) => one === row.stage) ?? null;
  return {
    account,
    lists,
    country,
    segment,
    owner,
    wanted,
    known,
    engaged,
    engagements: Number(row.engagements),
    last_engaged: row.last_engaged === NEVER ? null : row.last_engaged,
    stage,
    stage_since: stage === null || row.stage_since === NEVER ? null : row.stage_since,
  };
}
