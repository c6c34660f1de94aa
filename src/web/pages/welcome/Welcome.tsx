import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import frame from "../../app/app-frame.module.css";
import { carried } from "../../app/search.ts";
import { addFiles } from "../../uploads/upload-queue.ts";
import { DemoDoor } from "./DemoDoor.tsx";
import styles from "./welcome.module.css";

/** The first hour: what will stand here and the two doors to it. */
export function Welcome() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className={styles.welcome} data-section="welcome">
      <h2>{t("welcome.title")}</h2>
      <p>{t("welcome.text")}</p>
      <div className={styles.doors}>
        <section className={styles.drop} data-door="own">
          <h3>{t("welcome.own")}</h3>
          <p>{t("welcome.own_text")}</p>
          <div className={styles.step}>
            <Button onClick={() => input.current?.click()}>{t("welcome.choose")}</Button>
            <Link to="/sources" search={carried} className={frame.link}>
              {t("welcome.what")}
            </Link>
          </div>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={t("welcome.choose")}
            onChange={(event) => {
              void addFiles([...(event.target.files ?? [])]);
              void navigate({ to: "/sources", search: carried });
            }}
          />
        </section>
        <DemoDoor />
      </div>
    </section>
  );
}
