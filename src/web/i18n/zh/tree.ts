import type { tree as english } from "../en/tree.ts";
import type { Texts } from "../translation.ts";

/** 带实时数值的公式。 */
export const tree: Texts<typeof english> = {
  title: "这个数字由什么构成",
  open: "展开{{name}}",
  close: "收起{{name}}",
  back: "（上一期）",
  cases: "已完结 {{finished}} 例，进行中 {{open}} 例",
  number: "固定数值",
  operation: { sum: "合计", difference: "差额", product: "乘积", quotient: "商", compare: "条件" },
  function: {
    min: "取最小值",
    max: "取最大值",
    abs: "取绝对值",
    coalesce: "取首个已知值",
    if: "条件成立取前者，否则取后者",
    previous: "上一期的值",
    share_of_total: "占整体的比例",
    median: "中位数",
    quantile: "分位数",
    km_median: "中位数（计入未完结个案）",
    km_mean_months: "平均生命周期月数（设上限）",
    km_discounted_months: "未来月数（折现）",
  },
  setting: {
    gross_margin: "毛利率（设置）",
    discount_rate: "折现率（设置）",
    lifetime_cap_months: "生命周期上限（设置）",
    revenue_target: "收入目标（设置）",
    period_months: "期间月数",
  },
};
