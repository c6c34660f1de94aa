const NAMES: ReadonlyMap<string, Readonly<Record<"en" | "zh", string>>> = new Map([
  ["desktop", { en: "Desktop", zh: "桌面端" }],
  ["mobile", { en: "Mobile", zh: "手机" }],
  ["tablet", { en: "Tablet", zh: "平板" }],
]);

/** A kind of device as web analytics and ad platforms call it, in the reader's words; others as they are. */
export function deviceName(value: string, language: string): string {
  return NAMES.get(value.toLowerCase())?.[language === "zh" ? "zh" : "en"] ?? value;
}
