import { z } from "zod";

const written = z.record(z.string(), z.union([z.string(), z.array(z.union([z.string(), z.number().int()]))]));

/** As it stands in `leadline.yaml`: a campaign with its other names, or another name with its campaign. */
export type WrittenAliases = z.infer<typeof written>;

interface Alias {
  readonly alias: string;
  readonly campaign: string;
  /** Where it stands in the setting. */
  readonly path: readonly (string | number)[];
}

/** Names are the same campaign's whatever their case and the blanks around them. */
export function campaignKey(name: string): string {
  return name.trim().toLowerCase();
}

function aliasesOf(setting: WrittenAliases): readonly Alias[] {
  const all = Object.entries(setting).flatMap(([key, value]): Alias[] =>
    typeof value === "string"
      ? [{ alias: key, campaign: value, path: [key] }]
      : value.map((alias, place) => ({ alias: String(alias), campaign: key, path: [key, place] })),
  );
  return all.filter(({ alias, campaign }) => campaignKey(alias) !== "" && campaignKey(campaign) !== "");
}

/**
 * The campaign that each other name stands for, by `campaignKey`; the campaigns' own names among them, so that they are
 * found in any case.
 */
export function campaignNames(setting: WrittenAliases): ReadonlyMap<string, string> {
  const aliases = aliasesOf(setting);
  return new Map([
    ...aliases.map(({ campaign }) => [campaignKey(campaign), campaign.trim()] as const),
    ...aliases.map(({ alias, campaign }) => [campaignKey(alias), campaign.trim()] as const),
  ]);
}

/** Other name -> campaign, one pair an alias, whichever way they are written. */
export function aliasPairs(setting: WrittenAliases): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(setting).flatMap(([key, value]) =>
      typeof value === "string" ? [[key, value]] : value.map((alias) => [String(alias), key]),
    ),
  );
}

const REMEDY = "Leave it under one of the two; two campaigns that are one take the same name.";

/** The setting `campaign_aliases`; a name that would stand for two campaigns is refused where it stands. */
export const campaignAliasesSchema = written.superRefine((setting, context) => {
  const aliases = aliasesOf(setting);
  const names = new Map<string, string>();
  for (const { campaign, path } of aliases) {
    const known = names.get(campaignKey(campaign)) ?? campaign.trim();
    names.set(campaignKey(campaign), known);
    if (known === campaign.trim()) continue;
    const message = `"${known}" and "${campaign.trim()}" differ in case only.`;
    context.addIssue({ code: "custom", path: [...path], message, params: { remedy: "Write the name in one way." } });
  }
  const stands = new Map<string, string>();
  for (const { alias, campaign, path } of aliases) {
    const key = campaignKey(alias);
    const own = names.get(key);
    const other = stands.get(key) ?? (own === undefined ? undefined : own);
    stands.set(key, other ?? campaign.trim());
    if (other === undefined || campaignKey(other) === campaignKey(campaign)) continue;
    const message = `"${alias}" would stand for two campaigns, "${other}" and "${campaign.trim()}".`;
    context.addIssue({ code: "custom", path: [...path], message, params: { remedy: REMEDY } });
  }
});
