import { type Day, isoOf, partsOf } from "../calendar.ts";
import type { World } from "../world.ts";
import { type Row, rowsOf, share } from "./ad-rows.ts";
import { type Cell, delimited, type OutFile } from "./file.ts";
import { halves } from "./halves.ts";
import { american, sumOf } from "./numbers.ts";

/** Files of the Chinese platforms: what came before this year, and this year. */
function untilYear(rows: readonly Row[], year: number): { readonly name: string; readonly rows: readonly Row[] }[] {
  return [
    { name: `to-${year - 1}`, rows: rows.filter((row) => partsOf(row.day).year < year) },
    { name: String(year), rows: rows.filter((row) => partsOf(row.day).year >= year) },
  ].filter((part) => part.rows.length > 0);
}

/** GB18030, the conditions of the report above the header. */
export function writeBaidu(world: World): OutFile[] {
  return halves(world.start, world.last).map((half) => {
    const rows = rowsOf(world, "baidu").filter((row) => row.day >= half.from && row.day <= half.to);
    const compact = (day: Day): string => isoOf(day).replaceAll("-", "");
    return delimited(
      `exports/baidu/baidu-search-${half.label}.csv`,
      {
        before: [
          `数据生成时间：${isoOf(half.to + 1)} 10:15`,
          "数据生成条件：",
          `1. 时间范围：${compact(half.from)}至${compact(half.to)}`,
          "2. 时间单位：分日",
          "3. 推广设备：移动设备，计算机",
          "4. 投放网络：全部",
          "",
        ],
        header: [
          "日期",
          "账户",
          "推广计划",
          "推广单元",
          "创意标题",
          "显示URL",
          "展现",
          "点击",
          "消费",
          "点击率",
          "平均点击价格",
          "网页转化",
          "商桥转化",
        ],
        rows: rows.map((row) => {
          const chat = Math.floor(row.conversions / 2);
          return [
            isoOf(row.day),
            row.ad.account,
            row.ad.name,
            row.ad.group ?? "",
            "{液位测量},测深科技",
            "www.lotwerk.example",
            row.impressions,
            row.clicks,
            row.cost.toFixed(2),
            share(row.clicks, row.impressions),
            row.clicks === 0 ? "0.00" : (row.cost / row.clicks).toFixed(2),
            row.conversions - chat,
            chat,
          ];
        }),
      },
      { encoding: "gb18030", newline: "\r\n" },
    );
  });
}

/** Ids of nineteen digits; the total at the end hides conversions. */
export function writeOceanEngine(world: World): OutFile[] {
  const all = rowsOf(world, "ocean_engine");
  return untilYear(all, partsOf(world.last).year).map(({ name, rows }) =>
    delimited(
      `exports/ocean-engine/ocean-engine-${name}.csv`,
      {
        header: [
          "时间-天",
          "项目ID",
          "项目名称",
          "消耗",
          "展示数",
          "平均千次展现费用(元)",
          "点击数",
          "点击率%",
          "转化数",
        ],
        rows: [
          ...rows.map((row): Cell[] => [
            isoOf(row.day),
            row.ad.platformId,
            row.ad.name,
            row.cost.toFixed(2),
            row.impressions,
            row.impressions === 0 ? "0.00" : ((1000 * row.cost) / row.impressions).toFixed(2),
            row.clicks,
            row.impressions === 0 ? "0.00" : ((100 * row.clicks) / row.impressions).toFixed(2),
            row.conversions,
          ]),
          [
            "总计",
            "-",
            "-",
            sumOf(rows, (row) => row.cost).toFixed(2),
            sumOf(rows, (row) => row.impressions),
            "-",
            sumOf(rows, (row) => row.clicks),
            "-",
            "-",
          ],
        ],
      },
      { encoding: "utf-8-bom", newline: "\r\n" },
    ),
  );
}

/** Thousands with commas in quotes. */
export function writeTencentAds(world: World): OutFile[] {
  const all = rowsOf(world, "tencent_ads");
  return untilYear(all, partsOf(world.last).year).map(({ name, rows }) =>
    delimited(
      `exports/tencent-ads/tencent-ads-${name}.csv`,
      {
        header: ["日期", "广告ID", "推广计划名称", "创意名称", "花费", "曝光次数", "点击次数", "点击率", "目标转化量"],
        rows: rows.map((row): Cell[] => [
          isoOf(row.day),
          row.ad.platformId,
          row.ad.name,
          "水务案例 视频A",
          american(row.cost, 2),
          american(row.impressions, 0),
          row.clicks,
          share(row.clicks, row.impressions),
          row.conversions,
        ]),
      },
      { encoding: "utf-8-bom" },
    ),
  );
}

