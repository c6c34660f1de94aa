import { formatValue } from "../../model/format/format-value.ts";
import type { TargetAccount } from "../../service/accounts/list-target-accounts.ts";
import type { AccountSegment, AccountsShown } from "../../service/accounts/show-accounts.ts";
import { csvLine } from "../../service/audience/list-entries.ts";
import type { OpenWorkspace } from "../../service/workspace/open-workspace.ts";
import { type World, widthOf } from "../world.ts";
import { type Column, table } from "./table.ts";
import { paragraph } from "./wrap-text.ts";

const texts = {
  en: {
    target: "Target accounts",
    part: (part: string, all: string) => `${part} of ${all}`,
    interval: "95% interval",
    short: {
      account_penetration: "penetration",
      buying_group_coverage: "known",
      buying_group_engagement: "engaged",
    },
    list: "By list",
    role: "By role of the buying group",
    titles: {
      account: "account",
      stage: "reached",
      engagements: "engaged",
      last: "newest",
      known: "known",
      roles: "engaged roles",
      missing: "nobody known as",
    },
    stages: { lead: "lead", mql: "MQL", sql: "SQL", opportunity: "opportunity", won: "won" },
    join: ", ",
    nobody: "No target accounts stand on a list in the period; a list of target accounts fills this.",
    noRoles: "The lists name no roles wanted; a column of roles in them fills the coverage of buying groups.",
    more: (shown: string, all: string) =>
      `${shown} of ${all} accounts, the furthest first; --limit or --csv shows more.`,
    legend:
      "engaged: touches, webinars, gifts, clicks and meetings in the period, and the day of the newest; known: roles with a contact, of those wanted.",
  },
  zh: {
    target: "目标客户",
    part: (part: string, all: string) => `${part}/${all}`,
    interval: "95% 区间",
    short: {
      account_penetration: "渗透率",
      buying_group_coverage: "已知角色",
      buying_group_engagement: "互动角色",
    },
    list: "按名单",
    role: "按采购小组角色",
    titles: {
      account: "客户",
      stage: "已到阶段",
      engagements: "互动次数",
      last: "最近互动",
      known: "已知",
      roles: "有互动的角色",
      missing: "尚无联系人的角色",
    },
    stages: { lead: "线索", mql: "MQL", sql: "SQL", opportunity: "商机", won: "成交" },
    join: "、",
    nobody: "本期没有名单上的目标客户；加载目标客户名单后即可显示。",
    noRoles: "名单未列出所需角色；名单中加入角色一列后即可计算采购小组覆盖。",
    more: (shown: string, all: string) =>
      `共 ${all} 个客户，按阶段由远及近列出前 ${shown} 个；用 --limit 或 --csv 查看更多。`,
    legend:
      "互动次数：期内的触点、网络研讨会、礼品、点击与会议，最近互动为其最后一日；已知：所需角色中已有联系人的个数。",
  },
} as const;

/** The rates of target accounts as a whole, by list and by role, then the accounts themselves. */
export function printAccounts(world: World, workspace: OpenWorkspace, shown: AccountsShown): void {
  const { language, currency } = workspace.settings;
  const words = texts[language];
  const width = widthOf(world);
  const { total, lists, roles, accounts, count, kpis, question } = shown;
  const whole = (value: number) => formatValue(value, "count", { language, currency });
  const ids = Object.keys(total);
  const name = (id: string) => kpis[id]?.name[language] ?? id;
  const part = ({ values }: Pick<AccountSegment, "values">, id: string): string => {
    const row = values[id];
    if (row?.value == null || row.n === undefined) return "";
    return words.part(whole(Math.round(row.value * row.n)), whole(row.n));
  };
  const rate = ({ values }: Pick<AccountSegment, "values">, id: string): string =>
    formatValue(values[id]?.value ?? null, "ratio", { language, currency });
  const short: Readonly<Record<string, string>> = words.short;
  const right = (title: string): Column => ({ title, align: "right" });

  if (count === 0) {
    world.out(`${words.nobody}\n`);
    return;
  }
  world.out(
    table(
      [
        { title: `${words.target}, ${question.period}`, wrap: true },
        right(""),
        right(""),
        { title: words.interval },
        { title: "", wrap: true },
      ],
      ids.map((id) => [
        name(id),
        rate({ values: total }, id),
        part({ values: total }, id),
        total[id]?.interval?.map((edge) => formatValue(edge, "ratio", { language, currency })).join(" – ") ?? "",
        total[id]?.reason?.text ?? "",
      ]),
      width,
    ),
  );
  const segments = (title: string, own: readonly AccountSegment[], of: readonly string[]): void =>
    world.out(
      `\n${table(
        [{ title, wrap: true }, ...of.flatMap((id) => [right(short[id] ?? name(id)), right("")])],
        own.map((segment) => [segment.name, ...of.flatMap((id) => [rate(segment, id), part(segment, id)])]),
        width,
      )}`,
    );
  if (lists.length > 1) segments(words.list, lists, ids);
  const ofRoles = ids.filter((id) => roles.some(({ values }) => values[id] !== undefined));
  if (roles.length > 0) segments(words.role, roles, ofRoles);
  else if (total.buying_group_coverage !== undefined) world.out(paragraph(words.noRoles, width));

  const { titles } = words;
  const empty = formatValue(null, "count", { language, currency });
  world.out(
    `\n${table(
      [
        { title: titles.account, wrap: true },
        { title: titles.stage },
        right(titles.engagements),
        { title: titles.last },
        right(titles.known),
        { title: titles.roles, wrap: true },
        { title: titles.missing, wrap: true },
      ],
      accounts.map((one) => [
        one.account,
        one.stage === null ? empty : words.stages[one.stage],
        one.engagements === 0 ? empty : whole(one.engagements),
        one.last_engaged ?? empty,
        one.wanted.length === 0 ? empty : `${whole(knownOf(one).length)}/${whole(one.wanted.length)}`,
        one.engaged.join(words.join) || empty,
        one.wanted.filter((role) => !one.known.includes(role)).join(words.join) || empty,
      ]),
      width,
    )}`,
  );
  world.out(paragraph(words.legend, width));
  if (count > accounts.length) world.out(paragraph(words.more(whole(accounts.length), whole(count)), width));
}

function knownOf({ wanted, known }: TargetAccount): readonly string[] {
  return wanted.filter((role) => known.includes(role));
}

const COLUMNS = ["account", "lists", "country", "segment", "owner", "stage", "stage_since", "engagements"];

/** The accounts as CSV, in the columns of the page's own file. */
export function accountsCsv({ accounts }: Pick<AccountsShown, "accounts">): string {
  const join = (texts: readonly string[]): string => texts.join("; ");
  const lines = [
    csvLine([...COLUMNS, "last_engaged", "roles_wanted", "roles_known", "roles_engaged"]),
    ...accounts.map((one) =>
      csvLine([
        one.account,
        join(one.lists),
        one.country,
        one.segment,
        one.owner,
        one.stage ?? "",
        one.stage_since ?? "",
        String(one.engagements),
        one.last_engaged ?? "",
        join(one.wanted),
        join(one.known),
        join(one.engaged),
      ]),
    ),
  ];
  return lines.map((line) => `${line}\r\n`).join("");
}
