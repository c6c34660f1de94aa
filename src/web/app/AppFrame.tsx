import { Link, Outlet, useRouterState, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "../components/LanguageSwitch.tsx";
import { Mark } from "../components/Mark.tsx";
import { ThemeSwitch } from "../components/ThemeSwitch.tsx";
import { setLanguage } from "../i18n/index.ts";
import { SettingsLink } from "../pages/settings/SettingsLink.tsx";
import { PaletteButton } from "../palette/PaletteButton.tsx";
import styles from "./app-frame.module.css";
import { DemoStrip } from "./DemoStrip.tsx";
import { icons } from "./icons.tsx";
import { PAGES } from "./pages.ts";
import { carried } from "./search.ts";
import { useDrop } from "./use-drop.ts";
import { useFetchAhead } from "./use-fetch-ahead.ts";

/** The rail (bars above and below on a phone) and the page beside it. */
export function AppFrame() {
  const { t, i18n } = useTranslation();
  const { lang } = useSearch({ strict: false });
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path);
  // Back and forward bring the language of the address with them.
  useEffect(() => {
    if (lang && lang !== i18n.language) void setLanguage(lang, false);
  }, [lang, i18n]);
  // A new page is read from its beginning, also by those who do not see it.
  useEffect(() => {
    if (shown.current !== path) main.current?.focus({ preventScroll: true });
    shown.current = path;
  }, [path]);
  useDrop();
  useFetchAhead();
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/useValidAnchor: the way to the content must not stand in the address */}
      <a
        href="#content"
        className="skip-link"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t("skip")}
      </a>
      <header className={styles.rail}>
        <Link to="/" search={carried} className={styles.mark} aria-label="Leadline">
          <Mark />
        </Link>
        <nav className={styles.nav} aria-label={t("nav.label")}>
          {PAGES.map(({ id, to, within }) => (
            <Link
              key={id}
              to={to}
              search={carried}
              data-within={within.test(path)}
              {...(within.test(path) && { "aria-current": "page" as const })}
            >
              {icons[id]}
              <span>{t(`nav.${id}`)}</span>
            </Link>
          ))}
        </nav>
        <div className={styles.switches}>
          <PaletteButton />
          <SettingsLink />
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main id="content" ref={main} className={styles.main} tabIndex={-1}>
        <DemoStrip />
        <Outlet />
      </main>
    </div>
  );
}
