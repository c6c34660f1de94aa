import type { ColumnKind } from "../../model/columns.ts";
import type { Layout } from "../../model/preset.ts";
import { PLAUSIBLE_DAYS, type Reason } from "../../sql/load/row-verdict.ts";

type Language = "en" | "zh";
type Texts = Readonly<Record<Language, string>>;

const NOT_A: Readonly<Partial<Record<ColumnKind, Texts>>> = {
  date: { en: "is not a date", zh: "不是日期" },
  "date?": { en: "is not a date", zh: "不是日期" },
  "time?": { en: "is not a date with time", zh: "不是日期时间" },
  int: { en: "is not a whole number", zh: "不是整数" },
  decimal: { en: "is not a number", zh: "不是数字" },
  rate: { en: "is not a number", zh: "不是数字" },
  money: { en: "is not an amount", zh: "不是金额" },
  flag: { en: "is neither yes nor no", zh: "既不是“是”也不是“否”" },
};
const UNREADABLE: Texts = { en: "cannot be read", zh: "无法读取" };

/** Why a row was not loaded, as a sentence. */
export function reasonSentence({ code, place, kind }: Reason, layout: Layout, language: Language): string {
  const zh = language === "zh";
  const notA = (kind && NOT_A[kind]) ?? UNREADABLE;
  const years = `${PLAUSIBLE_DAYS.from.slice(0, 4)}–${PLAUSIBLE_DAYS.to.slice(0, 4)}`;
  const sentences: Readonly<Record<Reason["code"], string>> = {
    total: zh ? "合计行" : "total row",
    blank: zh ? "空行" : "blank row",
    skip: layout.skip[Number(place)]?.reason ?? "",
    reject: layout.reject[Number(place)]?.reason ?? "",
    mended: zh ? "修正后的行此前已加载" : "mended row that was loaded before",
    no_fact: zh ? "该行不产生任何数据" : "row that gives nothing to count",
    ragged: zh ? "此行的单元格数与表头不一致。" : "The row has more or fewer cells than the header.",
    invalid: zh ? `“${place}”${notA.zh}。` : `"${place}" ${notA.en}.`,
    required: zh ? `“${place}”为空。` : `"${place}" is empty.`,
    day: zh ? `“${place}”不在 ${years} 年之间。` : `"${place}" is not within the years ${years}.`,
  };
  return sentences[code];
}
