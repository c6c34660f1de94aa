import type { RowFunction } from "./row-function.ts";
import type { RowType } from "./row-type.ts";

const one = { least: 1, most: 1 };
const NUMERIC: readonly RowType[] = ["text", "number", "integer", "money"];

/** From the text of a cell to a value; a cell that is filled but cannot be read makes the row invalid. */
export const READING_FUNCTIONS = {
  text: {
    signature: "text(x)",
    summary: {
      en: "The trimmed text; dashes, N/A, (not set) and the preset's null tokens are empty. Numbers and dates as they print.",
      zh: "去除首尾空白的文本；短横线、N/A、(not set) 及预设的空值标记视为空。",
    },
    arguments: one,
    check: (call) => {
      call.oneOf(0, ["text", "number", "integer", "money", "date"]);
      return "text";
    },
  },
  number: {
    signature: "number(x)",
    summary: {
      en: "A number in the file's notation: 1,234.5 or 1.234,5, currency signs, (5) for −5, 12 % for 0.12. Masked figures such as <5 are empty.",
      zh: "按文件的数字格式读取数值；支持千位分隔符、货币符号、括号负数，12% 读作 0.12；<5 等遮蔽值为空。",
    },
    arguments: one,
    check: (call) => {
      call.oneOf(0, NUMERIC);
      return "number";
    },
  },
  integer: {
    signature: "integer(x)",
    summary: { en: "A whole number; 12.5 is not readable.", zh: "整数；12.5 视为无法读取。" },
    arguments: one,
    check: (call) => {
      call.oneOf(0, ["text", "number", "integer"]);
      return "integer";
    },
  },
  percent: {
    signature: "percent(x)",
    summary: {
      en: "A share given in percent, with or without the sign: 12.5 and 12.5 % are 0.125.",
      zh: "百分比，带不带 % 号均可：12.5 与 12.5% 都读作 0.125。",
    },
    arguments: one,
    check: (call) => {
      call.oneOf(0, ["text", "number", "integer"]);
      return "number";
    },
  },
  money: {
    signature: "money(x)",
    summary: {
      en: "An amount, rounded to four places; beyond 922,337,203,685,477 it is not readable.",
      zh: "金额，四舍五入到四位小数；超过 922,337,203,685,477 视为无法读取。",
    },
    arguments: one,
    check: (call) => {
      call.oneOf(0, NUMERIC);
      return "money";
    },
  },
  date: {
    signature: "date(x)",
    summary: {
      en: "The business day. A day without time stays as it is; a date with time is moved into the workspace's time zone first.",
      zh: "业务日期。只有日期时原样保留；带时间时先换算到工作区时区。",
    },
    arguments: one,
    check: (call) => {
      call.oneOf(0, ["text", "date", "datetime"]);
      return "date";
    },
  },
  datetime: {
    signature: "datetime(x)",
    summary: {
      en: "The instant, read in the file's time zone unless the cell names another.",
      zh: "时刻；单元格未注明时区时按文件时区读取。",
    },
    arguments: one,
    check: (call) => {
      call.oneOf(0, ["text", "datetime"]);
      return "datetime";
    },
  },
  epoch: {
    signature: "epoch(x)",
    summary: {
      en: "The instant told in milliseconds (13 digits) or seconds (10 digits) since 1970 UTC.",
      zh: "自 1970 年（UTC）起的毫秒数（13 位）或秒数（10 位）所表示的时刻。",
    },
    arguments: one,
    check: (call) => {
      call.oneOf(0, ["text"]);
      return "datetime";
    },
  },
  flag: {
    signature: "flag(x)",
    summary: {
      en: "Yes or no from yes/no, true/false, y/n, 1/0, 是/否; empty where the cell is.",
      zh: "是或否：yes/no、true/false、y/n、1/0、是/否；空单元格为空。",
    },
    arguments: one,
    check: (call) => {
      call.oneOf(0, ["text", "boolean"]);
      return "boolean";
    },
  },
} as const satisfies Record<string, RowFunction>;
