import type { Stage } from "../src/model/stages.ts";
import type { Day, Minute } from "./calendar.ts";
import type { Country, Currency, Fair, Vendor, WebinarTool } from "./company.ts";

/** Everything that happened in the made-up company, before any system has exported it. */
export interface World {
  /** First day that the exports cover: two years of whole months, and the month that has begun. */
  readonly start: Day;
  /** The day the exports were made. */
  readonly today: Day;
  /** The last day of which anything is known: the day before `today`. */
  readonly last: Day;
  readonly fx: readonly FxQuote[];
  readonly ads: readonly AdDay[];
  readonly sessions: readonly Session[];
  readonly shop: readonly ShopSession[];
  readonly reads: readonly Read[];
  readonly posts: readonly Post[];
  readonly audiences: readonly Audience[];
  readonly people: readonly Person[];
  readonly deals: readonly Deal[];
  readonly meetings: readonly Meeting[];
  readonly subscriptions: readonly Subscription[];
  readonly payments: readonly Payment[];
  readonly costs: readonly Cost[];
  readonly mailings: readonly Mailing[];
  readonly mails: readonly MailEvent[];
  readonly webinars: readonly Webinar[];
  readonly registrations: readonly Registration[];
  readonly fairs: readonly FairVisit[];
  readonly stands: readonly StandCount[];
  readonly vendorLeads: readonly VendorLead[];
  readonly gifts: readonly Gift[];
  readonly members: readonly CampaignMember[];
  readonly targets: readonly Target[];
  readonly searches: readonly SearchDay[];
  readonly queries: readonly SearchQuery[];
}

/** What one unit of `currency` is worth in EUR, quoted on banking days. */
export interface FxQuote {
  readonly day: Day;
  readonly currency: Currency;
  readonly rate: number;
}

/** One campaign's day on its platform. Money in the account's currency. */
export interface AdDay {
  readonly campaign: string;
  readonly day: Day;
  readonly impressions: number;
  readonly clicks: number;
  readonly cost: number;
  readonly conversions: number;
  readonly value: number;
  readonly leads: number;
  readonly formOpens: number;
  /** What the platform said when the days were first exported, before it restated them. */
  readonly first: { readonly cost: number; readonly conversions: number };
}

export interface Session {
  readonly day: Day;
  readonly minute: number;
  /** Index into `WEB_SOURCES`. */
  readonly from: number;
  readonly country: Country;
  readonly device: Device;
  readonly visitor: number;
  readonly engaged: boolean;
  /** Lead forms completed. */
  readonly forms: number;
  /** False while the tag was broken: it happened, but no system knows. */
  readonly tracked: boolean;
}

export const DEVICES = ["desktop", "mobile", "tablet"] as const;
export type Device = (typeof DEVICES)[number];

export interface ShopSession {
  readonly key: string;
  readonly startUtc: Minute;
  /** The business day in Berlin. */
  readonly day: Day;
  readonly visitor: string;
  readonly source: string;
  readonly medium: string;
  readonly campaign: string;
  readonly keyword: string;
  readonly channel: string;
  readonly country: Country;
  readonly device: Device;
  readonly landing: string;
  readonly isNew: boolean;
  readonly engaged: boolean;
  readonly pageViews: number;
  readonly seconds: number;
  readonly orders: number;
  readonly forms: number;
  readonly newsletter: number;
  readonly videos: number;
  readonly cart: boolean;
  readonly revenue: number;
}

export interface Read {
  readonly day: Day;
  readonly reader: string;
  readonly page: string;
  readonly source: string;
  readonly medium: string;
  readonly channel: string;
  readonly country: Country;
  readonly device: Device;
  readonly seconds: number;
  /** Percent of the page. */
  readonly depth: number;
}

export const NETWORKS = ["linkedin", "weixin", "x"] as const;
export type Network = (typeof NETWORKS)[number];

/** A post with what it had reached when the export was made; `sponsored` ones are in the ads' reports too. */
export interface Post {
  readonly id: string;
  readonly day: Day;
  readonly network: Network;
  readonly channel: string;
  readonly title: string;
  readonly author: string;
  readonly sponsored: boolean;
  readonly views: number;
  readonly clicks: number;
  readonly likes: number;
  readonly shares: number;
  readonly comments: number;
  /** Who followed from the post itself. */
  readonly follows: number;
}

