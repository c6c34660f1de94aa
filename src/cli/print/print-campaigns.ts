import { stringify } from "yaml";
import { formatValue } from "../../model/format/format-value.ts";
import { csvLine } from "../../service/audience/list-entries.ts";
import type { ListedCampaigns } from "../../service/campaigns/list-campaigns.ts";
import type { OpenWorkspace } from "../../service/workspace/open-workspace.ts";
import { type World, widthOf } from "../world.ts";
import { table } from "./table.ts";

const texts = {
  en: {
    titles: ["system", "name", "platform id", "spend", "sessions", "leads", "campaign"],
    likely: {
      same_text: (campaign: string) => `${campaign}? (reads alike)`,
      holds_id: (campaign: string) => `${campaign}? (holds its id)`,
      same_words: (campaign: string) => `${campaign}? (same words)`,
    },
    none: "No campaign cost or brought anything in the period.",
    put: "Read these over and put them into leadline.yaml:",
  },
  zh: {
    titles: ["系统", "名称", "平台 ID", "花费", "会话", "线索", "广告系列"],
    likely: {
      same_text: (campaign: string) => `${campaign}？（写法相同）`,
      holds_id: (campaign: string) => `${campaign}？（含其平台 ID）`,
      same_words: (campaign: string) => `${campaign}？（用词相同）`,
    },
    none: "本期没有广告系列产生费用或结果。",
    put: "请核对后写入 leadline.yaml：",
  },
} as const;

/** Names of campaigns with their figures and what each is likely another name of; then that as lines for the settings. */
export function printCampaigns(
  world: World,
  workspace: OpenWorkspace,
  { rows, currency, suggested }: ListedCampaigns,
): void {
  const { language } = workspace.settings;
  const words = texts[language];
  const shown = (value: number | null, unit: "money" | "count"): string =>
    value === null ? "" : formatValue(value, unit, { language, currency });
  if (rows.length === 0) {
    world.out(`${words.none}\n`);
    return;
  }
  world.out(
    table(
      words.titles.map((title, place) => ({
        title,
        align: place >= 3 && place <= 5 ? "right" : "left",
        wrap: place === 1 || place === 6,
        key: place < 2,
      })),
      rows.map(({ system, name, ids, spend, sessions, leads, campaign, likely }) => [
        system,
        name,
        ids.join(" "),
        shown(spend, "money"),
        shown(sessions, "count"),
        shown(leads, "count"),
        campaign ?? (likely === null ? "" : words.likely[likely.why](likely.campaign)),
      ]),
      widthOf(world),
    ),
  );
  if (Object.keys(suggested).length > 0)
    world.out(`\n${words.put}\n\n${stringify({ campaign_aliases: suggested }, { lineWidth: 0 })}`);
}

/** The same rows as CSV. */
export function campaignsCsv({ rows }: ListedCampaigns): string {
  const cell = (value: number | null): string => (value === null ? "" : String(value));
  const lines = [
    csvLine(["system", "name", "platform_ids", "spend", "sessions", "leads", "campaign", "likely", "why"]),
    ...rows.map(({ system, name, ids, spend, sessions, leads, campaign, likely }) =>
      csvLine([
        system,
        name,
        ids.join(" "),
        cell(spend),
        cell(sessions),
        cell(leads),
        campaign ?? "",
        likely?.campaign ?? "",
        likely?.why ?? "",
      ]),
    ),
  ];
  return lines.map((line) => `${line}\r\n`).join("");
}
