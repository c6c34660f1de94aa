import { Link } from "@tanstack/react-router";
import { useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import frame from "../../app/app-frame.module.css";
import { carried } from "../../app/search.ts";
import { usePeriod } from "../../app/use-period.ts";
import { useTitle } from "../../app/use-title.ts";
import { PeriodPicker } from "../../components/PeriodPicker.tsx";
import styles from "./channels.module.css";

const TABS = [
  { id: "side_by_side", to: "/channels" },
  { id: "accounts", to: "/channels/accounts" },
  { id: "routing", to: "/channels/routing" },
  { id: "audience", to: "/channels/audience" },
  { id: "reconciliation", to: "/channels/reconciliation" },
] as const;

/** Title, period and the parts of Channels, on each of them. */
export function ChannelsHeader({ tab }: { readonly tab: (typeof TABS)[number]["id"] }) {
  const { t } = useTranslation();
  const period = usePeriod();
  const tabs = useRef<HTMLElement>(null);
  // On a phone the parts are wider than the screen: the one on show is brought into sight.
  useLayoutEffect(() => {
    const [line, link] = [tabs.current, tabs.current?.querySelector<HTMLElement>("[aria-current]")];
    if (line && link) line.scrollLeft = link.offsetLeft - line.offsetLeft - (line.clientWidth - link.offsetWidth) / 2;
  }, []);
  useTitle(tab === "side_by_side" ? t("channels.title") : t(`channels.tab.${tab}`));
  return (
    <>
      <header className={frame.header}>
        <div className={frame.grow}>
          <h1 className={frame.title}>{tab === "side_by_side" ? t("channels.title") : t(`channels.tab.${tab}`)}</h1>
          <p className={frame.subtitle}>{t(`channels.about.${tab}`)}</p>
        </div>
        <PeriodPicker period={period} />
      </header>
      <nav ref={tabs} className={styles.tabs} aria-label={t("channels.tabs")}>
        {TABS.map(({ id, to }) => (
          <Link
            key={id}
            to={to}
            search={carried}
            activeOptions={{ exact: true }}
            {...(id === tab && { "aria-current": "page" as const })}
          >
            {t(`channels.tab.${id}`)}
          </Link>
        ))}
      </nav>
    </>
  );
}
