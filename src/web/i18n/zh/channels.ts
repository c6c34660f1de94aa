import type { channels as english } from "../en/channels.ts";
import type { Texts } from "../translation.ts";

export const channels: Texts<typeof english> = {
  title: "渠道",
  intro: "各渠道花了多少、带来多少，一目了然。",
  spend_share: "费用占比",
  lead_share: "线索占比",
  caption: "各渠道的指标",
  refused: "{{name}}：{{reason}}",
};
