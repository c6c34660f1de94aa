import { dateFormat } from "./kept-formats.ts";

const ONLY_DAYS = /^\d{4}-\d{2}-\d{2}([^\p{L}\d]+\d{4}-\d{2}-\d{2})*$/u;

/** ISO days as a reader writes them: `31 Oct 2026`, `2026年10月31日`. A text that holds anything else stays as it is. */
export function daysInWords(text: string, language: "en" | "zh"): string {
  if (!ONLY_DAYS.test(text)) return text;
  const format = dateFormat(language === "zh" ? "zh-CN" : "en-GB", {
    dateStyle: "medium",
    timeZone: "UTC",
  });
  return text
    .replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => {
      const time = Date.parse(`${day}T00:00:00Z`);
      return Number.isNaN(time) ? day : format.format(time);
    })
    .replaceAll(", ", language === "zh" ? "、" : ", ")
    .replaceAll("..", " – ");
}
