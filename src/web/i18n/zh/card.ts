import type { card as english } from "../en/card.ts";
import type { Texts } from "../translation.ts";

export const card: Texts<typeof english> = {
  compared: "比{{period}}{{change}}",
  unchanged: "与{{period}}持平",
  before: "{{period}}：{{value}}",
  interval: "95% 区间 {{from}} 至 {{to}}",
  better: "向好",
  worse: "变差",
  chance: "属正常波动",
  spark: "{{count}} 个月，从 {{first}} 到 {{last}}",
};
