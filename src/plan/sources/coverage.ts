import type { DerivedId, FactId, TableId } from "../../model/facts.ts";
import type { Inventory } from "../../model/inventory.ts";
import type { IsoDate } from "../../model/question.ts";
import type { Days } from "../period/calendar.ts";
import { addDays, earlier, endOfMonth, later, startOfMonth } from "../period/iso-day.ts";
import type { Bilingual, SourceCoverage } from "../plan.ts";
import { covers, lastDay, overlap } from "./ranges.ts";

/** Tables that have rows for every day they cover; of the others, days without a row say nothing. */
const DAILY: ReadonlySet<TableId> = new Set([
  "web_session",
  "web_daily",
  "web_period",
  "content_read",
  "ad_daily",
  "ad_period",
  "search_daily",
  "search_period",
]);

export function isDaily(table: TableId): boolean {
  return DAILY.has(table);
}

/** How tables without a connection of their own are called in a reason. */
const TABLE_NAMES: Readonly<Partial<Record<TableId, Bilingual>>> = {
  funnel_entry: { en: "the funnel", zh: "漏斗数据" },
  deal_event: { en: "the deals", zh: "商机数据" },
  meeting_entry: { en: "the meetings", zh: "会议数据" },
  revenue_entry: { en: "the revenue", zh: "收入数据" },
  customer_life: { en: "the customers", zh: "客户数据" },
  email_send: { en: "the mailings", zh: "邮件发送数据" },
  nurture_entry: { en: "the nurture programmes", zh: "培育项目数据" },
  participation_entry: { en: "the participations", zh: "活动参与数据" },
  event_entry: { en: "the events", zh: "活动数据" },
  gift_entry: { en: "the gifts", zh: "礼品寄送数据" },
  vendor_lead_entry: { en: "the vendors' leads", zh: "供应商线索" },
  target_event: { en: "the target accounts", zh: "目标客户数据" },
  cost: { en: "the cost sheets", zh: "费用表" },
  social_post: { en: "the social posts", zh: "社媒数据" },
};

export function tableName(table: TableId): Bilingual {
  return TABLE_NAMES[table] ?? { en: table, zh: table };
}

/**
 * Coverage of a table of few rows: from the month of its first row to the end of the month of its last, but not beyond
 * the day of the last load, where that is later than the last row.
 */
export function hullCoverage(table: TableId, parts: readonly Days[], loadedOn: IsoDate | null): SourceCoverage {
  const from = parts.reduce((first, part) => earlier(first, part.from), "9999-12-31");
  const to = lastDay(parts) ?? "0000-01-01";
  const end = endOfMonth(to);
  const known = loadedOn !== null && loadedOn >= to ? earlier(end, loadedOn) : end;
  return { name: tableName(table), kind: "hull", ranges: [{ from: startOfMonth(from), to: later(to, known) }] };
}

/** The loaded facts that a derived table is made of; what they cover, it covers. */
export const MADE_OF: Readonly<Record<DerivedId, readonly FactId[]>> = {
  funnel_entry: ["stage_entry", "person", "person_identity", "meeting", "opportunity", "account", "deletion"],
  deal_event: ["opportunity", "opportunity_stage", "account", "stage_entry", "person", "touch", "deletion"],
  meeting_entry: ["meeting", "person", "deletion"],
  revenue_entry: ["revenue", "opportunity", "account", "deletion"],
  customer_life: ["subscription", "revenue", "opportunity", "deletion"],
  email_send: ["email_campaign", "email_event", "deletion"],
  nurture_entry: ["touch", "email_event", "stage_entry", "person", "deletion"],
  participation_entry: ["participation", "event", "stage_entry", "meeting", "person", "deletion"],
  event_entry: ["event", "participation", "deletion"],
  gift_entry: ["gift", "meeting", "person", "deletion"],
  vendor_lead_entry: ["vendor_lead", "deletion"],
  target_event: ["target_account", "touch", "participation", "gift", "email_event", "meeting", "person", "deletion"],
  suppressed_contact: ["person", "opportunity", "account", "email_event", "stage_entry", "deletion"],
  fx_daily: ["fx_rate"],
};

/** The first of them tells the days: exports may state a period longer than that of their rows. */
const DAYS_FROM: Readonly<Record<DerivedId, readonly FactId[]>> = {
  funnel_entry: ["stage_entry"],
  deal_event: ["opportunity"],
  meeting_entry: ["meeting"],
  revenue_entry: ["revenue"],
  customer_life: ["subscription"],
  email_send: ["email_campaign", "email_event"],
  nurture_entry: ["touch", "email_event"],
  participation_entry: ["participation", "event"],
  event_entry: ["event", "participation"],
  gift_entry: ["gift"],
  vendor_lead_entry: ["vendor_lead"],
  target_event: ["target_account"],
  suppressed_contact: ["person"],
  fx_daily: ["fx_rate"],
};

/** Days that the sources of a derived table state. */
export function sourceDays(table: DerivedId, inventory: Inventory): readonly Days[] {
  const facts: readonly string[] = DAYS_FROM[table];
  return inventory.visible.flatMap((part) =>
    facts.includes(part.fact) && part.from !== null && part.to !== null ? [{ from: part.from, to: part.to }] : [],
  );
}

/** Day of the newest load of all. */
export function lastLoadDay(inventory: Inventory): IsoDate | null {
  const days = inventory.loads.map(({ committedAt }) => committedAt.slice(0, 10)).sort();
  return days.at(-1) ?? null;
}

/** A source silent for longer than this before a period is taken to have ended, not to be late. */
const LATE_DAYS = 92;

export interface Covered {
  readonly extent: "none" | "part" | "whole";
  /** Sources that cover a part only, or are late, with the days they do cover of the span. */
  readonly gaps: readonly { readonly source: SourceCoverage; readonly days: readonly Days[] }[];
}

/** How far sources cover a span of days. A source that begins later, or ended long ago, does not count. */
export function coverageOf(sources: readonly SourceCoverage[], span: Days): Covered {
  const gaps: Covered["gaps"][number][] = [];
  let some = false;
  for (const source of sources) {
    if (source.kind === "stock") {
      if (source.ranges.some(({ from }) => from <= span.to)) some = true;
      continue;
    }
    const days = overlap(source.ranges, span);
    if (days.length > 0) some = true;
    const late = lastDay(source.ranges.filter(({ to }) => to < span.from));
    const missing = days.length === 0 ? late !== null && late >= addDays(span.from, -LATE_DAYS) : !covers(days, span);
    if (missing) gaps.push({ source, days });
  }
  return { extent: some ? (gaps.length > 0 ? "part" : "whole") : "none", gaps };
}
