import type { Reason } from "../../model/answer.ts";
import { type AdLoad, byConnection } from "./ad-sources.ts";
import type { Part } from "./close-step.ts";
import { type Needed, neededColumns } from "./needed-columns.ts";
import { unknown } from "./said.ts";
import type { Site } from "./site.ts";

/** What parts ad platforms' own conversions from what others count, and where their exports do not tell it. */
export interface AdParts {
  /** In the sense of leaving the platform's figure. */
  readonly parts: readonly Part[];
  readonly unknown: readonly Reason[];
}

/** A part that is the difference of two measures, over the conversions that tell both. */
interface Told {
  readonly id: "click_date" | "window" | "view_through";
  /** The fact columns that an export has to carry. */
  readonly columns: readonly string[];
  /** How many conversions tell it. */
  readonly telling: ReadonlyMap<string, number>;
  readonly amount: number;
}

/**
 * Conversions that a platform counts otherwise than the day and visit in which they happened: on the day of the click,
 * later than a day after it, without a click. Each is told by a column of its own; connections without it are named.
 */
export async function conversionParts(site: Site, loads: readonly AdLoad[]): Promise<AdParts & { window: AdParts }> {
  const told = await byConnection(site, {
    all: "ad_conversions",
    clickDay: "conversions_on_click_day",
    ownDay: "conversions_on_own_day",
    view: "view_conversions",
    tellingView: "conversions_telling_view",
    clicks: "click_conversions",
    clicksOfADay: "day_click_conversions",
    tellingWindow: "conversions_telling_window",
  });
  const day: Told = {
    id: "click_date",
    columns: ["conversions_by_time"],
    telling: told.clickDay,
    amount: sum(told.ownDay) - sum(told.clickDay),
  };
  const view: Told = {
    id: "view_through",
    columns: ["conversions_view"],
    telling: told.tellingView,
    amount: -sum(told.view),
  };
  const late: Told = {
    id: "window",
    columns: ["conversions_click_1d", "conversions_click"],
    telling: told.tellingWindow,
    amount: sum(told.clicksOfADay) - sum(told.clicks),
  };
  const [usual, window] = [[view, day], [late]].map((all) => tell(site, loads, told.all, all));
  return { parts: usual?.parts ?? [], unknown: usual?.unknown ?? [], window: window ?? { parts: [], unknown: [] } };
}

/** The same of the value of conversions: only the day is told. */
export async function valueParts(site: Site, loads: readonly AdLoad[]): Promise<AdParts> {
  const told = await byConnection(
    site,
    {
      all: "ad_conversion_value",
      clickDay: "conversion_value_on_click_day",
      ownDay: "conversion_value_on_own_day",
    },
    "money",
  );
  const amount = sum(told.ownDay) - sum(told.clickDay);
  const day: Told = { id: "click_date", columns: ["conversion_value_by_time"], telling: told.clickDay, amount };
  return tell(site, loads, told.all, [day]);
}

function tell(
  { workspace, language }: Site,
  loads: readonly AdLoad[],
  all: ReadonlyMap<string, number>,
  wanted: readonly Told[],
): AdParts {
  const parts = wanted.flatMap(({ id, telling, amount }): Part[] =>
    telling.size === 0 ? [] : [{ id, amount, rows: Math.round(Math.abs(amount)), detail: "", known: true }],
  );
  const gaps = wanted.flatMap(({ id, columns, telling }): Reason[] => {
    const silent = [...all]
      .filter(([name, value]) => value !== 0 && telling.get(name) !== value)
      .map(([name]) => name)
      .sort();
    if (silent.length === 0) return [];
    const needed = neededColumns(columns, silent, loads, workspace.presets.presets);
    const reason = unknown(id, language);
    return [{ ...reason, text: [reason.text, ...inWords(needed, language)].join(language === "en" ? " " : "") }];
  });
  return { parts, unknown: gaps };
}

const WORDS = {
  en: {
    needs: (names: string, titles: string) => `Not known of ${names}: needs ${titles} in the export.`,
    again: (names: string) =>
      `The files of ${names} hold no such figure; were they loaded by an earlier version, load them again.`,
    never: (names: string) => `No column tells it in the exports of ${names}.`,
    title: (title: string) => `“${title}”`,
    list: ", ",
  },
  zh: {
    needs: (names: string, titles: string) => `${names} 未知：导出需含${titles}列。`,
    again: (names: string) => `${names} 的文件没有此数字；若由早期版本加载，请重新加载。`,
    never: (names: string) => `${names} 的导出中没有说明此项的列。`,
    title: (title: string) => `“${title}”`,
    list: "、",
  },
} as const;

function inWords({ columns, again, never }: Needed, language: "en" | "zh"): readonly string[] {
  const words = WORDS[language];
  const list = (texts: readonly string[]) => texts.join(words.list);
  return [
    ...columns.map(({ connections, titles }) => words.needs(list(connections), list(titles.map(words.title)))),
    ...(again.length > 0 ? [words.again(list(again))] : []),
    ...(never.length > 0 ? [words.never(list(never))] : []),
  ];
}

function sum(values: ReadonlyMap<string, number>): number {
  return [...values.values()].reduce((all, one) => all + one, 0);
}
