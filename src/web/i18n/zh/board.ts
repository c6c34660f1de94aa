import type { board as english } from "../en/board.ts";
import type { Texts } from "../translation.ts";

export const board: Texts<typeof english> = {
  better: "{{all}} 项指标中有 {{count}} 项好于{{period}}。",
  worse: "变差的是：{{names}}。",
  none_worse: "没有变差的指标。",
  unsure: "另有 {{count}} 项暂时无法判断。",
  empty: "{{all}} 项中有 {{count}} 项尚待数据。",
  list_join: "、",
};
