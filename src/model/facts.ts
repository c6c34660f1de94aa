import { type ColumnKind, type Columns, dims } from "./columns.ts";

/**
 * How a later load meets an earlier one of the same fact.
 * - `segment`: replaces the part it covers (connection, grain, filter scope, date range);
 * - `entity`: the newest row of an `external_id` (per system and connection) stands;
 * - `history`: rows accumulate; the same (connection, external_id) again replaces the earlier one.
 */
export type Loading = "segment" | "entity" | "history";

export interface Fact {
  readonly id: string;
  readonly loading: Loading;
  /** The business day by which rows fall into periods; null for pure entities. */
  readonly date: string | null;
  /** Last day of a row that covers a range; such a row counts only where the whole range fits the period. */
  readonly dateTo?: string;
  /** Rows carry the set of dimensions their export was broken down by, in the column `grain`. */
  readonly preAggregated?: true;
  readonly columns: Columns;
  /** Columns that must not be null or empty. */
  readonly required: readonly string[];
  /** Sort key after load_no. */
  readonly order: readonly string[];
}

/** On every loaded fact. `system` is the exporting system (google_ads); the dimension `source` is the traffic source. */
export const PROVENANCE = {
  system: "dim",
  connection: "dim",
  external_id: "id",
  load_no: "int",
  raw_row: "int",
} as const satisfies Columns;

const acquisition = dims("channel", "source", "medium", "campaign", "program", "content", "creative", "keyword");
const everyDim = {
  ...acquisition,
  ...dims("country", "segment", "product", "account", "owner"),
} as const satisfies Columns;

const webMeasures = {
  sessions: "int",
  engaged_sessions: "int",
  single_page_sessions: "int",
  new_visitor_sessions: "int",
  users: "int", // not additive
  new_users: "int", // not additive
  page_views: "int",
  macro_conversions: "decimal",
  micro_conversions: "decimal",
  carts: "int",
  orders: "int",
  revenue: "money",
  currency: "dim",
} as const satisfies Columns;

const adColumns = {
  platform: "dim",
  ad_account: "dim",
  campaign_id: "id",
  ad_group_id: "id",
  ad_group: "dim",
  ad_id: "id",
  ...acquisition,
  ...dims("country", "device", "product", "segment"),
  grain: "dim",
  attributes: "attributes",
  currency: "dim",
  cost: "money",
  impressions: "int",
  clicks: "int",
  clicks_all: "int",
  landing_clicks: "int",
  form_opens: "int",
  platform_leads: "decimal",
  conversions: "decimal",
  conversions_click: "decimal",
  conversions_view: "decimal",
  conversion_value: "money",
} as const satisfies Columns;

const webColumns = {
  ...acquisition,
  ...dims("country", "device", "landing_page"),
  grain: "dim",
  attributes: "attributes",
  ...webMeasures,
} as const satisfies Columns;

/** How a site shows in a search engine's results. */
const searchColumns = {
  ...acquisition,
  ...dims("country", "device", "landing_page"),
  grain: "dim",
  attributes: "attributes",
  impressions: "int",
  clicks: "int",
  /** Position × impressions, so that an average position is a quotient of sums. */
  position_sum: "decimal",
} as const satisfies Columns;