/** The group report by day: plans and devices in rows of their own, the total at the end. */
export function writeQihoo360(world: World): OutFile[] {
  return untilYear(rowsOf(world, "qihoo_360"), partsOf(world.last).year).map(({ name, rows }) => {
    const parts = rows.flatMap((row) => {
      const clicks = Math.floor(row.clicks * 0.38);
      const impressions = Math.floor(row.impressions * 0.44);
      const cost = Math.round(row.cost * 38) / 100;
      const desktop = {
        clicks: row.clicks - clicks,
        impressions: row.impressions - impressions,
        cost: Math.round((row.cost - cost) * 100) / 100,
      };
      return [
        { row, device: "计算机", ...desktop },
        { row, device: "移动设备", clicks, impressions, cost },
      ];
    });
    const cells = (clicks: number, impressions: number, cost: number): Cell[] => [
      american(impressions, 0),
      clicks,
      share(clicks, impressions),
      clicks === 0 ? "0.00" : (cost / clicks).toFixed(2),
      american(cost, 2),
    ];
    return delimited(
      `exports/360/360-dianjing-${name}.csv`,
      {
        header: [
          "日期",
          "设备类型",
          "推广计划ID",
          "推广计划名称",
          "推广组ID",
          "推广组名称",
          "展现",
          "点击",
          "点击率",
          "平均点击价格",
          "消费",
        ],
        rows: [
          ...parts.map(({ row, device, clicks, impressions, cost }): Cell[] => [
            isoOf(row.day),
            device,
            row.ad.platformId,
            row.ad.name,
            "5520118843",
            row.ad.group ?? "",
            ...cells(clicks, impressions, cost),
          ]),
          [
            "合计",
            ...["--", "--", "--", "--", "--"],
            ...cells(
              sumOf(parts, ({ clicks }) => clicks),
              sumOf(parts, ({ impressions }) => impressions),
              sumOf(parts, ({ cost }) => cost),
            ),
          ],
        ],
      },
      { encoding: "gb18030", newline: "\r\n" },
    );
  });
}

const NOTES = ["液位计选型避坑指南", "工程师的一天：罐区巡检", "三分钟看懂雷达液位计"] as const;

/** Notes that are promoted, a unit a day; the total at the end. */
export function writeXiaohongshu(world: World): OutFile[] {
  return untilYear(rowsOf(world, "xiaohongshu"), partsOf(world.last).year).map(({ name, rows }) =>
    delimited(
      `exports/xiaohongshu/xiaohongshu-juguang-${name}.csv`,
      {
        header: ["时间", "计划名称", "计划ID", "单元名称", "笔记标题", "消费", "展现量", "点击量", "点击率"],
        rows: [
          ...rows.map((row): Cell[] => [
            isoOf(row.day),
            row.ad.name,
            row.ad.platformId,
            row.ad.group ?? "",
            NOTES[row.day % NOTES.length] ?? "",
            row.cost.toFixed(2),
            american(row.impressions, 0),
            row.clicks,
            share(row.clicks, row.impressions),
          ]),
          [
            ...["合计", "", "", "", ""],
            sumOf(rows, (row) => row.cost).toFixed(2),
            american(
              sumOf(rows, (row) => row.impressions),
              0,
            ),
            sumOf(rows, (row) => row.clicks),
            share(
              sumOf(rows, (row) => row.clicks),
              sumOf(rows, (row) => row.impressions),
            ),
          ],
        ],
      },
      { encoding: "utf-8-bom", newline: "\r\n" },
    ),
  );
}

/** Creatives by day, without a total. */
export function writeBilibili(world: World): OutFile[] {
  return untilYear(rowsOf(world, "bilibili"), partsOf(world.last).year).map(({ name, rows }) =>
    delimited(
      `exports/bilibili/bilibili-ads-${name}.csv`,
      {
        header: ["日期", "计划名称", "单元名称", "创意名称", "创意ID", "花费", "展示量", "点击量", "点击率"],
        rows: rows.map((row): Cell[] => [
          isoOf(row.day),
          row.ad.name,
          row.ad.group ?? "",
          "罐区一日 完整版",
          "88120045",
          american(row.cost, 2),
          american(row.impressions, 0),
          row.clicks,
          share(row.clicks, row.impressions),
        ]),
      },
      { encoding: "utf-8-bom" },
    ),
  );
}
