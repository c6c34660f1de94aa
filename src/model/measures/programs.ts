import type { TableId } from "../facts.ts";
import type { Definition, Where } from "./measure.ts";

const rowsOf = (table: TableId, where: Where, label: Definition["label"], known?: string): Definition => ({
  unit: "count",
  label,
  readings: [{ table, aggregate: { kind: "count" }, where, ...(known === undefined ? {} : { known }) }],
});

/** Trade fairs count contacts, not registrants. */
const ONLINE: Where = { event_kind: ["!=fair"] };

/** The next step after an event, and the meeting after a gift, is looked for within so many days. */
const WITHIN_30_DAYS = ["<=30"];

/** Nurture, webinars, trade fairs, gifts, vendors' leads. */
export const PROGRAMS_MEASURES = {
  nurture_entries: rowsOf("nurture_entry", {}, { en: "Leads engaged in nurture", zh: "进入培育的线索数" }),
  nurture_entries_reaching_mql: rowsOf(
    "nurture_entry",
    { mql_days: ["<=90"] },
    { en: "Leads engaged in nurture, MQL within 90 days", zh: "进入培育且 90 天内成为 MQL 的线索数" },
  ),
  event_registrants: rowsOf(
    "participation_entry",
    { registered: [1], ...ONLINE },
    { en: "Registrants", zh: "报名人数" },
  ),
  live_attendees: rowsOf(
    "participation_entry",
    { attended: [1], ...ONLINE },
    { en: "Live attendees", zh: "直播参会人数" },
  ),
  attendees_with_next_step: rowsOf(
    "participation_entry",
    { attended: [1], next_step_days: WITHIN_30_DAYS, ...ONLINE },
    { en: "Live attendees who took the next step within 30 days", zh: "30 天内进入下一步的直播参会人数" },
  ),
  recording_viewers: rowsOf(
    "participation_entry",
    { on_demand: [1], ...ONLINE },
    { en: "Viewers of recordings", zh: "回放观看人数" },
  ),
  viewers_with_next_step: rowsOf(
    "participation_entry",
    { on_demand: [1], on_demand_next_step_days: WITHIN_30_DAYS, ...ONLINE },
    { en: "Viewers of recordings who took the next step within 30 days", zh: "30 天内进入下一步的回放观看人数" },
  ),
  fair_contacts: rowsOf(
    "participation_entry",
    { event_kind: ["fair"], attended: [1] },
    { en: "Contacts made at trade fairs", zh: "展会获取的联系人数" },
  ),
  fair_items_given: {
    unit: "count",
    label: { en: "Items given away", zh: "派发物品数" },
    readings: [{ table: "event_entry", aggregate: { kind: "sum", column: "items_given" } }],
  },
  fair_talks_held: {
    unit: "count",
    label: { en: "Talks held", zh: "洽谈次数" },
    readings: [{ table: "event_entry", aggregate: { kind: "sum", column: "talks_held" } }],
  },
  gifts_delivered: rowsOf("gift_entry", { delivered: [1] }, { en: "Gifts delivered", zh: "送达礼品数" }),
  gifts_claimed: rowsOf("gift_entry", { delivered: [1], claimed: [1] }, { en: "Gifts claimed", zh: "被领取的礼品数" }),
  gifts_claimed_and_met: rowsOf(
    "gift_entry",
    { delivered: [1], claimed: [1], meeting_days: WITHIN_30_DAYS },
    { en: "Gifts claimed, with a meeting within 30 days", zh: "被领取且 30 天内有会议的礼品数" },
  ),
  vendor_leads_delivered: rowsOf("vendor_lead_entry", {}, { en: "Leads delivered by vendors", zh: "供应商交付线索数" }),
  vendor_leads_accepted: rowsOf(
    "vendor_lead_entry",
    { status: ["accepted"] },
    { en: "Vendors' leads accepted", zh: "已接受的供应商线索数" },
  ),
  vendor_leads_asked_intent: rowsOf(
    "vendor_lead_entry",
    { status: ["accepted"] },
    { en: "Vendors' leads who answered the intent question", zh: "回答了意向问题的供应商线索数" },
    "intent",
  ),
  vendor_leads_with_intent: rowsOf(
    "vendor_lead_entry",
    { status: ["accepted"], intent: [1] },
    { en: "Vendors' leads with intent", zh: "有采购意向的供应商线索数" },
  ),
} as const satisfies Record<string, Definition>;