/** A week's followers of an account, as the agency writes them down on Fridays. */
export interface Audience {
  readonly day: Day;
  readonly network: Network;
  readonly channel: string;
  readonly gained: number;
  readonly followers: number;
}

/** Stage times as some system recorded them, on the Berlin clock; a stage that no system recorded is absent. */
export interface Journey {
  readonly entered: Partial<Record<Stage, Minute>>;
  /** Sent back by sales. */
  recycled?: Minute;
  /** The deal of the journey was lost. */
  lost?: Minute;
}

export type PersonKind = "prospect" | "test" | "internal" | "competitor" | "customer";

export interface Alias {
  readonly id: number;
  readonly email: string;
  readonly lead: Minute;
  readonly created: Minute;
}

export interface Person {
  readonly id: number;
  readonly kind: PersonKind;
  readonly email: string;
  readonly first: string;
  readonly last: string;
  readonly job: string;
  readonly company: Company | null;
  readonly country: Country;
  readonly channel: string;
  readonly origin: readonly [string, string, string];
  readonly created: Minute;
  readonly subscribed: Minute | null;
  readonly firstForm: string;
  readonly journeys: Journey[];
  /** Need, budget, authority, fit: what the first sales call found out; null = not asked. */
  readonly answers: readonly (boolean | null)[];
  /** Records that a clean-up merged into this one. */
  readonly aliases: Alias[];
  readonly owner: string;
}

export interface Company {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly country: Country;
  /** Relative deal size. */
  readonly size: number;
}

export type DealType = "new" | "expansion" | "renewal";

export interface Deal {
  readonly id: number;
  readonly name: string;
  readonly type: DealType;
  readonly company: Company;
  readonly people: readonly Person[];
  readonly channel: string;
  readonly country: Country;
  readonly currency: Currency;
  /** Null where sales has not entered one. */
  readonly amount: number | null;
  readonly created: Minute;
  readonly status: "open" | "won" | "lost";
  /** Closed on, or expected to. */
  readonly close: Minute;
  readonly stages: readonly { readonly stage: string; readonly at: Minute }[];
  readonly owner: string;
  readonly kind: "real" | "test";
}

export interface Meeting {
  readonly id: string;
  readonly person: Person;
  readonly booked: Minute;
  readonly held: Minute;
  readonly status: "booked" | "held" | "no_show" | "cancelled";
}

export interface Subscription {
  readonly id: string;
  readonly customer: string;
  readonly name: string;
  readonly email: string;
  readonly country: Country;
  readonly company: Company | null;
  readonly startUtc: Minute;
  readonly endUtc: Minute | null;
  readonly canceledUtc: Minute | null;
  /** Monthly. */
  readonly mrr: number;
  readonly interval: "month" | "year";
  readonly currency: Currency;
}

export interface Payment {
  readonly id: string;
  readonly subscription: Subscription;
  readonly atUtc: Minute;
  readonly amount: number;
  readonly refunded: number;
  readonly currency: Currency;
  readonly mode: "Live" | "Test";
  readonly status: "Paid" | "Failed" | "Refunded";
  readonly text: string;
}

export interface Cost {
  readonly day: Day;
  readonly vendor: string;
  readonly category: string;
  readonly channel: string;
  readonly country: Country | "";
  /** The ad platform whose own figures this row repeats. */
  readonly platform: string;
  readonly memo: string;
  readonly amount: number;
  readonly currency: Currency;
}

/** A mailing as its tool's report tells it in the end. */
export interface Mailing {
  readonly id: string;
  readonly tool: "mailchimp" | "klaviyo";
  readonly at: Minute;
  readonly title: string;
  readonly subject: string;
  readonly list: string;
  readonly tags: string;
  readonly sent: number;
  readonly softBounces: number;
  readonly hardBounces: number;
  /** Persons, machines among them. */
  readonly opens: number;
  /** Persons whose mail program opened by itself; null: the tool does not tell. */
  readonly machineOpens: number | null;
  readonly totalOpens: number;
  readonly clicks: number;
  readonly totalClicks: number;
  readonly unsubscribes: number;
  readonly complaints: number;
  /** Orders and revenue that the tool ascribes to itself. */
  readonly orders: number;
  readonly revenue: number;
}

