/** How an open or a click that no person made gives itself away, in the order in which they are asked. */
export const MACHINE_SIGNALS = ["vendor_flag", "known_agent", "privacy_relay", "instant_click", "click_burst"] as const;
export type MachineSignal = (typeof MACHINE_SIGNALS)[number];

const NAMES: Readonly<Record<MachineSignal, { readonly en: string; readonly zh: string }>> = {
  vendor_flag: { en: "flagged by the source", zh: "来源已标记" },
  known_agent: { en: "known program", zh: "已知程序" },
  privacy_relay: { en: "privacy relay", zh: "隐私中继" },
  instant_click: { en: "click within seconds of delivery", zh: "送达数秒内点击" },
  click_burst: { en: "several clicks in one second", zh: "一秒内多次点击" },
};

/** A signal's name; one that only a source knows keeps the source's word. */
export function machineSignalName(signal: string, language: "en" | "zh"): string {
  const known = MACHINE_SIGNALS.find((one) => one === signal);
  return known === undefined ? signal : NAMES[known][language];
}
