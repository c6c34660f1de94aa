import { useTranslation } from "react-i18next";
import frame from "../../app/app-frame.module.css";
import { useTitle } from "../../app/use-title.ts";
import { ChannelCharts } from "./ChannelCharts.tsx";
import { Charts } from "./Charts.tsx";
import { Foundations } from "./Foundations.tsx";
import styles from "./gallery.module.css";
import { Messages } from "./Messages.tsx";

const SECTIONS = ["colours", "type", "numbers", "cards", "trend", "bars", "lines", "scatter", "heat"] as const;
const MORE = ["funnel", "cohort", "formula", "tree", "parity", "waterfall", "messages"] as const;

/** Every chart and component in its states, on made-up figures. */
export function GalleryPage() {
  const { t } = useTranslation();
  useTitle(t("gallery.title"));
  return (
    <>
      <header className={frame.header}>
        <div className={frame.grow}>
          <h1 className={frame.title}>{t("gallery.title")}</h1>
          <p className={frame.subtitle}>{t("gallery.intro")}</p>
        </div>
      </header>
      <nav aria-label={t("gallery.contents")}>
        <ul className={styles.contents}>
          {[...SECTIONS, ...MORE].map((id) => (
            <li key={id}>
              <button
                type="button"
                className={styles.jump}
                onClick={() => document.getElementById(id)?.scrollIntoView({ block: "start" })}
              >
                {t(`gallery.${id}`)}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <Foundations />
      <Charts />
      <ChannelCharts />
      <Messages />
    </>
  );
}
