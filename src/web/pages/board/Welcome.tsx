import { useTranslation } from "react-i18next";
import styles from "./board.module.css";

/** The first hour: what will stand here and the two doors to it. */
export function Welcome() {
  const { t } = useTranslation();
  return (
    <section className={styles.welcome}>
      <h2>{t("empty.title")}</h2>
      <p>{t("empty.text")}</p>
      <p className={styles.doors}>
        <span>
          {t("empty.demo")} <code>npx leadline demo --serve</code>
        </span>
      </p>
    </section>
  );
}