/** The facts that presets write. A new fact is an entry here; the schema, the loader and the docs follow from it. */
export const FACTS = {
  web_session: {
    loading: "segment",
    date: "date",
    columns: {
      date: "date",
      started_at: "time?",
      visitor_id: "id", // "" = unknown
      ...acquisition,
      ...dims("country", "device", "landing_page"),
      attributes: "attributes",
      is_new: "flag",
      engaged: "flag",
      page_views: "int",
      engaged_seconds: "decimal",
      macro_conversions: "int",
      micro_conversions: "int",
      cart: "flag",
      ordered: "flag",
      revenue: "money",
      currency: "dim",
    },
    required: ["date"],
    order: ["date"],
  },
  web_daily: {
    loading: "segment",
    date: "date",
    preAggregated: true,
    columns: { date: "date", ...webColumns },
    required: ["date"],
    order: ["date"],
  },
  web_period: {
    loading: "segment",
    date: "date",
    dateTo: "date_to",
    preAggregated: true,
    columns: { date: "date", date_to: "date", ...webColumns },
    required: ["date", "date_to"],
    order: ["date"],
  },
  content_read: {
    loading: "segment",
    date: "date",
    columns: {
      date: "date",
      visitor_id: "id",
      ...acquisition,
      ...dims("country", "device", "landing_page"),
      attributes: "attributes",
      seconds: "decimal",
      depth: "decimal", // share of the page consumed, 0 to 1
    },
    required: ["date"],
    order: ["date"],
  },
  social_post: {
    loading: "segment",
    date: "date",
    columns: {
      date: "date",
      ...acquisition,
      ...dims("country"),
      attributes: "attributes",
      views: "int",
      likes: "int",
      shares: "int",
      comments: "int",
      followers_gained: "int",
      followers: "int", // stock at the end of the day
    },
    required: ["date"],
    order: ["date"],
  },
  search_daily: {
    loading: "segment",
    date: "date",
    preAggregated: true,
    columns: { date: "date", ...searchColumns },
    required: ["date"],
    order: ["date"],
  },
  search_period: {
    loading: "segment",
    date: "date",
    dateTo: "date_to",
    preAggregated: true,
    columns: { date: "date", date_to: "date", ...searchColumns },
    required: ["date", "date_to"],
    order: ["date"],
  },
  ad_daily: {
    loading: "segment",
    date: "date",
    preAggregated: true,
    columns: { date: "date", ...adColumns },
    required: ["date"],
    order: ["date"],
  },
  ad_period: {
    loading: "segment",
    date: "date",
    dateTo: "date_to",
    preAggregated: true,
    columns: { date: "date", date_to: "date", ...adColumns },
    required: ["date", "date_to"],
    order: ["date"],
  },
  cost: {
    loading: "segment",
    date: "date",
    columns: {
      date: "date",
      vendor: "dim",
      /** media, tools, people, travel, agency, content, other | sales, business_development | serving */
      category: "dim",
      gl_account: "dim",
      memo: "text",
      ...everyDim,
      attributes: "attributes",
      basis: "dim", // platform, ledger, manual
      /** The ad platform whose own figures this cost repeats, or "". */
      platform: "dim",
      amount: "money",
      currency: "dim",
    },
    required: ["date", "amount", "currency", "category"],
    order: ["date"],
  },
  fx_rate: {
    loading: "history",
    date: "date",
    columns: {
      date: "date",
      currency: "dim",
      base: "dim",
      /** Units of `base` for one unit of `currency`. */
      rate: "rate",
    },
    required: ["date", "currency", "base", "rate"],
    order: ["date"],
  },
  person: {
    loading: "entity",
    date: null,
    columns: {
      email_hash: "id", // "" = no e-mail
      mail_domain: "dim",
      company: "text",
      created_date: "date?",
      ...everyDim,
      attributes: "attributes",
      need: "flag",
      budget: "flag",
      authority: "flag",
      fit: "flag",
      is_test: "flag",
      lead_status: "dim",
    },
    required: [],
    order: ["external_id"],
  },
  person_identity: {
    loading: "history",
    date: null,
    columns: {
      /** The record that lives on; `external_id` is the alias that was merged into it. */
      person_id: "id",
      email_hash: "id",
    },
    required: ["person_id"],
    order: ["external_id"],
  },
  account: {
    loading: "entity",
    date: null,
    columns: {
      name: "text",
      domain: "dim",
      ...dims("country", "segment", "owner"),
      attributes: "attributes",
      is_target: "flag",
      customer_since: "date?",
    },
    required: [],
    order: ["external_id"],
  },
  stage_entry: {
    loading: "history",
    date: "date",
    columns: {
      person_id: "id",
      stage: "dim", // subscriber, lead, mql, sql, opportunity, won, lost, recycled
      date: "date",
      entered_at: "time?",
      evidence: "dim", // transition, became_date, snapshot, inferred
      ...everyDim,
      attributes: "attributes",
    },
    required: ["person_id", "stage", "date"],
    order: ["person_id"],
  },
  touch: {
    loading: "history",
    date: "date",
    columns: {
      person_id: "id",
      email_hash: "id",
      date: "date",
      touched_at: "time?",
      kind: "dim",
      ...everyDim,
      attributes: "attributes",
    },
    required: ["date"],
    order: ["date"],
  },
  meeting: {
    loading: "entity",
    date: "date",
    columns: {
      date: "date", // booked on
      meeting_date: "date?",
      person_id: "id",
      opportunity_id: "id",
      kind: "dim", // demo, discovery, …
      status: "dim", // booked, held, no_show, cancelled
      ...everyDim,
      attributes: "attributes",
    },
    required: ["date"],
    order: ["external_id"],
  },
  opportunity: {
    loading: "entity",
    date: "created_date",
    columns: {
      name: "text",
      account_id: "id",
      person_ids: "ids",
      type: "dim", // new, expansion, renewal
      stage: "dim",
      status: "dim", // open, won, lost
      created_date: "date?",
      close_date: "date?", // expected while open, actual once closed
      amount: "money",
      currency: "dim",
      probability: "decimal",
      ...everyDim,
      attributes: "attributes",
    },
    required: ["status"],
    order: ["external_id"],
  },
  opportunity_stage: {
    loading: "history",
    date: "date",
    columns: {
      opportunity_id: "id",
      from_stage: "dim",
      stage: "dim",
      date: "date",
      amount: "money",
      currency: "dim",
    },
    required: ["opportunity_id", "stage", "date"],
    order: ["opportunity_id"],
  },
  revenue: {
    loading: "entity",
    date: "date",
    columns: {
      date: "date",
      customer_id: "id",
      account_id: "id",
      opportunity_id: "id",
      person_id: "id",
      email_hash: "id",
      kind: "dim", // payment, refund, invoice, order
      ...everyDim,
      attributes: "attributes",
      amount: "money", // refunds negative
      currency: "dim",
    },
    required: ["date", "amount", "currency"],
    order: ["external_id"],
  },
  subscription: {
    loading: "entity",
    date: "started",
    columns: {
      customer_id: "id",
      account_id: "id",
      email_hash: "id",
      started: "date",
      ended: "date?",
      mrr: "money",
      currency: "dim",
      ...everyDim,
      attributes: "attributes",
    },
    required: ["started"],
    order: ["external_id"],
  },
  /** One mailing with its totals as the e-mail tool reports them; a later export brings the newer totals. */
  email_campaign: {
    loading: "entity",
    date: "date",
    columns: {
      date: "date", // sent on
      sent_at: "time?",
      name: "text",
      program_type: "dim", // nurture, accelerator, one_off
      ...everyDim,
      attributes: "attributes",
      sent: "int", // attempted after suppression
      delivered: "int",
      hard_bounces: "int",
      soft_bounces: "int",
      bounces: "int",
      unique_opens: "int", // persons, machine opens among them
      total_opens: "int",
      machine_opens: "int", // persons whose mail program opened by itself
      unique_clicks: "int", // persons
      total_clicks: "int",
      unsubscribes: "int",
      complaints: "int",
    },
    required: ["date"],
    order: ["external_id"],
  },
  email_event: {
    loading: "history",
    date: "date",
    columns: {
      campaign_id: "id", // the mailing's external_id
      person_id: "id",
      email_hash: "id",
      date: "date",
      occurred_at: "time?",
      event_type: "dim", // sent, delivered, hard_bounce, soft_bounce, open, click, unsubscribe, complaint
      /** 1 = no person did it; `machine_signal` names what gave it away. */
      is_machine: "flag",
      machine_signal: "dim",
      /** The program that opened or clicked, as the source reports it. */
      user_agent: "text",
      program_type: "dim",
      ...everyDim,
      attributes: "attributes",
    },
    required: ["date", "event_type", "campaign_id"],
    order: ["date"],
  },
  /** A webinar, a trade fair or another event. */
  event: {
    loading: "entity",
    date: "date",
    columns: {
      /** The event of which this record tells one day; empty: the record tells the whole event. */
      event_id: "id",
      date: "date", // begins on
      starts_at: "time?",
      ends_at: "time?",
      duration_minutes: "decimal",
      event_name: "dim",
      event_kind: "dim", // webinar, fair, …
      topic: "dim", // thought_leadership, general, product
      /** Live minutes from which somebody counts as an attendee. */
      minimum_minutes: "decimal",
      items_given: "int",
      talks_held: "int",
      ...everyDim,
      attributes: "attributes",
    },
    required: ["date"],
    order: ["external_id"],
  },
  /** A person at an event; one row per join where the source reports joins. */
  participation: {
    loading: "history",
    date: "date",
    columns: {
      event_id: "id", // the event's external_id
      person_id: "id",
      email_hash: "id",
      date: "date?", // the event's day; an event record knows better
      registered_at: "time?",
      joined_at: "time?",
      left_at: "time?",
      live_minutes: "decimal",
      on_demand_minutes: "decimal",
      watched_on: "date?", // the recording
      asked: "flag", // a question, a poll or a survey answered
      talk_held: "flag",
      items_given: "int",
      role: "dim", // attendee, panelist, host
      status: "dim", // registered, attended, no_show, on_demand, cancelled, contact
      event_name: "dim",
      event_kind: "dim",
      topic: "dim",
      minimum_minutes: "decimal",
      ...everyDim,
      attributes: "attributes",
    },
    required: ["event_id"],
    order: ["event_id"],
  },
  /** A gift or another thing sent by direct mail. */
  gift: {
    loading: "entity",
    date: "date",
    columns: {
      date: "date", // sent on
      person_id: "id",
      email_hash: "id",
      gift_type: "dim", // physical, egift
      gift_name: "dim",
      status: "dim",
      delivered_date: "date?",
      claimed_date: "date?",
      met_date: "date?",
      gift_value: "money",
      cost: "money", // 0 where it expired or was refunded
      currency: "dim",
      lead_tier: "dim",
      ...everyDim,
      attributes: "attributes",
    },
    required: ["date"],
    order: ["external_id"],
  },
  /** A lead that a vendor delivered; only accepted ones are paid for. */
  vendor_lead: {
    loading: "entity",
    date: "date",
    columns: {
      date: "date", // delivered on
      person_id: "id",
      email_hash: "id",
      vendor: "dim",
      status: "dim", // accepted, rejected, duplicate
      reject_reason: "dim",
      /** The answer to the question about buying intent. */
      intent: "flag",
      price: "money",
      currency: "dim",
      ...everyDim,
      attributes: "attributes",
    },
    required: ["date", "status"],
    order: ["external_id"],
  },
  /** An account that the team has set out to win. */
  target_account: {
    loading: "entity",
    date: "date",
    columns: {
      date: "date", // on the list since
      until: "date?",
      name: "text",
      domain: "dim",
      list: "dim",
      /** Roles of the buying group, as they stand in job titles or in the field role. */
      wanted_roles: "ids",
      ...dims("country", "segment", "product", "owner"),
      attributes: "attributes",
    },
    required: ["date"],
    order: ["external_id"],
  },
} as const satisfies Record<string, Omit<Fact, "id">>;

