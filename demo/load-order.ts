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
  [/^exports\/social\//, { preset: "lotwerk_social_posts", connection: "social" }],
  [/^exports\/stripe\//, { connection: "stripe" }],
  [/^exports\/ga4\//, { connection: "ga4" }],
];

/** The exports in the order in which they were made: a later one replaces what it covers of an earlier one. */
export function loadOrder(files: readonly string[]): DemoLoad[] {
  return files
    .filter((file) => file.startsWith("exports/"))
    .map((file) => ({ file, ...RULES.find(([pattern]) => pattern.test(file))?.[1] }));
}
