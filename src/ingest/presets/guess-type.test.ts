import { expect, test } from "vitest";
import type { CellType } from "../../model/cell-types.ts";
import { guessType } from "./guess-type.ts";

test.each<[CellType, string, string[]]>([
  ["date", "Day", ["2026-09-01", "2026-09-02"]],
  ["date", "When", ["20260901", "20260930"]],
  ["date", "Day", ["2026-09-01", "soon", "2026-09-03", "2026-09-04"]],
  ["text", "Day", ["2026-09-01", "soon", "2026-09-03"]],
  ["date", "日期", ["2026年9月1日"]],
  ["date", "Sent", ["Sep 3, 2026", "3 October 2026"]],
  ["number", "Clicks", ["1,204", "--", "0"]],
  ["number", "Year", ["2025", "2026"]],
  ["money", "Cost", ["1.204,50", "7"]],
  ["money", "Total", ["$12.00", "€3"]],
  ["money", "消费", ["12"]],
  ["number", "曝光", ["1.2万", "980", "3,456.7万"]],
  ["number", "Impressions", ["12.5K", "980", "1.2M"]],
  ["money", "合计", ["3,456.7万元", "1.5亿元"]],
  ["money", "合计", ["¥12.3万", "¥980"]],
  ["money", "消耗", ["1.2万", "980"]],
  ["text", "Distance", ["5 m", "7 m"]],
  ["text", "规模", ["1万人", "2万人"]],
  ["money", "close_value", ["1054", "50"]],
  ["id", "xyz_campaign_id", ["916", "936"]],
  ["percent", "Opened", ["12.5%", "7 %"]],
  ["percent", "CTR", ["0.012", "0.5"]],
  ["number", "CTR", ["12", "5"]],
  ["email", "Contact", ["ann@acme.example", "bob@acme.example"]],
  ["id", "Campaign ID", ["12", "13"]],
  ["id", "Record", ["0063t00000abcdEAAQ", "0063t00000abceEAAQ"]],
  ["text", "IP", ["76.64.79.89", "10.1.12.8"]],
  ["date", "Day", ["03.09.2026", "04.09.26 10:15"]],
  ["money", "spend", ["300000000", "210000000"]],
  ["text", "Ad name", ["UGC 1", "UGC 2"]],
  ["money", "Total", ["USD 12.00", "3 RMB"]],
  ["text", "Paid", ["yes", "no"]],
  ["text", "Empty", ["", "-"]],
  ["text", "Video", ["intro", "demo"]],
])("%s is what a column “%s” with %j seems to hold", (type, title, cells) => {
  expect(guessType(title, cells).type).toBe(type);
});

test.each<["cells" | "title", string, string[]]>([
  ["cells", "Total", ["$12.00"]],
  ["title", "Cost", ["12"]],
  ["title", "Campaign ID", ["12"]],
  ["cells", "Clicks", ["12"]],
])("by its %s is told what a column “%s” with %j holds", (by, title, cells) => {
  expect(guessType(title, cells).by).toBe(by);
});
