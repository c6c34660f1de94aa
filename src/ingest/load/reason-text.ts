import type { ColumnKind } from "../../model/columns.ts";
import type { Layout } from "../../model/preset.ts";
import { PLAUSIBLE_DAYS, type Reason } from "../../sql/load/row-verdict.ts";

/** Why rows are not loaded, English with numbered blanks → Chinese. */
export const REASON_TEXTS = {
  "total row": "合计行",
  "blank row": "空行",
  "mended row that was loaded before": "修正后的行此前已加载",
  "row that gives nothing to count": "该行不产生任何数据",
  "The row has more or fewer cells than the header.": "此行的单元格数与表头不一致。",
  '"{0}" is not a date.': "“{0}”不是日期。",
  '"{0}" is not a date with time.': "“{0}”不是日期时间。",
  '"{0}" is not a whole number.': "“{0}”不是整数。",
  '"{0}" is not a number.': "“{0}”不是数字。",
  '"{0}" is not an amount.': "“{0}”不是金额。",
  '"{0}" is neither yes nor no.': "“{0}”既不是“是”也不是“否”。",
  '"{0}" cannot be read.': "“{0}”无法读取。",
  '"{0}" is empty.': "“{0}”为空。",
  '"{0}" is not within the years {1}.': "“{0}”不在 {1} 年之间。",
  'table "{0}" that is not read': "未读取的表“{0}”",
} as const;

type ReasonText = keyof typeof REASON_TEXTS;

const NOT_A: Readonly<Partial<Record<ColumnKind, ReasonText>>> = {
  date: '"{0}" is not a date.',
  "date?": '"{0}" is not a date.',
  "time?": '"{0}" is not a date with time.',
  int: '"{0}" is not a whole number.',
  decimal: '"{0}" is not a number.',
  rate: '"{0}" is not a number.',
  money: '"{0}" is not an amount.',
  flag: '"{0}" is neither yes nor no.',
};

/** A reason in a language, its blanks filled in. */
export function reasonText(english: ReasonText, language: "en" | "zh", ...blanks: readonly string[]): string {
  const text = language === "zh" ? REASON_TEXTS[english] : english;
  return text.replaceAll(/\{(\d)\}/g, (_, blank: string) => blanks[Number(blank)] ?? "");
}

/** Why a row was not loaded, as a sentence. */
export function reasonSentence({ code, place, kind }: Reason, layout: Layout, language: "en" | "zh"): string {
  const told = (english: ReasonText, ...more: string[]): string => reasonText(english, language, place, ...more);
  switch (code) {
    case "total":
      return told("total row");
    case "blank":
      return told("blank row");
    case "skip":
      return layout.skip[Number(place)]?.reason ?? "";
    case "reject":
      return layout.reject[Number(place)]?.reason ?? "";
    case "mended":
      return told("mended row that was loaded before");
    case "no_fact":
      return told("row that gives nothing to count");
    case "ragged":
      return told("The row has more or fewer cells than the header.");
    case "invalid":
      return told((kind && NOT_A[kind]) ?? '"{0}" cannot be read.');
    case "required":
      return told('"{0}" is empty.');
    case "day":
      return told(
        '"{0}" is not within the years {1}.',
        `${PLAUSIBLE_DAYS.from.slice(0, 4)}–${PLAUSIBLE_DAYS.to.slice(0, 4)}`,
      );
  }
}
