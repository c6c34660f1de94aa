import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const SETTINGS = `currency: EUR
timezone: Europe/Berlin
exclusions:
  - { id: own_people, kind: internal, email_domains: [own.example] }
  - { id: rivals, kind: competitor, email_domains: [rival.example] }
routing:
  rules:
    - { id: french, when: { intent: yes, country: France }, to: sales-fr }
    - { id: hot, when: { intent: yes }, to: sales }
    - { id: rest, when: { intent: no }, to: nurture }
`;

/** The team's own mapping for its list of companies. */
const COMPANIES = `id: team_companies
system: hubspot
version: 1
name: { en: Companies, zh: 公司 }
evidence: D
export_guide: { en: The list of all companies., zh: 全部公司列表。 }
layouts:
  - id: companies
    columns: { id: [Record ID], name: [Company name], domain: [Company Domain Name] }
    required: [id, name, domain]
    facts:
      - fact: account
        set: { external_id: "text([id])", name: "text([name])", domain: "text([domain])" }
`;

/** The team's own mapping for its contact form, which asks for the intent. */
const FORMS = `id: team_forms
system: forms
version: 1
name: { en: Contact form, zh: 联系表单 }
evidence: D
export_guide: { en: The form's entries., zh: 表单记录。 }
layouts:
  - id: forms
    columns:
      id: [Entry]
      email: { titles: [Mail], personal: email }
      name: { titles: [Name], personal: name }
      day: [Sent on]
      intent: [Do you plan to buy this year?]
    required: [id, email, day, intent]
    facts:
      - fact: person
        set: { external_id: "text([id])", email_hash: "email([email])", attributes.intent: "text([intent])" }
      - fact: stage_entry
        set:
          external_id: concat(text([id]), '/lead')
          person_id: text([id])
          stage: "'lead'"
          date: date([day])
          evidence: "'transition'"
          channel: "'Organic Search'"
          attributes.intent: text([intent])
`;

/** The team's own list of who came to its briefings. */
const BRIEFINGS = `id: team_briefings
system: briefings
version: 1
name: { en: Briefings, zh: 简报会 }
evidence: D
export_guide: { en: The visitors' book., zh: 来访登记。 }
layouts:
  - id: briefings
    columns:
      id: [Visitor]
      email: { titles: [Mail], personal: email }
      title: [Job title]
      company: [Company]
      day: [Came on]
    required: [id, email, title, company, day]
    facts:
      - fact: person
        set:
          external_id: "text([id])"
          email_hash: "email([email])"
          account: "text([company])"
          attributes.title: "text([title])"
      - fact: touch
        set:
          external_id: concat(text([id]), '/briefing')
          person_id: text([id])
          email_hash: "email([email])"
          date: date([day])
          kind: "'briefing'"
          channel: "'Event'"
`;

/** The team's own log of visits, with the moment of each. */
const VISITS = `id: team_visits
system: visits
version: 1
name: { en: Visits, zh: 访问 }
evidence: D
export_guide: { en: The log of visits., zh: 访问日志。 }
layouts:
  - id: visits
    columns: { at: [Began at], source: [Source], medium: [Medium], orders: [Forms sent] }
    required: [at, source, medium, orders]
    facts:
      - fact: web_session
        set:
          date: date([at])
          started_at: datetime([at])
          source: text([source])
          medium: text([medium])
          macro_conversions: integer([orders])
`;

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;

/**
 * What a small team exports for the first quarter of 2026. Contact 7 is contact 1 again; 8 skipped stage lead; 6 is one of
 * its own people; 3 and 4 came in the half hour after midnight in Berlin, which is the day before in UTC.
 */
