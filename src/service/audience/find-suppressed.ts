import { readForgotten } from "../../ingest/personal/forgotten-people.ts";
import { keyedHash } from "../../ingest/personal/keyed-hash.ts";
import { workspaceKey } from "../../ingest/personal/workspace-key.ts";
import type { IsoDate } from "../../model/question.ts";
import { FORGOTTEN_SALT } from "../../sql/load/personal-cells.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { plainHash } from "./list-entries.ts";

export const SUPPRESSION_REASONS = [
  "customer",
  "open_opportunity",
  "competitor",
  "opted_out",
  "erased",
  "internal",
  "test",
  "other",
  "list",
] as const;
/** `erased`: asked to be forgotten; `other`: an exclusion rule of that kind; `list`: on an uploaded list. */
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

export interface Suppressed {
  readonly reason: SuppressionReason;
  /** The exclusion rule, the list, or the mail domain that tells. */
  readonly detail: string;
  /** Null where no day is known. */
  readonly since: IsoDate | null;
}

/** What is known of somebody: the more, the more can be told. */
export interface Contact {
  readonly address?: string | undefined;
  /** SHA-256 of the address. */
  readonly plain?: string | undefined;
  /** The workspace's own keyed hash. */
  readonly hash?: string | undefined;
  readonly domain?: string | undefined;
}

export interface Recognised {
  readonly reasons: readonly Suppressed[];
  /** The workspace's own hash of the person, where it can be told. */
  readonly hash: string | null;
}

const AT_ONCE = 5000;

interface SuppressedRow {
  readonly email_hash: string;
  readonly mail_domain: string;
  readonly reason: string;
  readonly rule: string;
  readonly date: IsoDate;
}

/**
 * Why nothing should be spent on each of these people. An address is matched by the workspace's keyed hash; a plain SHA-256
 * only with people whose address stands among the personal data, since the keyed hash cannot be told from it.
 */
export async function findSuppressed(
  workspace: OpenWorkspace,
  contacts: readonly Contact[],
): Promise<readonly Recognised[]> {
  const found: Recognised[] = [];
  for (let start = 0; start < contacts.length; start += AT_ONCE)
    found.push(...(await someSuppressed(workspace, contacts.slice(start, start + AT_ONCE))));
  return found;
}

/** The name under which a person stands on uploaded lists: a keyed hash, so that a copy of the state tells no address. */
export function listMatch(workspace: Pick<OpenWorkspace, "dataDir">, plain: string): string {
  return keyedHash(workspaceKey(workspace.dataDir), plain);
}

interface Known extends Contact {
  readonly parents: readonly string[];
  readonly matches: readonly string[];
}

