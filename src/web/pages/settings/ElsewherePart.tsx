import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import frame from "../../app/app-frame.module.css";
import { carried } from "../../app/search.ts";
import type { PartProps } from "./part-props.ts";
import styles from "./settings.module.css";

/** What is set, but not on this page: what it says now, and where it is changed. */
export function ElsewherePart({ settings }: PartProps) {
  const { t } = useTranslation();
  const { routing, boards } = settings;
  return (
    <dl className={styles.elsewhere}>
      <dt>{t("settings.elsewhere.routing")}</dt>
      <dd>
        <ol lang="">
          {routing.rules.map(({ id, to }) => (
            <li key={id}>
              <code>{id}</code> → <code>{to}</code>
            </li>
          ))}
        </ol>
        <p className={styles.soft}>
          {t("settings.elsewhere.routing_where")}{" "}
          <Link to="/channels/routing" search={carried} className={frame.link}>
            {t("settings.elsewhere.routing_link")}
          </Link>
        </p>
      </dd>
      <dt>{t("boards")}</dt>
      <dd>
        <p className={styles.soft}>
          {t("settings.elsewhere.boards_where", { count: Object.keys(boards).length })}{" "}
          <Link to="/compose" search={carried as never} className={frame.link}>
            {t("settings.elsewhere.boards_link")}
          </Link>
        </p>
      </dd>
      <dt>{t("settings.elsewhere.kpis")}</dt>
      <dd>
        <p className={styles.soft}>
          {t("settings.elsewhere.kpis_where")}{" "}
          <Link to="/kpis" search={carried} className={frame.link}>
            {t("settings.elsewhere.kpis_link")}
          </Link>
        </p>
      </dd>
      <dt>{t("settings.elsewhere.presets")}</dt>
      <dd>
        <p className={styles.soft}>
          {t("settings.elsewhere.presets_where")}{" "}
          <Link to="/sources" search={carried} className={frame.link}>
            {t("mapping.to_sources")}
          </Link>
        </p>
      </dd>
      <dt>{t("settings.elsewhere.warehouse")}</dt>
      <dd>
        <p className={styles.soft}>{t("settings.elsewhere.warehouse_where")}</p>
      </dd>
    </dl>
  );
}
