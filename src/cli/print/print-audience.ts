import { formatValue } from "../../model/format/format-value.ts";
import { REASON_WORDS, reasonInWords } from "../../service/audience/audience-texts.ts";
import type { AudienceCheck } from "../../service/audience/check-audience.ts";
import type { Suppression } from "../../service/audience/keep-lists.ts";
import type { OpenWorkspace } from "../../service/workspace/open-workspace.ts";
import type { World } from "../world.ts";
import { table } from "./table.ts";

const texts = {
  en: {
    line: "line",
    entry: "entry",
    why: "why",
    more: (rows: number) => `… and ${rows} more; --json shows all.`,
    sum: (people: number, suppressed: number) => `${suppressed} of ${people} people should not be advertised to.`,
    out: (file: string, kept: number) => `${kept} ${kept === 1 ? "person" : "people"} written to ${file}.`,
    waste: (amount: string, spend: string, period: string) =>
      `About ${amount} of ${spend} was spent on them (${period}).`,
    reason: "reason",
    people: "people",
    domains: "mail domains",
    since: "changed",
    list: "list",
    loaded: "by what is loaded",
    none: "No list has been uploaded.",
  },
  zh: {
    line: "行",
    entry: "条目",
    why: "原因",
    more: (rows: number) => `……另有 ${rows} 条，--json 可查看全部。`,
    sum: (people: number, suppressed: number) => `${people} 人中有 ${suppressed} 人不应投放广告。`,
    out: (file: string, kept: number) => `已将 ${kept} 人写入 ${file}。`,
    waste: (amount: string, spend: string, period: string) =>
      `${period} 期间 ${spend} 的花费中，约 ${amount} 花在他们身上。`,
    reason: "原因",
    people: "人数",
    domains: "邮箱域名数",
    since: "更新时间",
    list: "名单",
    loaded: "由已加载的数据得出",
    none: "尚未上传名单。",
  },
} as const;

const MOST_ROWS = 50;

/** Who should not be in a list and why, how many, and what was spent on them. */
export function printAudience(
  world: World,
  workspace: OpenWorkspace,
  checked: Omit<AudienceCheck, "cleaned">,
  out: string | null,
): void {
  const { language } = workspace.settings;
  const words = texts[language];
  const { rows, people, suppressed, kept, waste } = checked;
  if (rows.length > 0) {
    const shown = rows
      .slice(0, MOST_ROWS)
      .map(({ line, entry, reasons }) => [
        `${line}`,
        entry.length > 40 ? `${entry.slice(0, 39)}…` : entry,
        reasons.map((reason) => reasonInWords(reason, language)).join(language === "en" ? "; " : "；"),
      ]);
    world.out(table([{ title: words.line, align: "right" }, { title: words.entry }, { title: words.why }], shown));
    if (rows.length > MOST_ROWS) world.out(`${words.more(rows.length - MOST_ROWS)}\n`);
    world.out("\n");
  }
  world.out(`${words.sum(people, suppressed)}\n`);
  for (const { reason, people: count } of checked.reasons) world.out(`  ${REASON_WORDS[language][reason]}: ${count}\n`);
  if (out !== null) world.out(`${words.out(out, kept)}\n`);
  if (waste !== null) {
    const money = (value: number) => formatValue(value, "money", { language, currency: waste.currency });
    world.out(`${words.waste(money(waste.estimate), money(waste.spend), waste.period.label)}\n${waste.method}\n`);
  } else if (checked.waste_unknown !== null) world.out(`${checked.waste_unknown.text}\n`);
  for (const { text } of checked.notes) world.out(`${text}\n`);
}

/** The suppression list: what the data says, and the uploaded lists. */
export function printSuppression(world: World, workspace: OpenWorkspace, shown: Suppression): void {
  const { language } = workspace.settings;
  const words = texts[language];
  const right = (title: string) => ({ title, align: "right" as const });
  world.out(
    table(
      [{ title: words.loaded }, right(words.people), right(words.domains)],
      shown.standing.map((one) => [REASON_WORDS[language][one.reason], `${one.people}`, `${one.domains}`]),
    ),
  );
  world.out("\n");
  if (shown.lists.length === 0) world.out(`${words.none}\n`);
  else
    world.out(
      table(
        [{ title: words.list }, right(words.people), right(words.domains), { title: words.since }],
        shown.lists.map((one) => [
          one.list,
          `${one.persons}`,
          `${one.domains}`,
          one.changedAt.slice(0, 16).replace("T", " "),
        ]),
      ),
    );
}
