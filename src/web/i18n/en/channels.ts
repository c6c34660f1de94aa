export const channels = {
  title: "Channels",
  intro: "What each channel costs and brings, side by side.",
  spend_share: "Share of cost",
  lead_share: "Share of leads",
  caption: "KPIs by channel",
  refused: "{{name}}: {{reason}}",
} as const;