export type FactId = keyof typeof FACTS;
export const FACT_IDS = Object.keys(FACTS) as FactId[];

export function fact(id: FactId): Fact {
  return { id, ...FACTS[id] };
}

export function isFactId(id: string): id is FactId {
  return Object.hasOwn(FACTS, id);
}

/**
 * The tables that a build derives from all visible loads, tagged with `build_no`. KPIs about people, deals, revenue
 * and customers read these; they keep excluded rows with the rule's name in `excluded` so that a receipt can count them.
 */
export const DERIVED = {
  /** One row per person, journey and stage, at the day the stage was entered. */
  funnel_entry: {
    date: "date",
    columns: {
      person_key: "id",
      journey: "int",
      stage: "dim", // lead, mql, sql, opportunity, won
      date: "date",
      inferred: "flag",
      evidence: "dim",
      ...everyDim,
      attributes: "attributes",
      need: "flag",
      budget: "flag",
      authority: "flag",
      fit: "flag",
      lead_date: "date?",
      mql_date: "date?",
      sql_date: "date?",
      opportunity_date: "date?",
      won_date: "date?",
      lost_date: "date?", // the journey ended without a win: the deal lost, or the person recycled
      demo_date: "date?",
      demo_held_date: "date?",
      excluded: "dim",
      load_no: "int",
      raw_row: "int",
    },
    order: ["stage", "date"],
  },
  /** Long form of deals: one row per opportunity and event. */
  deal_event: {
    date: "date",
    columns: {
      opportunity_id: "id",
      account_key: "id", // "" = no account known
      event: "dim", // created, won, lost
      date: "date",
      created_date: "date?",
      won_date: "date?",
      lost_date: "date?",
      closed_date: "date?", // won or lost on; null while open
      expected_close: "date?",
      status: "dim",
      deal_stage: "dim",
      type: "dim",
      amount: "money",
      currency: "dim",
      is_first_win: "flag", // the account's first won deal: a new customer
      sourced: "flag", // by the workspace's sourced rule
      ...everyDim,
      attributes: "attributes",
      excluded: "dim",
      load_no: "int",
      raw_row: "int",
    },
    order: ["event", "date"],
  },
  meeting_entry: {
    date: "date",
    columns: {
      meeting_id: "id",
      person_key: "id",
      date: "date",
      meeting_date: "date?",
      kind: "dim",
      status: "dim",
      ...everyDim,
      attributes: "attributes",
      excluded: "dim",
      load_no: "int",
      raw_row: "int",
    },
    order: ["date"],
  },
  revenue_entry: {
    date: "date",
    columns: {
      revenue_id: "id",
      date: "date",
      customer_key: "id",
      kind: "dim",
      sourced: "flag",
      ...everyDim,
      attributes: "attributes",
      amount: "money",
      currency: "dim",
      excluded: "dim",
      load_no: "int",
      raw_row: "int",
    },
    order: ["date"],
  },
  /** One row per customer: from subscriptions where there are any, else from first to last revenue, else from won deals. */
  customer_life: {
    date: "started",
    columns: {
      customer_key: "id",
      started: "date",
      ended: "date?",
      mrr: "money",
      currency: "dim",
      ...everyDim,
      attributes: "attributes",
      excluded: "dim",
      load_no: "int",
      raw_row: "int",
    },
    order: ["started"],
  },
  /** One row per mailing, from its totals or else from its single events. Machine opens and clicks stand apart. */
  email_send: {
    date: "date",
    columns: {
      send_id: "id",
      date: "date",
      program_type: "dim",
      ...everyDim,
      attributes: "attributes",
      sent: "int",
      delivered: "int",
      hard_bounces: "int",
      soft_bounces: "int",
      bounces: "int",
      unique_opens: "int",
      total_opens: "int",
      machine_opens: "int",
      human_opens: "int",
      /** Human openers where they are told apart, clickers among them: a click implies an open. */
      openers: "int",
      unique_clicks: "int",
      /** Persons who clicked, those among them whose clicks all were a machine's. */
      raw_clickers: "int",
      machine_clicks: "int",
      total_clicks: "int",
      unsubscribes: "int",
      complaints: "int",
      load_no: "int",
      raw_row: "int",
    },
    order: ["date"],
  },
  /** One row per person and nurture programme, at the day the person first engaged in it. */
  nurture_entry: {
    date: "date",
    columns: {
      person_key: "id",
      date: "date",
      /** Days until the person entered stage MQL. */
      mql_days: "int",
      ...everyDim,
      attributes: "attributes",
      excluded: "dim",
      load_no: "int",
      raw_row: "int",
    },
    order: ["date"],
  },
  /** One row per person and event, all joins together. */
  participation_entry: {
    date: "date",
    columns: {
      event_id: "id",
      person_key: "id",
      date: "date", // the event's day
      event_name: "dim",
      event_kind: "dim",
      topic: "dim",
      registered: "flag", // before the live event ended, and not cancelled
      attended: "flag", // live, for at least the minimum minutes
      live_minutes: "decimal",
      on_demand: "flag", // watched the recording
      on_demand_minutes: "decimal",
      asked: "flag",
      talk_held: "flag",
      /** Days from the event (or from watching the recording) to the person's next stage or meeting. */
      next_step_days: "int",
      on_demand_next_step_days: "int",
      ...everyDim,
      attributes: "attributes",
      excluded: "dim",
      load_no: "int",
      raw_row: "int",
    },
    order: ["date"],
  },
  /** One row per event. */
  event_entry: {
    date: "date",
    columns: {
      event_id: "id",
      date: "date",
      event_name: "dim",
      event_kind: "dim",
      topic: "dim",
      items_given: "int",
      talks_held: "int",
      ...everyDim,
      attributes: "attributes",
      load_no: "int",
      raw_row: "int",
    },
    order: ["date"],
  },
  /** One row per gift, at the day it was delivered, else sent. */
  gift_entry: {
    date: "date",
    columns: {
      gift_id: "id",
      person_key: "id",
      date: "date",
      gift_type: "dim",
      gift_name: "dim",
      gift_value: "money",
      lead_tier: "dim",
      status: "dim",
      delivered: "flag",
      claimed: "flag",
      /** Days from delivery to the person's next meeting, told by the gift or by the meetings. */
      meeting_days: "int",
      cost: "money",
      currency: "dim",
      ...everyDim,
      attributes: "attributes",
      excluded: "dim",
      load_no: "int",
      raw_row: "int",
    },
    order: ["date"],
  },
  vendor_lead_entry: {
    date: "date",
    columns: {
      lead_id: "id",
      person_key: "id",
      date: "date",
      vendor: "dim",
      status: "dim",
      reject_reason: "dim",
      intent: "flag",
      price: "money",
      currency: "dim",
      ...everyDim,
      attributes: "attributes",
      load_no: "int",
      raw_row: "int",
    },
    order: ["date"],
  },
  /** Long form of target accounts: listed, a role wanted, a role known by a contact, an engagement of a contact. */
  target_event: {
    date: "date",
    columns: {
      account_key: "id",
      role_key: "id", // "" where no wanted role is concerned
      event: "dim", // listed, role_wanted, role_known, engaged
      date: "date",
      until: "date?", // off the list since
      list: "dim",
      buying_role: "dim",
      engagement: "dim", // touch, webinar, gift, email, meeting
      ...dims("country", "segment", "product", "account", "owner"),
      attributes: "attributes",
      load_no: "int",
      raw_row: "int",
    },
    order: ["event", "date"],
  },
  /** Persons (by e-mail hash) and mail domains that no advertising should be spent on: one row each and reason. */
  suppressed_contact: {
    date: "date",
    columns: {
      email_hash: "id", // "" = a mail domain
      mail_domain: "id", // "" = a person
      person_key: "id",
      reason: "id", // customer, open_opportunity, opted_out, excluded
      /** The exclusion rule, or the kind of opting out. */
      rule: "id",
      date: "date", // since; 1970-01-01 where no day is known
    },
    order: ["email_hash"],
  },
  /** Rates into the workspace's currency for every day and currency in use, filled forward from the last known day. */
  fx_daily: {
    date: "date",
    columns: {
      date: "date",
      currency: "dim",
      rate: "rate",
      known_on: "date", // the day the rate was quoted
    },
    order: ["currency", "date"],
  },
} as const satisfies Record<
  string,
  { readonly date: string; readonly columns: Columns; readonly order: readonly string[] }
>;

export type DerivedId = keyof typeof DERIVED;
export const DERIVED_IDS = Object.keys(DERIVED) as DerivedId[];
/** Anything a measure can read. */
export type TableId = FactId | DerivedId;

export function columnsOf(table: TableId): Columns {
  return table in FACTS ? FACTS[table as FactId].columns : DERIVED[table as DerivedId].columns;
}

export function columnKind(table: TableId, column: string): ColumnKind | undefined {
  return columnsOf(table)[column];
}

/** Dimensions whose value is the same for every row of a table, so that no column holds it: what platforms bill is media. */
export const CONSTANT_DIMENSIONS: Readonly<Partial<Record<TableId, Readonly<Record<string, string>>>>> = {
  ad_daily: { category: "media" },
  ad_period: { category: "media" },
};
