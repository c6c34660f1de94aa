import type { AnswerPeriod, Reason } from "../../model/answer.ts";
import { formatValue, type Language } from "../../model/format/format-value.ts";
import { ask } from "../questions/ask.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { AUDIENCE_TEXTS, filledText } from "./audience-texts.ts";
import { estimateWaste } from "./estimate-waste.ts";
import {
  type Contact,
  findSuppressed,
  SUPPRESSION_REASONS,
  type Suppressed,
  type SuppressionReason,
} from "./find-suppressed.ts";
import { type ListEntry, plainHash, readPeopleList } from "./list-entries.ts";

export interface AudienceRow {
  readonly line: number;
  /** As the list has it: an address or a hash. */
  readonly entry: string;
  readonly kind: ListEntry["kind"];
  readonly reasons: readonly Suppressed[];
}

export interface AudienceWaste {
  /** In the workspace's currency. */
  readonly estimate: number;
  readonly spend: number;
  readonly currency: string;
  readonly period: AnswerPeriod;
  readonly where: Readonly<Record<string, readonly string[]>>;
  readonly method: string;
}

export interface AudienceCheck {
  readonly file: string;
  /** Lines with an address, a hash or a domain. */
  readonly entries: number;
  /** Different ones. */
  readonly people: number;
  readonly kinds: Readonly<Record<ListEntry["kind"], number>>;
  readonly unreadable: readonly number[];
  readonly suppressed: number;
  readonly kept: number;
  /** People by reason; somebody may have several. */
  readonly reasons: readonly { readonly reason: SuppressionReason; readonly people: number }[];
  /** Who should not be in it, by line. */
  readonly rows: readonly AudienceRow[];
  /** Null unless a period is asked about; `unknown` says why there is none. */
  readonly waste: AudienceWaste | null;
  readonly waste_unknown: Reason | null;
  readonly notes: readonly Reason[];
  readonly cleaned: string;
}

export interface AudienceAsked {
  /** Of the spend that went to this list. */
  readonly period?: string | undefined;
  readonly where?: Readonly<Record<string, readonly string[]>> | undefined;
}

/**
 * Who in a list of people should not be advertised to, and why; the list without them; and what was spent on them so far.
 * Throws as `readPeopleList` and `ask` do.
 */
export async function checkAudience(
  workspace: OpenWorkspace,
  path: string,
  { period, where = {} }: AudienceAsked = {},
  language: Language = workspace.settings.language,
): Promise<AudienceCheck> {
  const list = await readPeopleList(path);
  const entries = [...Map.groupBy(list.entries, identityOf).values()].flatMap(([first]) => first ?? []);
  const recognised = await findSuppressed(workspace, entries.map(contactOf));
  const reasonsOf = new Map(entries.map(({ text }, index) => [text, recognised[index]?.reasons ?? []]));
  const rows = entries.flatMap(({ line, text, kind }): AudienceRow[] => {
    const reasons = reasonsOf.get(text) ?? [];
    return reasons.length === 0 ? [] : [{ line, entry: text, kind, reasons }];
  });
  const kept = entries.filter(({ text }) => reasonsOf.get(text)?.length === 0);
  const kinds = { address: 0, hash: 0, domain: 0 };
  for (const { kind } of entries) kinds[kind] += 1;
  const waste =
    period === undefined ? null : await wasteOf(workspace, { period, where }, entries.length, rows, language);
  const say = (code: keyof typeof AUDIENCE_TEXTS, blanks: Readonly<Record<string, string>> = {}): Reason => ({
    code,
    text: filledText(AUDIENCE_TEXTS[code][language], blanks),
  });
  return {
    file: list.file,
    entries: list.entries.length,
    people: entries.length,
    kinds,
    unreadable: list.unreadable,
    suppressed: rows.length,
    kept: kept.length,
    reasons: SUPPRESSION_REASONS.map((reason) => ({
      reason,
      people: rows.filter(({ reasons }) => reasons.some((one) => one.reason === reason)).length,
    })).filter(({ people }) => people > 0),
    rows,
    waste: waste !== null && "estimate" in waste ? waste : null,
    waste_unknown: waste === null ? say("waste_not_asked") : "estimate" in waste ? null : waste,
    notes: [
      ...(kinds.hash > 0 ? [say("hashes", { known: await addressesKept(workspace, language) })] : []),
      ...(list.entries.length > entries.length
        ? [say("repeated", { lines: `${list.entries.length - entries.length}` })]
        : []),
      ...(list.unreadable.length > 0 ? [say("unreadable", { lines: `${list.unreadable.length}` })] : []),
    ],
    cleaned: list.keeping(new Set(kept.map(({ line }) => line))),
  };
}

/** An address and its hash are one person. */
function identityOf({ kind, text }: ListEntry): string {
  return kind === "address" ? plainHash(text) : text;
}

function contactOf({ kind, text }: ListEntry): Contact {
  if (kind === "address") return { address: text };
  return kind === "hash" ? { plain: text } : { domain: text };
}

async function addressesKept({ engine }: OpenWorkspace, language: Language): Promise<string> {
  const [row] = await engine.query<{ n: string }>(
    "SELECT uniqExact(email_hash) AS n FROM personal_data WHERE email != ''",
  );
  return formatValue(Number(row?.n ?? 0), "count", { language, currency: "EUR" });
}

/** Ad spend of the period, day by day, under the list's filters. */
async function wasteOf(
  workspace: OpenWorkspace,
  asked: { readonly period: string; readonly where: Readonly<Record<string, readonly string[]>> },
  people: number,
  rows: readonly AudienceRow[],
  language: Language,
): Promise<AudienceWaste | Reason> {
  const answer = await ask(workspace, { kpis: ["ad_spend"], grain: "day", ...asked }, language);
  const [whole] = answer.total.length > 0 ? answer.total : [];
  if (whole === undefined || whole.value === null)
    return whole?.reason ?? { code: "no_data", text: AUDIENCE_TEXTS.no_spend[language] };
  const days = answer.rows.map(({ period, value }) => ({ day: period.from, spend: value ?? 0 }));
  // Somebody with several reasons counts from the first of them on; without a day, all along.
  const since = rows.map(({ reasons }) => {
    const known = reasons.map((reason) => reason.since);
    return known.includes(null) ? null : (known.filter((day) => day !== null).sort()[0] ?? null);
  });
  const { currency } = workspace.settings;
  return {
    estimate: Math.round(estimateWaste(days, people, since) * 100) / 100,
    spend: whole.value,
    currency,
    period: whole.period,
    where: asked.where,
    method: AUDIENCE_TEXTS.waste_method[language],
  };
}
