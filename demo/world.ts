import type { Stage } from "../src/model/stages.ts";
import type { Day, Minute } from "./calendar.ts";
import type { Country, Currency } from "./company.ts";

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
  readonly people: readonly Person[];
  readonly deals: readonly Deal[];
  readonly meetings: readonly Meeting[];
  readonly subscriptions: readonly Subscription[];
  readonly payments: readonly Payment[];
  readonly costs: readonly Cost[];
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

export interface Post {
  readonly day: Day;
  readonly network: string;
  readonly channel: string;
  readonly country: Country;
  readonly title: string;
  readonly views: number;
  readonly likes: number;
  readonly shares: number;
  readonly comments: number;
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