async function someSuppressed(workspace: OpenWorkspace, contacts: readonly Contact[]): Promise<readonly Recognised[]> {
  const { dataDir, engine, settings } = workspace;
  const key = workspaceKey(dataDir);
  const { people: forgotten } = readForgotten(dataDir);
  const tokens = new Set(Object.values(forgotten));
  const recognised = await byPlainHash(workspace, contacts);
  const known = contacts.map((contact): Known => {
    const address = contact.address ?? (contact.plain === undefined ? undefined : recognised.get(contact.plain));
    const plain = contact.plain ?? (address === undefined ? undefined : plainHash(address));
    const hash = contact.hash ?? (address === undefined ? undefined : keyedHash(key, address));
    const domain = contact.domain ?? address?.slice(address.lastIndexOf("@") + 1);
    const parents = domain === undefined ? [] : parentsOf(domain);
    const listed = plain === undefined ? [] : [keyedHash(key, plain)];
    return { address, plain, hash, domain, parents, matches: [...listed, ...parents] };
  });
  const { buildNo } = await workspace.inventory();
  const wanted = (values: readonly (string | undefined)[]) => [...new Set(values.filter((value) => value))];
  const rows = await engine.query<SuppressedRow>(
    `SELECT email_hash, mail_domain, reason, rule, date FROM suppressed_contact
     WHERE build_no = {build:UInt32} AND ((email_hash != '' AND email_hash IN {hashes:Array(String)})
       OR (email_hash = '' AND mail_domain IN {domains:Array(String)}))
     ORDER BY reason, date`,
    {
      build: buildNo,
      hashes: wanted(known.map(({ hash }) => hash)),
      domains: wanted(known.flatMap(({ parents }) => parents)),
    },
  );
  const byHash = Map.groupBy(
    rows.filter(({ email_hash }) => email_hash !== ""),
    ({ email_hash }) => email_hash,
  );
  const byDomain = Map.groupBy(
    rows.filter(({ email_hash }) => email_hash === ""),
    ({ mail_domain }) => mail_domain,
  );
  const lists = await (await workspace.store()).suppression.find(
    wanted(known.flatMap(({ matches }) => matches)) as string[],
  );
  const kindOf = new Map<string, SuppressionReason>(settings.exclusions.map(({ id, kind }) => [id, kind]));
  return known.map(({ address, hash, parents, matches }): Recognised => {
    const reasons: Suppressed[] = [
      ...(hash === undefined ? [] : (byHash.get(hash) ?? [])).map((row) => told(row, "", kindOf)),
      ...parents.flatMap((domain) => (byDomain.get(domain) ?? []).map((row) => told(row, domain, kindOf))),
      ...settings.exclusions.flatMap(({ id, kind, email_domains, email_patterns }): Suppressed[] => {
        const domains = email_domains.map((domain) => domain.toLowerCase().replace(/^@/, ""));
        const holds =
          domains.some((domain) => parents.includes(domain)) ||
          (address !== undefined && email_patterns.some((pattern) => new RegExp(pattern).test(address)));
        return holds ? [{ reason: kind, detail: id, since: null }] : [];
      }),
      ...matches.flatMap((match) =>
        (lists.get(match) ?? []).map((list): Suppressed => ({ reason: "list", detail: list, since: null })),
      ),
      ...((hash !== undefined && tokens.has(hash)) ||
      (address !== undefined && forgotten[keyedHash(key, `${FORGOTTEN_SALT}${address}`)] !== undefined)
        ? [{ reason: "erased" as const, detail: "", since: null }]
        : []),
    ];
    return { reasons: once(reasons), hash: hash ?? null };
  });
}

function told(row: SuppressedRow, domain: string, kindOf: ReadonlyMap<string, SuppressionReason>): Suppressed {
  const since = row.date === "1970-01-01" ? null : row.date;
  if (row.reason === "excluded") return { reason: kindOf.get(row.rule) ?? "test", detail: row.rule, since };
  return { reason: row.reason as SuppressionReason, detail: domain || row.rule, since };
}

/** Of the same reason the one that says since when, else the first. */
function once(reasons: readonly Suppressed[]): readonly Suppressed[] {
  const groups = Map.groupBy(reasons, ({ reason, detail }) => (reason === "list" ? `list ${detail}` : reason));
  return [...groups.values()].flatMap((same) => {
    const [first] = same.toSorted((a, b) => ((a.since ?? "9999") < (b.since ?? "9999") ? -1 : 1));
    return first === undefined ? [] : [first];
  });
}

/** mail.acme.example -> mail.acme.example, acme.example */
function parentsOf(domain: string): readonly string[] {
  const parts = domain.toLowerCase().split(".");
  return parts.slice(0, -1).map((_, index) => parts.slice(index).join("."));
}

/** People whose address stands among the personal data, by its plain SHA-256. */
async function byPlainHash(
  workspace: OpenWorkspace,
  contacts: readonly Contact[],
): Promise<ReadonlyMap<string, string>> {
  const asked = contacts.flatMap(({ plain, address }) => (plain === undefined || address !== undefined ? [] : [plain]));
  if (asked.length === 0) return new Map();
  const rows = await workspace.engine.query<{ plain: string; address: string }>(
    `SELECT lower(hex(SHA256(email))) AS plain, any(email) AS address FROM personal_data
     WHERE email != '' GROUP BY plain HAVING plain IN {asked:Array(String)}`,
    { asked: [...new Set(asked)] },
  );
  return new Map(rows.map(({ plain, address }) => [plain, address]));
}
