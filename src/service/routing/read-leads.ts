import type { Intent } from "../../model/routing.ts";
import { ROUTED_BY } from "../../model/routing.ts";
import { calendarOf, type Days } from "../../plan/period/calendar.ts";
import { earlier } from "../../plan/period/iso-day.ts";
import { readPeriod } from "../../plan/period/read-period.ts";
import { recordName } from "../../sql/derive/keys.ts";
import { visibleRows } from "../../sql/derive/visible-rows.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { type RoutedLead, readIntent } from "./choose-route.ts";

/** A lead with an answer about its intent, or without one that was asked for. */
export interface LeadFound extends RoutedLead {
  /** Names it in the warehouse. */
  readonly lead: string;
  readonly person: string;
  readonly date: string;
  readonly status: string;
  readonly hash: string;
  /** The address, name and phone, where the workspace keeps them. */
  readonly email: string;
  readonly name: string;
  readonly phone: string;
}

interface LeadRow extends Readonly<Record<(typeof ROUTED_BY)[number], string>> {
  readonly kind: "vendor" | "form";
  readonly lead: string;
  readonly person: string;
  readonly date: string;
  readonly status: string;
  readonly answer: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly hash: string;
  readonly email: string;
  readonly name: string;
  readonly phone: string;
}

export interface LeadsFound {
  readonly period: { readonly from: string; readonly to: string; readonly label: string };
  readonly leads: readonly LeadFound[];
}

/** The leads of a period, as `readLeads`. Throws as `readPeriod` does. */
export async function leadsOfPeriod(workspace: OpenWorkspace, text: string): Promise<LeadsFound> {
  const day = workspace.today();
  const { from, to, label } = readPeriod(text, calendarOf(workspace.settings), { day, ended: false });
  return { period: { from, to, label }, leads: await readLeads(workspace, { from, to: earlier(to, day) }) };
}

/**
 * The leads of a period that vendors delivered, and those whose form kept an answer about intent, the oldest first; a person
 * of both kinds once, as the vendor's. Without days those of all time.
 */
export async function readLeads(workspace: OpenWorkspace, span: Days | null): Promise<readonly LeadFound[]> {
  const { settings, engine } = workspace;
  const inventory = await workspace.inventory();
  const own = (vendor: string) =>
    ROUTED_BY.map((column) => (column === "vendor" ? vendor : `toString(entry.${column})`));
  const columns = (vendor: string) =>
    own(vendor)
      .map((sql, index) => `${sql} AS ${ROUTED_BY[index]}`)
      .join(", ");
  const days = `entry.build_no = {build:UInt32}${span === null ? "" : " AND entry.date BETWEEN {from:Date} AND {to:Date}"}`;
  // One person's addresses: those of the records that make it up.
  const hashes = `SELECT ${recordName("system", "connection", "external_id")} AS record, argMax(email_hash, load_no) AS hash
    FROM person WHERE ${visibleRows("person", inventory.visible)} AND email_hash != '' GROUP BY record`;
  const personal = `SELECT email_hash, any(email) AS address, arrayStringConcat(arraySlice(groupUniqArrayArray(names), 1, 1)) AS name, max(phone) AS phone
    FROM personal_data GROUP BY email_hash`;
  const rows = await engine.query<LeadRow>(
    `SELECT told.*, personal.address AS email, personal.name AS name, personal.phone AS phone FROM (
      SELECT 'vendor' AS kind,
        concat('vendor/', ${recordName("record.system", "record.connection", "if(record.external_id = '', concat(toString(record.load_no), '-', toString(record.raw_row)), record.external_id)")}) AS lead,
        entry.person_key AS person, entry.date AS date, toString(entry.status) AS status,
        multiIf(entry.intent IS NULL, '', entry.intent = 1, 'yes', 'no') AS answer, entry.attributes AS attributes,
        record.email_hash AS hash, ${columns("toString(entry.vendor)")}
      FROM vendor_lead_entry AS entry
      INNER JOIN vendor_lead AS record ON record.load_no = entry.load_no AND record.raw_row = entry.raw_row
      WHERE ${days}
      UNION ALL
      SELECT 'form', concat('person/', entry.person_key, '/', toString(entry.journey)), entry.person_key, entry.date, '',
        entry.attributes[{intent:String}], entry.attributes, hashes.hash, ${own("''").join(", ")}
      FROM funnel_entry AS entry LEFT ANY JOIN (${hashes}) AS hashes ON hashes.record = entry.person_key
      WHERE ${days} AND entry.stage = 'lead' AND entry.excluded = '' AND mapContains(entry.attributes, {intent:String})
    ) AS told
    LEFT ANY JOIN (${personal}) AS personal ON personal.email_hash = told.hash AND told.hash != ''
    ORDER BY date, kind DESC, lead`,
    {
      build: inventory.buildNo,
      ...span,
      intent: settings.routing.intent_attribute,
    },
  );
  const leads = rows.map(found);
  const vendors = new Set(leads.filter(({ kind }) => kind === "vendor").map(({ person }) => person));
  return leads.filter(({ kind, person }) => kind === "vendor" || !vendors.has(person));
}

function found(row: LeadRow): LeadFound {
  const { kind, lead, person, date, status, answer, attributes, hash, email, name, phone } = row;
  const intent: Intent = readIntent(answer);
  const columns = Object.fromEntries(ROUTED_BY.map((column) => [column, row[column]]));
  return { kind, lead, person, date, status, intent, columns, attributes, hash, email, name, phone };
}
