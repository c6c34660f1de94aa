import { VENDORS } from "./company.ts";
import { MINIMUM_MINUTES } from "./simulate/occasions.ts";

const MINIMUM = { minimum_minutes: String(MINIMUM_MINUTES) } as const;

/** How one export of the demo is loaded: as `leadline load DIR FILE --preset … --connection … --set …` would. */
export interface DemoLoad {
  /** Path below the demo's folder. */
  readonly file: string;
  readonly preset?: string;
  readonly connection?: string;
  readonly set?: Readonly<Record<string, string>>;
}

/** Which files belong to a connection of their own, or to a preset of the workspace. */
const RULES: readonly (readonly [RegExp, Omit<DemoLoad, "file">])[] = [
  [/^exports\/google-ads\/google-ads-us-/, { connection: "google-ads-us" }],
  [/^exports\/google-ads\/google-ads-de-/, { connection: "google-ads-de" }],
  [/^exports\/hubspot\/lifecycle-log/, { preset: "lotwerk_lifecycle_log", connection: "hubspot" }],
  [/^exports\/hubspot\/hubspot-companies/, { preset: "lotwerk_companies", connection: "hubspot" }],
  [/^exports\/sales\//, { preset: "lotwerk_calls", connection: "sales-calls" }],
  [/^exports\/hubspot\//, { connection: "hubspot" }],
  [/^exports\/meetings\//, { preset: "lotwerk_meetings", connection: "hubspot" }],
  [/^exports\/shop\//, { preset: "lotwerk_shop", connection: "shop" }],
  [/^exports\/content\//, { preset: "lotwerk_content_reads", connection: "reading-meter" }],
  [/^exports\/social\/follower/, { preset: "lotwerk_followers", connection: "social" }],
  [/^exports\/social\/linkedin/, { connection: "linkedin-page" }],
  [/^exports\/social\/account_analytics/, { connection: "x" }],
  [/^exports\/social\//, { preset: "wechat_official_account", connection: "weixin" }],
  [/^exports\/stripe\//, { connection: "stripe" }],
  [/^exports\/ocean-engine\//, { connection: "ocean-engine" }],
  [/^exports\/tencent-ads\//, { connection: "tencent-ads" }],
  [/^exports\/360\//, { connection: "qihoo-360" }],
  [/^exports\/xiaohongshu\//, { connection: "xiaohongshu" }],
  [/^exports\/bilibili\//, { connection: "bilibili" }],
  [/^exports\/search-console\//, { connection: "search-console" }],
  [/^exports\/email\/mailchimp/, { connection: "mailchimp" }],
  [/^exports\/email\/klaviyo/, { connection: "klaviyo" }],
  [/^exports\/email\/hubspot/, { connection: "hubspot-email", set: { program_type: "nurture" } }],
  [/^exports\/marketo\//, { preset: "marketo", connection: "marketo-us" }],
  [/^exports\/salesforce\//, { connection: "salesforce-us" }],
  [/^exports\/webinars\/zoom/, { connection: "zoom", set: { topic: "product", ...MINIMUM } }],
  [/^exports\/webinars\/on24/, { connection: "on24", set: MINIMUM }],
  ...VENDORS.map(
    ({ id, name, currency }) =>
      [
        new RegExp(`^exports/syndication/${id}-`),
        { connection: id, preset: "content_syndication", set: { vendor: name, currency } },
      ] as const,
  ),
  [/^exports\/direct-mail\//, { connection: "gifts" }],
  [/^exports\/fairs\//, { connection: "trade-fairs" }],
  [/^exports\/accounts\//, { connection: "target-accounts" }],
  [/^exports\/ga4\//, { connection: "ga4" }],
];

/** An export that says no day has its first and last day in its name. */
function daysInName(file: string): Pick<DemoLoad, "set"> {
  const [, from, to] = /(\d{4}-\d{2}-\d{2})-to-(\d{4}-\d{2}-\d{2})\.csv$/.exec(file) ?? [];
  return from === undefined || to === undefined ? {} : { set: { from, to } };
}

/** The exports in the order in which they were made: a later one replaces what it covers of an earlier one. */
export function loadOrder(files: readonly string[]): DemoLoad[] {
  return files
    .filter((file) => file.startsWith("exports/"))
    .map((file) => ({ file, ...RULES.find(([pattern]) => pattern.test(file))?.[1], ...daysInName(file) }));
}
