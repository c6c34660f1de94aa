import { campaignKey, campaignNames } from "../../model/campaign-aliases.ts";
import { countryCode } from "../../model/countries.ts";
import type { Where } from "../../model/measures.ts";
import type { Workspace } from "../../model/workspace.ts";

/** Which rows a KPI narrows a measure to, in the words in which rows are compared. */
export interface Narrowing {
  readonly narrowed: Where;
  /** Names of campaigns by `campaignKey`, where rows are chosen by their campaign. */
  readonly campaigns?: Readonly<Record<string, string>>;
}

const OPERATOR = /^(?:>=|<=|!=|>|<)\s*/;

/** A KPI's conditions as a breakdown would find the same rows: any name of a country or of a campaign will do. */
export function narrowing(where: Where, { campaign_aliases }: Pick<Workspace, "campaign_aliases">): Narrowing {
  const names = campaignNames(campaign_aliases);
  const canonical: Readonly<Record<string, (name: string) => string>> = {
    country: countryCode,
    campaign: (name) => names.get(campaignKey(name)) ?? name,
  };
  const narrowed = Object.entries(where).map(([column, values]) => {
    const own = canonical[column];
    return [column, own === undefined ? values : values.map((value) => read(value, own))] as const;
  });
  return {
    narrowed: Object.fromEntries(narrowed),
    ...(where.campaign === undefined || names.size === 0 ? {} : { campaigns: Object.fromEntries(names) }),
  };
}

function read(value: string | number, canonical: (name: string) => string): string | number {
  if (typeof value === "number") return value;
  const [operator = ""] = OPERATOR.exec(value) ?? [];
  const name = value.slice(operator.length);
  return name === "" ? value : `${operator}${canonical(name)}`;
}
