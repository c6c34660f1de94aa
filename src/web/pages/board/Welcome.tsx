import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { carried } from "../../app/search.ts";
import styles from "./board.module.css";

/** The first hour: what will stand here and the two doors to it. */
export function Welcome() {
  const { t } = useTranslation();
  return (
    <section className={styles.welcome}>
      <h2>{t("empty.title")}</h2>
      <p>{t("empty.text")}</p>
      <p className={styles.doors}>
        <Link to="/sources" search={carried} className={styles.door}>
          {t("empty.drop")}
        </Link>
        <span>
          {t("empty.demo")} <code>npx leadline demo --serve</code>
        </span>
      </p>
    </section>
  );
}