export const MAIL_EVENTS = ["sent", "bounce", "open", "click", "unsubscribe", "complaint"] as const;

/** One thing that happened to one nurture mail. */
export interface MailEvent {
  readonly id: string;
  /** Who sent it; Marketo names a mailing by its number and name, HubSpot by its number. */
  readonly tool: "hubspot" | "marketo";
  readonly mailing: string;
  readonly person: Person;
  /** On the Berlin clock. */
  readonly at: Minute;
  readonly type: (typeof MAIL_EVENTS)[number];
  /** A mail program or a security scanner did it. */
  readonly machine: boolean;
}

export interface Webinar {
  readonly id: string;
  readonly tool: WebinarTool;
  readonly name: string;
  /** Only Zoom's reports are loaded with one. */
  readonly topic: "product" | "";
  readonly starts: Minute;
  readonly minutes: number;
  readonly countries: readonly Country[];
}

/** One line of registration; who registers twice has two. */
export interface Registration {
  readonly id: number;
  readonly webinar: Webinar;
  /** Null: somebody whom the CRM does not know. */
  readonly person: Person | null;
  readonly email: string;
  readonly first: string;
  readonly last: string;
  readonly country: Country;
  readonly registered: Minute;
  readonly cancelled: boolean;
  readonly joins: readonly { readonly from: Minute; readonly to: Minute }[];
  /** Minutes of the recording, and the day it was watched. */
  readonly archive: number;
  readonly watched: Minute | null;
  readonly asked: boolean;
}

/** Somebody at the stand. */
export interface FairVisit {
  readonly fair: string;
  readonly place: Fair["id"];
  readonly day: Day;
  readonly person: Person;
  readonly talk: boolean;
  readonly items: number;
  readonly host: string;
}

/** What a stand counted over all days of its fair, under the first of them. */
export interface StandCount {
  readonly fair: string;
  readonly place: Fair["id"];
  readonly day: Day;
  readonly items: number;
  readonly talks: number;
}

export interface VendorLead {
  readonly vendor: Vendor;
  readonly programme: string;
  readonly day: Day;
  /** Null: turned away before it reached the CRM. */
  readonly person: Person | null;
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly company: string;
  readonly job: string;
  readonly country: Country;
  readonly asset: string;
  readonly status: string;
  /** What the vendor's first list said, where a later one corrects it. */
  readonly firstStatus: string;
  readonly intent: boolean | null;
}

export interface Gift {
  readonly id: string;
  readonly campaign: string;
  readonly type: "physical" | "egift";
  readonly name: string;
  readonly person: Person;
  readonly tier: string;
  readonly status: "delivered" | "redeemed" | "expired" | "undeliverable";
  readonly sent: Day;
  readonly delivered: Day | null;
  readonly claimed: Day | null;
  readonly met: Day | null;
  readonly value: number;
  readonly cost: number;
  readonly currency: Currency;
}

export interface Target {
  readonly name: string;
  readonly domain: string;
  readonly country: Country;
  /** Null: nobody in the CRM works there. */
  readonly company: Company | null;
  readonly list: string;
  readonly since: Day;
  readonly until: Day | null;
  readonly roles: readonly string[];
  readonly owner: string;
}

/** A member of a campaign in the CRM of the American office. */
export interface CampaignMember {
  readonly id: string;
  readonly campaign: string;
  readonly campaignId: string;
  readonly parent: string;
  readonly type: string;
  readonly person: Person;
  readonly status: string;
  readonly associated: Day;
  /** Null: did not respond. */
  readonly responded: Day | null;
}

export interface SearchDay {
  readonly day: Day;
  readonly clicks: number;
  readonly impressions: number;
  /** Mean position, as the report rounds it. */
  readonly position: number;
}

export interface SearchQuery {
  readonly query: string;
  readonly clicks: number;
  readonly impressions: number;
  readonly position: number;
}
