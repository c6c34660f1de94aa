import { describe, expect, test } from "vitest";
import { CHINESE, inChinese } from "./in-chinese.ts";

describe("errors in Chinese", () => {
  test("a plain sentence has its own text", () => {
    expect(inChinese("Check the path.")).toBe("请检查路径。");
  });

  test("blanks are filled in", () => {
    expect(inChinese("leads.csv does not exist.")).toBe("leads.csv 不存在。");
    expect(inChinese("The load 17 was taken back before.")).toBe("加载 17 此前已撤回。");
  });

  test("the text that says most decides, not the first that fits", () => {
    expect(inChinese("No source has the columns of a.csv. Nearest: hubspot; zoom.")).toBe(
      "没有任何来源具有 a.csv 的这些列。最接近的是：hubspot; zoom。",
    );
  });

  test("several sentences are worded one by one", () => {
    expect(inChinese("Did you mean leads? Use a measure, a KPI or a setting that exists.")).toBe(
      "您是否想写 leads？请使用已有的度量、指标或设置。",
    );
  });

  test("what a file itself says stays as it is", () => {
    expect(inChinese("Zeile 3 fehlt")).toBe("Zeile 3 fehlt");
  });

  test("every text fills in what its English one does, and speaks Chinese", () => {
    const blanks = (text: string) => [...new Set(text.match(/\{\d\}/g) ?? [])];
    for (const [english, chinese] of Object.entries(CHINESE)) {
      const known = new Set(blanks(english));
      expect(
        blanks(chinese).filter((blank) => !known.has(blank)),
        english,
      ).toEqual([]);
      expect(chinese, english).toMatch(/\p{Script=Han}/u);
    }
  });
});
