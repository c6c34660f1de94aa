import { accounts } from "./en/accounts.ts";
import { annotations } from "./en/annotations.ts";
import { audience } from "./en/audience.ts";
import { board } from "./en/board.ts";
import { card } from "./en/card.ts";
import { channel } from "./en/channel.ts";
import { channels } from "./en/channels.ts";
import { explore } from "./en/explore.ts";
import { export_from, fills } from "./en/fills.ts";
import { funnel } from "./en/funnel.ts";
import { gallery } from "./en/gallery.ts";
import { kpi } from "./en/kpi.ts";
import { kpis } from "./en/kpis.ts";
import { mapping } from "./en/mapping.ts";
import { palette } from "./en/palette.ts";
import { reconciliation } from "./en/reconciliation.ts";
import { routing } from "./en/routing.ts";
import { save } from "./en/save.ts";
import { settings } from "./en/settings.ts";
import { sources } from "./en/sources.ts";
import { tree } from "./en/tree.ts";
import { welcome } from "./en/welcome.ts";

/** Every text of the web app, in English; `zh.ts` has the same keys. A page's own texts stand in `en/` and `zh/`. */
export const en = {
  skip: "Skip to the content",
  nav: {
    label: "Parts of Leadline",
    board: "Boards",
    funnel: "Funnel",
    kpis: "KPIs",
    channels: "Channels",
    explore: "Explore",
    sources: "Sources",
  },
  boards: "Boards",
  close: "Close",
  language: "Language",
  theme: { label: "Colours", light: "Light", dark: "Dark", auto: "As the system" },
  missing: { title: "There is nothing at this address", home: "Go to the board" },
  period: {
    label: "Period",
    today: "Today",
    yesterday: "Yesterday",
    "this-week": "This week so far",
    "last-week": "Last week",
    "last-year": "Last year",
    "week-to-date": "Week to date",
    "month-to-date": "Month to date",
    "quarter-to-date": "Quarter to date",
    "year-to-date": "Year to date",
    last_days: "Last {{number}} days",
    last_weeks: "Last {{number}} weeks",
    last_months: "Last {{number}} months",
    last_quarters: "Last {{number}} quarters",
    last_years: "Last {{number}} years",
    months_to: "{{number}} months to {{period}}",
    "this-month": "This month so far",
    "last-month": "Last month",
    "this-quarter": "This quarter so far",
    "last-quarter": "Last quarter",
    "this-year": "This year so far",
    "last-12-months": "Last 12 months",
    quarter: "Q{{quarter}}",
    quarter_of: "Q{{quarter}} {{year}}",
    fiscal_year: "FY{{year}}",
    fiscal_quarter: "Q{{quarter}} FY{{year}}",
    year_before: "Year before",
    year_after: "Year after",
    earlier: "Period before",
    earlier_key: "Period before, key [",
    later: "Next period",
    later_key: "Next period, key ]",
    from: "From",
    to: "To",
    show: "Show",
  },
  compare: { previous: "against the period before", "last-year": "against a year earlier" },
  card,
  board,
  state: {
    ok: "",
    no_data: "No data",
    zero_denominator: "Nothing to divide by",
    immature: "Too early to judge",
    not_additive: "Does not add up",
    no_dimension: "Not known by this dimension",
    incomplete: "So far",
    too_few: "Too few to tell",
  },
  fills,
  export_from,
  kpi,
  annotations,
  tree,
  kpis,
  gallery,
  palette,
  sources,
  mapping,
  settings,
  channels,
  channel,
  accounts,
  routing,
  audience,
  reconciliation,
  save,
  explore,
  goal: { performance: "Performance", impact: "Impact", loyalty: "Loyalty" },
  race: { reach: "Reach", act: "Act", convert: "Convert", engage: "Engage" },
  timing: { leading: "Leading", lagging: "Lagging" },
  family: {
    search: "Organic search",
    programs: "Programs",
    advertising: "Advertising",
    content: "Content",
    conversion: "Conversion",
    email: "Email",
    events: "Events",
    funnel: "Leads and the funnel",
    money: "Money",
    traffic: "Traffic and reach",
    webinars: "Webinars",
    direct_mail: "Direct mail",
    syndication: "Content syndication",
  },
  funnel,
  value: { not_set: "(not set)", not_allocated: "(not allocated)" },
  error: {
    title: "This could not be shown",
    lost: "The server does not answer.",
    lost_remedy: "What you see is its last answer. The page looks for it and updates by itself.",
    again: "Try again",
  },
  welcome,
  data: "Data up to {{day}}",
  notes: "Notes",
} as const;
