/** Which file fills a KPI that no source feeds yet. */
export const fills = {
  traffic: "A GA4 traffic export fills it.",
  content: "A GA4 pages export fills it.",
  conversion: "GA4 and CRM exports fill it.",
  advertising: "Ad platform reports fill it.",
  email: "An e-mail tool's campaign report or events fill it.",
  programs: "Webinar, trade-fair, direct-mail or vendor lists fill it.",
  search: "A Google Search Console export fills it.",
  social: "Post exports of LinkedIn, X or WeChat fill it.",
  accounts: "A list of target accounts and a CRM export fill it.",
  people: "A CRM export of contacts or leads fills it.",
  deals: "A CRM export of deals fills it.",
  subscriptions: "A Stripe subscriptions export fills it.",
  cost: "A cost sheet and CRM deals fill it.",
} as const;

/** Where that file is exported, in the tools that most teams have. */
export const export_from = {
  traffic: "GA4 → Explore, with “Date” and “Session default channel group” → Export → CSV",
  content: "GA4 → Explore, with “Date” and “Page path” → Export → CSV",
  conversion: "GA4 → Explore, with “Date” → Export → CSV; HubSpot → Contacts → Export",
  advertising: "Google Ads → Campaigns → Segment → Day → Download; LinkedIn, Meta, Baidu likewise",
  email: "Mailchimp → Reports → Export; Klaviyo → Campaigns → Export CSV",
  programs: "Zoom → Reports → Attendee Report → CSV; for fairs and gifts a sheet of your own",
  search: "Search Console → Performance → Export → CSV, “Dates”",
  social: "LinkedIn page → Analytics → Content → Export → “All posts”",
  accounts: "A sheet of your own: Account, Domain, List, Since",
  people: "HubSpot → Contacts → Export → all properties; Salesforce → leads report → Export",
  deals: "HubSpot → Deals → Export → all properties; Salesforce → opportunities report → Export",
  subscriptions: "Stripe → Subscriptions → Export → all columns",
  cost: "A sheet of your own: Date, Category, Channel, Amount, Currency",
} as const;
