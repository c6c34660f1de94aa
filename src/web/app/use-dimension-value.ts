import { useTranslation } from "react-i18next";
import { channelNames } from "../i18n/channel-names.ts";

/** A dimension's value in the reader's words: the known channels and what is not set; others as they are. */
export function useDimensionValue() {
  const { t, i18n } = useTranslation();
  return (dimension: string, value: string): string => {
    if (value === "" || value === "(not set)") return t("value.not_set");
    if (value === "(not allocated)") return t("value.not_allocated");
    if (dimension === "channel" && i18n.language === "zh") return channelNames[value] ?? value;
    return value;
  };
}