export const FILES = {
  "contacts.csv": lines(
    "Record ID,Email,Lifecycle Stage,Original Source,Create Date,Became a Lead Date,Became a Marketing Qualified Lead Date,Became a Sales Qualified Lead Date",
    "1,c1@firm1.example,Lead,Paid Social,2026-03-05 12:00,2026-03-05 12:00,,",
    "2,c2@firm2.example,Lead,Paid Social,2026-03-10 12:00,2026-03-10 12:00,2026-03-11 12:00,2026-03-12 12:00",
    "3,c3@firm3.example,Lead,Paid Social,2026-03-01 00:30,2026-03-01 00:30,,",
    "4,c4@firm4.example,Lead,Paid Social,2026-04-01 00:30,2026-04-01 00:30,,",
    "5,c5@firm5.example,Lead,Organic Search,2026-03-07 12:00,2026-03-07 12:00,2026-03-08 12:00,2026-03-09 12:00",
    "6,c6@own.example,Lead,Paid Social,2026-03-12 12:00,2026-03-12 12:00,,",
    "7,C1@firm1.example,Lead,Paid Social,2026-03-20 12:00,2026-03-20 12:00,,",
    "8,c8@firm8.example,Marketing Qualified Lead,Organic Search,2026-03-15 12:00,,2026-03-15 12:00,",
  ),
  "companies.csv": lines(
    "Record ID,Company name,Company Domain Name",
    "9001,Firm Five,firm5.example",
    "9002,Firm Two,firm2.example",
  ),
  "deals.csv": lines(
    "Record ID,Deal Name,Pipeline,Deal Stage,Amount,Currency,Create Date,Close Date,Deal Type,Associated Company IDs,Associated Contact IDs",
    "7001,Five,Sales Pipeline,Closed Won,5000.00,EUR,2026-03-10 12:00,2026-03-18 12:00,New Business,9001,5",
    "7002,Two,Sales Pipeline,Proposal,3000.00,EUR,2026-03-12 12:00,2026-06-30 12:00,New Business,9002,2",
  ),
  "payments.csv": lines(
    "id,Description,Created (UTC),Amount,Amount Refunded,Currency,Fee,Mode,Status,Customer ID,Customer Email,Captured",
    "ch_1,Old,2026-03-25 10:00,1200.00,0.00,eur,0.00,Live,Paid,cus_1,old@client.example,true",
    "ch_2,New,2026-03-28 10:00,2000.00,0.00,eur,0.00,Live,Paid,cus_2,c5@firm5.example,true",
  ),
  "linkedin.csv": lines(
    "Start Date (in UTC),Account Name,Currency,Campaign Group Name,Campaign Group ID,Campaign Name,Campaign ID,Total Spent,Impressions,Clicks,Conversions,Post-Click Conversions,View-Through Conversions,Leads",
    "2/10/2026,Team,EUR,Spring,1,ABM,11,40.00,1000,10,0,0,0,0",
    "3/5/2026,Team,EUR,Spring,1,ABM,11,60.00,1000,10,5,3,2,4",
    "3/20/2026,Team,EUR,Spring,1,ABM,11,40.00,1000,10,4,3,1,3",
  ),
  "ga4.csv": lines(
    "# ----------------------------------------",
    "# Team - GA4",
    "# Free form-Free form 1",
    "# 20260301-20260331",
    "# ----------------------------------------",
    "",
    "Date,Session source / medium,Session campaign,Sessions,Total users,Key events",
    "20260305,linkedin / paid-social,Spring,40,37,4",
    "20260310,google / organic,(not set),100,90,11",
  ),
  /** May: what Google Ads says by the day of the click and by that of the conversion. */
  "google.csv": lines(
    "Campaign report",
    '"May 1, 2026 - May 31, 2026"',
    "Day,Campaign,Campaign ID,Currency code,Cost,Impr.,Clicks,Conversions,Conversions (by conv. time),Conv. value,Conv. value (by conv. time)",
    "2026-05-04,Brand,21,EUR,100.00,1000,10,6.00,4.00,600.00,400.00",
    "2026-05-30,Brand,21,EUR,100.00,1000,10,3.00,2.00,300.00,200.00",
  ),
  /** May: Meta with the windows beside the results; of Summer only clicks within a day count. */
  "meta.csv": lines(
    "Reporting starts,Reporting ends,Campaign name,Campaign ID,Day,Amount spent (EUR),Impressions,Link clicks,Results,Result indicator,Attribution setting,1-day view,1-day click,7-day click",
    "2026-05-05,2026-05-06,Spring,31,2026-05-05,100.00,1000,40,8,actions:offsite_conversion.fb_pixel_lead,7-day click or 1-day view,2,4,6",
    "2026-05-05,2026-05-06,Summer,32,2026-05-06,50.00,800,20,5,actions:offsite_conversion.fb_pixel_lead,1-day click,3,5,6",
  ),
  /** May and the first hours of June: one visit was in April for New York, two of June were in May there. */
  "visits.csv": lines(
    "Began at,Source,Medium,Forms sent",
    "2026-05-01 03:00,google,cpc,1",
    "2026-05-04 12:00,google,cpc,1",
    "2026-05-05 12:00,facebook,paid-social,1",
    "2026-05-09 12:00,google,organic,2",
    "2026-05-31 12:00,google,organic,0",
    "2026-06-01 01:00,google,cpc,1",
    "2026-06-01 05:00,google,cpc,1",
  ),
  "costs.csv": lines(
    "Date,Vendor,Category,Channel,Amount,Currency,Platform",
    "2026-01-31,LinkedIn,Media,Paid Social,70.00,EUR,linkedin",
    "2026-03-15,Messe,Other,Event,900.00,EUR,",
    "2026-03-31,LinkedIn,Media,Paid Social,110.00,EUR,linkedin",
    "2026-03-31,,People,,500.00,EUR,",
  ),
  /** Gil is a lead of the form; Ana sent it, too; Hal gave no answer that is one. */
  "forms.csv": lines(
    "Entry,Mail,Name,Sent on,Do you plan to buy this year?",
    "f1,gil@new6.example,Gil Gray,2026-02-10,Ja",
    "f2,ana@new1.example,Ana Diaz,2026-03-04,Ja",
    "f3,hal@new7.example,Hal Hay,2026-02-11,perhaps",
    "f4,ivy@new8.example,Ivy Ink,2026-02-12,no",
  ),
  /** Vendors' leads: Ana twice, a rival, one returned, one without an answer. */
  "syndication.csv": lines(
    "Marketo Program Name,First Name,Last Name,Email Address,Company Name,Country,Asset Title,Delivery Date,Lead Status,CPL,Currency,Intent",
    "CS-1,Ana,Diaz,ana@new1.example,=New,Germany,Guide,2026-03-05,Accepted,60,EUR,Yes",
    "CS-1,Bob,Stone,bob@new2.example,Two,Germany,Guide,2026-03-06,Accepted,60,EUR,No",
    "CS-1,Cy,Zed,cy@rival.example,Rival,Germany,Guide,2026-03-06,Accepted,60,EUR,Yes",
    "CS-1,Di,Fox,di@new3.example,Drei,France,Guide,2026-03-07,Rejected,0,EUR,Yes",
    "CS-1,Ed,Fix,ed@new4.example,Vier,France,Guide,2026-03-07,Accepted,60,EUR,",
    "CS-1,Ana,Diaz,ana@new1.example,=New,Germany,Report,2026-03-08,Accepted,60,EUR,Yes",
    "CS-1,Flo,Roy,flo@new5.example,Cinq,France,Guide,2026-03-09,Accepted,60,EUR,Yes",
  ),
  /** Old left its list before the end of the quarter. */
  "targets.csv": lines(
    "Account,Domain,List,Since,Until,Wanted roles",
    "Firm Five,firm5.example,ABM North,2026-01-01,,CFO;IT",
    "Firm Two,firm2.example,ABM North,2026-01-01,,CFO;IT",
    "Firm Nine,firm9.example,ABM South,2026-02-01,,CFO",
    "Firm Old,firm1.example,ABM South,2025-01-01,2026-03-01,CFO",
  ),
  "briefings.csv": lines(
    "Visitor,Mail,Job title,Company,Came on",
    "v1,c5@firm5.example,CFO,Firm Five,2026-03-10",
    "v2,c5@firm5.example,CFO,Firm Five,2026-03-20",
    "v3,c2@firm2.example,Head of IT,Firm Two,2026-02-10",
    "v4,c1@firm1.example,CFO,Firm Old,2026-03-11",
  ),
} as const satisfies Record<string, string>;

/** A folder with the team's `leadline.yaml`, and one with its exports. */
export function teamFiles(): {
  readonly template: string;
  readonly file: (name: keyof typeof FILES) => string;
  readonly folders: readonly string[];
} {
  const template = mkdtempSync(join(tmpdir(), "leadline-team-"));
  const exports = mkdtempSync(join(tmpdir(), "leadline-exports-"));
  writeFileSync(join(template, "leadline.yaml"), SETTINGS);
  mkdirSync(join(template, "presets", "team_companies"), { recursive: true });
  writeFileSync(join(template, "presets", "team_companies", "preset.yaml"), COMPANIES);
  mkdirSync(join(template, "presets", "team_forms"));
  writeFileSync(join(template, "presets", "team_forms", "preset.yaml"), FORMS);
  mkdirSync(join(template, "presets", "team_briefings"));
  writeFileSync(join(template, "presets", "team_briefings", "preset.yaml"), BRIEFINGS);
  mkdirSync(join(template, "presets", "team_visits"));
  writeFileSync(join(template, "presets", "team_visits", "preset.yaml"), VISITS);
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(exports, name), text);
  return { template, file: (name) => join(exports, name), folders: [template, exports] };
}
