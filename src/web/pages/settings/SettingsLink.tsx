import { ActionIcon } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { carried } from "../../app/search.ts";

/** The way to the settings; nobody has to take it before a number. */
export function SettingsLink() {
  const { t } = useTranslation();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={40}
      aria-label={t("settings.title")}
      title={t("settings.title")}
      renderRoot={(props) => <Link to="/settings" search={carried} {...props} />}
    >
      <svg
        width="1.25rem"
        height="1.25rem"
        viewBox="0 0 24 24"
        fill="none"
        stroke="var(--ink-soft)"
        strokeWidth="1.7"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d="M4 7h9M17.5 7H20M4 17h2.5M11 17h9" />
        <circle cx="15.25" cy="7" r="2.25" />
        <circle cx="8.75" cy="17" r="2.25" />
      </svg>
    </ActionIcon>
  );
}
