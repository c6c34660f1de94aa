import { ActionIcon } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { setLanguage } from "../i18n/index.ts";

/** One press: English to Chinese and back; kept for the next visit and in the address. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const next = i18n.language === "zh" ? "en" : "zh";
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={40}
      aria-label={`${t("language")}: ${next === "zh" ? "中文" : "English"}`}
      lang={next === "zh" ? "zh-CN" : "en"}
      onClick={() => {
        void setLanguage(next, true);
        void navigate({ to: ".", search: (before) => ({ ...before, lang: next }), replace: true });
      }}
    >
      <span style={{ color: "var(--ink-soft)", fontWeight: 600, fontSize: "0.875rem" }}>
        {next === "zh" ? "中" : "EN"}
      </span>
    </ActionIcon>
  );
}
