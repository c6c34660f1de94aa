import type { kpis as english } from "../en/kpis.ts";
import type { Texts } from "../translation.ts";

export const kpis: Texts<typeof english> = {
  title: "指标库",
  intro: "本工作区可以给出的每个数字：定义、公式与凭据一应俱全。",
  search: "按名称、含义或标识查找",
  found: "{{all}} 项中的 {{count}} 项",
  nothing: "没有符合条件的指标。",
  goal: "目标",
  race: "阶段",
  timing: "类型",
  any: "全部",
  better: { higher: "越高越好", lower: "越低越好", none: "无方向" },
};
