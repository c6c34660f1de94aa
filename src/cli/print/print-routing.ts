import { REASON_WORDS } from "../../service/audience/audience-texts.ts";
import type { RoutedLeads } from "../../service/routing/route-leads.ts";
import type { OpenWorkspace } from "../../service/workspace/open-workspace.ts";
import type { HandoutBatch } from "../../store/handout-ledger.ts";
import { type World, widthOf } from "../world.ts";
import { table } from "./table.ts";

const texts = {
  en: {
    titles: ["date", "list", "rule", "intent", "vendor", "channel", "campaign", "country", "lead"],
    would: (leads: number) => `${leads} leads would be handed out; --csv does it.`,
    handed: (leads: number, batch: string) =>
      `${leads} leads handed out as ${batch}; "leadline route DIR --again ${batch} --csv" shows them again.`,
    nothing: "There is no lead to hand out.",
    before: "handed out before",
    repeated: "another lead of the same person",
    notAccepted: "not accepted from the vendor",
    noRule: "without an answer that a rule takes",
    held: "held back",
    left: "Not handed out",
    none: "Nothing has been handed out yet.",
    batch: "batch",
    at: "at",
    leads: "leads",
  },
  zh: {
    titles: ["日期", "名单", "规则", "意向", "供应商", "渠道", "广告系列", "国家", "线索"],
    would: (leads: number) => `将分发 ${leads} 条线索；加 --csv 执行分发。`,
    handed: (leads: number, batch: string) =>
      `已分发 ${leads} 条线索，批次 ${batch}；可用 “leadline route DIR --again ${batch} --csv” 再次查看。`,
    nothing: "没有可分发的线索。",
    before: "此前已分发",
    repeated: "同一人的其他线索",
    notAccepted: "未被接受的供应商线索",
    noRule: "没有适用规则的意向答复",
    held: "暂缓",
    left: "未分发",
    none: "尚未分发过线索。",
    batch: "批次",
    at: "时间",
    leads: "线索数",
  },
} as const;

/** Who goes where, how many of each list, and who does not and why. */
export function printRouting(world: World, workspace: OpenWorkspace, routed: RoutedLeads, write: World["out"]): void {
  const { language } = workspace.settings;
  const words = texts[language];
  const { rows, lists, left, batch } = routed;
  if (write === world.out && rows.length > 0)
    write(
      `${table(
        words.titles.map((title, place) => ({
          title,
          wrap: place >= 4 && place <= 6,
          key: place === 0 || place === 8,
        })),
        rows.map((row) => [
          row.date,
          row.list,
          row.rule,
          row.intent,
          row.vendor,
          row.channel,
          row.campaign,
          row.country,
          row.lead,
        ]),
        widthOf(world),
      )}\n`,
    );
  for (const { list, leads } of lists) write(`${list}: ${leads}\n`);
  if (rows.length === 0) write(`${words.nothing}\n`);
  else write(`${batch === null ? words.would(rows.length) : words.handed(rows.length, batch)}\n`);
  const others = [
    [words.before, left.handed_out],
    [words.repeated, left.repeated],
    [words.notAccepted, left.not_accepted],
    [words.noRule, left.no_rule],
    ...left.held_back.map(({ reason, leads }) => [`${words.held}: ${REASON_WORDS[language][reason]}`, leads] as const),
  ] as const;
  const told = others.filter(([, leads]) => leads > 0).map(([why, leads]) => `${why} ${leads}`);
  if (told.length > 0) write(`${words.left}: ${told.join("; ")}\n`);
}

/** The former hand-outs, the newest first. */
export function printHandouts(world: World, workspace: OpenWorkspace, batches: readonly HandoutBatch[]): void {
  const words = texts[workspace.settings.language];
  const rows = batches.map(({ batch, at, lists }) => [
    batch,
    at,
    Object.entries(lists)
      .map(([list, leads]) => `${list} ${leads}`)
      .join(", "),
  ]);
  const shown = table([{ title: words.batch }, { title: words.at }, { title: words.leads }], rows);
  world.out(rows.length === 0 ? `${words.none}\n` : shown);
}
