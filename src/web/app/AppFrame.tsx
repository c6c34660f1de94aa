import { ActionIcon, Menu, useMantineColorScheme } from "@mantine/core";
import { Link, Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "../components/LanguageSwitch.tsx";
import { Mark } from "../components/Mark.tsx";
import styles from "./app-frame.module.css";

function BoardIcon() {
  return (
    <svg
      width="22"
      height="22"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      aria-hidden="true"
    >
      <rect x="3.5" y="3.5" width="7" height="9" rx="1.5" />
      <rect x="13.5" y="3.5" width="7" height="5" rx="1.5" />
      <rect x="3.5" y="15.5" width="7" height="5" rx="1.5" />
      <rect x="13.5" y="11.5" width="7" height="9" rx="1.5" />
    </svg>
  );
}

function ThemeSwitch() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="right-end" withArrow>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("theme.label")}>
          <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true">
            <circle cx="12" cy="12" r="8" fill="none" stroke="var(--ink-soft)" strokeWidth="1.7" />
            <path d="M12 4a8 8 0 0 1 0 16Z" fill="var(--ink-soft)" />
          </svg>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(["light", "dark", "auto"] as const).map((scheme) => (
          <Menu.Item key={scheme} onClick={() => setColorScheme(scheme)} fw={scheme === colorScheme ? 650 : 400}>
            {t(`theme.${scheme}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The rail (a bar at the bottom on a phone) and the page beside it. */
export function AppFrame() {
  const { t } = useTranslation();
  return (
    <div className={styles.frame}>
      <a href="#content" className="skip-link">
        {t("skip")}
      </a>
      <nav className={styles.rail} aria-label="Leadline">
        <Mark />
        <Link to="/" search={(before) => before} activeOptions={{ exact: true, includeSearch: false }}>
          <BoardIcon />
          {t("board")}
        </Link>
        <div className={styles.spacer} />
        <LanguageSwitch />
        <ThemeSwitch />
      </nav>
      <main id="content" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
