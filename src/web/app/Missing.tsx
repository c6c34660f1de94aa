import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import frame from "./app-frame.module.css";
import { carried } from "./search.ts";

/** An address without a page. */
export function Missing() {
  const { t } = useTranslation();
  return (
    <>
      <h1 className={frame.title}>{t("missing.title")}</h1>
      <p>
        <Link to="/" search={carried} className={frame.link}>
          {t("missing.home")}
        </Link>
      </p>
    </>
  );
}
