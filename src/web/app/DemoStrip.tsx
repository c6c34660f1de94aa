import { useTranslation } from "react-i18next";
import styles from "./app-frame.module.css";
import { useFormat } from "./use-format.ts";
import { useWorkspace } from "./workspace-context.ts";

/** Above the pages of a demo company that was opened from a workspace: what it is, and the way back. */
export function DemoStrip() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { demo_of: home } = useWorkspace();
  if (!home) return null;
  return (
    <p className={styles.strip} data-demo>
      <span>{t("welcome.demo_strip")}</span>
      <a href={`${home}?lang=${language}`} className={styles.link}>
        {t("welcome.demo_back")}
      </a>
    </p>
  );
}
