/** Our own groups for B2B records; they stand before GA4's when a record carries them. */
export const B2B_CHANNELS = [
  "Webinar",
  "Direct Mail",
  "Content Syndication",
  "Event",
  "Sales Outbound",
  "Partner",
] as const;

/** GA4's default channel groups, in the order in which they are tried. */
const GA4_CHANNELS = [
  "Direct",
  "Cross-network",
  "Paid Shopping",
  "Paid Search",
  "Paid Social",
  "Paid Video",
  "Display",
  "Paid Other",
  "Organic Shopping",
  "Organic Social",
  "Organic Video",
  "AI Assistant",
  "Organic Search",
  "Referral",
  "Email",
  "Affiliates",
  "Audio",
  "SMS",
  "Mobile Push",
] as const;

export const UNASSIGNED = "Unassigned";

export const CHANNELS = [...B2B_CHANNELS, ...GA4_CHANNELS, UNASSIGNED] as const;
/** A workspace's own rules may give further channels. */
export type Channel = (typeof CHANNELS)[number];

/** Stored with a record's channel; a new number means that the same source may fall into another channel. */
export const CHANNEL_RULES_VERSION = 1;
