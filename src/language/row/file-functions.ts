import { didYouMeanText } from "../did-you-mean.ts";
import type { RowFunction } from "./row-function.ts";

const none = { least: 0, most: 0 };

/** What the file, its surroundings, the preset and the person loading it say. */
export const FILE_FUNCTIONS = {
  setting: {
    signature: 'setting("key")',
    summary: { en: "The value given for a setting of the preset.", zh: "预设中某个设置项的值。" },
    arguments: { least: 1, most: 1 },
    check: (call) => {
      const key = call.constantText(0);
      if (!call.scope.settings.has(key)) {
        const remedy = didYouMeanText(key, call.scope.settings);
        throw call.fail("unknown_setting", 0, `The preset has no setting “${key}”.`, remedy);
      }
      return "text";
    },
  },
  header: {
    signature: 'header("currency")',
    summary: {
      en: "What was captured from the columns' titles: EUR from “Amount spent (EUR)”.",
      zh: "从列标题中提取的内容：如从 “Amount spent (EUR)” 得到 EUR。",
    },
    arguments: { least: 1, most: 1 },
    check: (call) => {
      call.constantText(0);
      return "text";
    },
  },
  lookup: {
    signature: 'lookup("name", key, "column")',
    summary: {
      en: "What a lookup of the preset has for a key, exactly as written; for a file, in which column. Empty where it has nothing.",
      zh: "在预设的对照表中按键取值（须完全一致）；对照表为文件时需注明列名。没有则为空。",
    },
    arguments: { least: 2, most: 3 },
    check: (call) => {
      const name = call.constantText(0);
      const lookup = call.scope.lookups.get(name);
      if (lookup === undefined) {
        const remedy = didYouMeanText(name, call.scope.lookups.keys());
        throw call.fail("unknown_lookup", 0, `The preset has no lookup “${name}”.`, remedy);
      }
      call.oneOf(1, ["text", "integer"]);
      const wanted = lookup === "map" ? 2 : 3;
      if (call.args.length !== wanted) {
        const sentence = `The lookup “${name}” takes ${wanted} arguments, not ${call.args.length}.`;
        const remedy = lookup === "map" ? `Write lookup("${name}", key).` : `Write lookup("${name}", key, "column").`;
        throw call.fail("wrong_number_of_arguments", call.args.length - 1, sentence, remedy);
      }
      if (lookup !== "map") {
        const column = call.constantText(2);
        if (lookup !== null && !lookup.includes(column)) {
          const remedy = didYouMeanText(column, lookup);
          throw call.fail("unknown_lookup_column", 2, `The lookup “${name}” has no column “${column}”.`, remedy);
        }
      }
      return "text";
    },
  },
  period_from: {
    signature: "period_from()",
    summary: { en: "First day of the period that the export says it covers.", zh: "导出文件所注明期间的第一天。" },
    arguments: none,
    check: () => "date",
  },
  period_to: {
    signature: "period_to()",
    summary: { en: "Last day of the period that the export says it covers.", zh: "导出文件所注明期间的最后一天。" },
    arguments: none,
    check: () => "date",
  },
  file_name: {
    signature: "file_name()",
    summary: { en: "The file's name without its folder.", zh: "文件名（不含目录）。" },
    arguments: none,
    check: () => "text",
  },
} as const satisfies Record<string, RowFunction>;
