import { useTranslation } from "react-i18next";
import { channelNames } from "../i18n/channel-names.ts";
import { deviceName } from "../i18n/device-name.ts";

const regions = new Map<string, Intl.DisplayNames>();

/** A country's name in a language by its two letters; others as they are. */
function countryName(code: string, language: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  const names = regions.get(language) ?? new Intl.DisplayNames(language === "zh" ? "zh-CN" : "en", { type: "region" });
  regions.set(language, names);
  return names.of(code) ?? code;
}

/** A dimension's value in the reader's words: known channels, countries, devices, what is not set; others as they are. */
export function useDimensionValue() {
  const { t, i18n } = useTranslation();
  return (dimension: string, value: string): string => {
    if (value === "" || value === "(not set)") return t("value.not_set");
    if (value === "(not allocated)") return t("value.not_allocated");
    if (dimension === "country") return countryName(value, i18n.language);
    if (dimension === "channel" && i18n.language === "zh") return channelNames[value] ?? value;
    if (dimension === "device") return deviceName(value, i18n.language);
    return value;
  };
}
