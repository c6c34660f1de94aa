import { checkPattern } from "./check-pattern.ts";
import { MANY, type RowCall, type RowFunction } from "./row-function.ts";
import type { RowType } from "./row-type.ts";

const one = { least: 1, most: 1 };
const two = { least: 2, most: 2 };

const texts =
  (gives: RowType) =>
  (call: RowCall): RowType => {
    for (let i = 0; i < call.args.length; i += 1) call.oneOf(i, ["text"]);
    return gives;
  };

/** Texts in, texts or yes-or-no out. An empty text is the same as no text. */
export const TEXT_FUNCTIONS = {
  concat: {
    signature: "concat(a, b, …)",
    summary: { en: "The texts one after the other.", zh: "依次拼接文本。" },
    arguments: { least: 1, most: MANY },
    check: (call) => {
      for (let i = 0; i < call.args.length; i += 1) call.oneOf(i, ["text", "number", "integer", "money", "date"]);
      return "text";
    },
  },
  lower: {
    signature: "lower(x)",
    summary: { en: "The text in small letters.", zh: "转为小写。" },
    arguments: one,
    check: texts("text"),
  },
  upper: {
    signature: "upper(x)",
    summary: { en: "The text in capital letters.", zh: "转为大写。" },
    arguments: one,
    check: texts("text"),
  },
  trim: {
    signature: "trim(x)",
    summary: { en: "The text without blanks around it.", zh: "去除首尾空白。" },
    arguments: one,
    check: texts("text"),
  },
  replace: {
    signature: "replace(x, from, to)",
    summary: { en: "Every occurrence of a text replaced by another.", zh: "替换所有出现的文本。" },
    arguments: { least: 3, most: 3 },
    check: (call) => {
      call.oneOf(0, ["text"]);
      if (call.constantText(1) === "") throw call.fail("bad_pattern", 1, "replace needs a text to look for.");
      call.constantText(2);
      return "text";
    },
  },
  contains: {
    signature: "contains(x, part)",
    summary: { en: "Whether the text contains the part; case matters.", zh: "是否包含该文本；区分大小写。" },
    arguments: two,
    check: texts("boolean"),
  },
  starts_with: {
    signature: "starts_with(x, part)",
    summary: { en: "Whether the text starts with the part; case matters.", zh: "是否以该文本开头；区分大小写。" },
    arguments: two,
    check: texts("boolean"),
  },
  ends_with: {
    signature: "ends_with(x, part)",
    summary: { en: "Whether the text ends with the part; case matters.", zh: "是否以该文本结尾；区分大小写。" },
    arguments: two,
    check: texts("boolean"),
  },
  matches: {
    signature: "matches(x, pattern)",
    summary: {
      en: "Whether the regular expression (RE2) is found in the text; (?i) at its start ignores case.",
      zh: "文本中是否能匹配正则表达式（RE2）；以 (?i) 开头则不区分大小写。",
    },
    arguments: two,
    check: (call) => {
      call.oneOf(0, ["text"]);
      checkPattern(call, 1);
      return "boolean";
    },
  },
  extract: {
    signature: "extract(x, pattern, group)",
    summary: {
      en: "What a group of the regular expression found; without a number the first group, or all where there is none.",
      zh: "正则表达式某个分组匹配到的文本；不写分组号时取第一个分组，没有分组则取整个匹配。",
    },
    arguments: { least: 2, most: 3 },
    check: (call) => {
      call.oneOf(0, ["text"]);
      const groups = checkPattern(call, 1);
      if (call.args.length === 3) {
        const group = call.constantInteger(2);
        if (group < 0 || group > groups) {
          throw call.fail("bad_pattern", 2, `The pattern has ${groups} groups, not a group ${group}.`);
        }
      }
      return "text";
    },
  },
  split_part: {
    signature: "split_part(x, separator, n)",
    summary: {
      en: "The n-th part between separators, from 1; negative counts from the end.",
      zh: "按分隔符切分后的第 n 段（从 1 起；负数从末尾数）。",
    },
    arguments: { least: 3, most: 3 },
    check: (call) => {
      call.oneOf(0, ["text"]);
      if (call.constantText(1) === "") throw call.fail("bad_pattern", 1, "split_part needs a separator.");
      if (call.constantInteger(2) === 0) throw call.fail("bad_pattern", 2, "Parts are counted from 1.");
      return "text";
    },
  },
  strip_brackets: {
    signature: "strip_brackets(x)",
    summary: { en: "An id without the brackets around it: [123] is 123.", zh: "去掉编号外的方括号：[123] 为 123。" },
    arguments: one,
    check: texts("text"),
  },
  digits: {
    signature: "digits(x)",
    summary: { en: "The digits alone: 877-953-6058 is 8779536058.", zh: "只保留数字：877-953-6058 为 8779536058。" },
    arguments: one,
    check: texts("text"),
  },
  email: {
    signature: "email(x)",
    summary: { en: "An e-mail address, trimmed and in small letters.", zh: "邮箱地址：去空白并转为小写。" },
    arguments: one,
    check: texts("text"),
  },
  email_domain: {
    signature: "email_domain(x)",
    summary: { en: "What stands behind the @, in small letters.", zh: "邮箱 @ 之后的域名，小写。" },
    arguments: one,
    check: texts("text"),
  },
  is_rounded_id: {
    signature: "is_rounded_id(x)",
    summary: {
      en: "Whether an id was rounded by a spreadsheet: 2.82E+18.",
      zh: "编号是否已被电子表格四舍五入，如 2.82E+18。",
    },
    arguments: one,
    check: texts("boolean"),
  },
  is_masked: {
    signature: "is_masked(x)",
    summary: { en: "Whether the cell hides its figure: <5, < 10%.", zh: "单元格是否为遮蔽值，如 <5、< 10%。" },
    arguments: one,
    check: texts("boolean"),
  },
} as const satisfies Record<string, RowFunction>;
