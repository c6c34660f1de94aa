import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { KpiInfo } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { AnnotationForm } from "./AnnotationForm.tsx";
import { draftOf, newDraft } from "./annotation-draft.ts";
import styles from "./kpi.module.css";
import type { NumberedAnnotation } from "./numbered-annotations.ts";

interface Props {
  readonly kpi: KpiInfo;
  readonly annotations: readonly NumberedAnnotation[];
  /** The day a new note begins with. */
  readonly day: string;
}

/** What is known about the days of the chart, as text, each with the number of its flag; people add, change and remove their own. */
export function Annotations({ kpi, annotations, day: today }: Props) {
  const { t } = useTranslation();
  const { language, day, whole } = useFormat();
  /** The id of the note that is changed; "" for a new one. */
  const [open, setOpen] = useState<string | null>(null);
  const section = useRef<HTMLDivElement>(null);
  const close = () => {
    const button = open ? `[data-annotation="${CSS.escape(open)}"] button` : null;
    setOpen(null);
    // The focus goes back to where the form was opened from.
    requestAnimationFrame(() => {
      const back = button && section.current?.querySelector<HTMLElement>(button);
      (back || section.current?.querySelector<HTMLElement>("[data-add-note]"))?.focus();
    });
  };
  const when = ({ from, to, monthly }: NumberedAnnotation) =>
    monthly
      ? t("annotations.monthly", { from: whole(monthly.from), to: whole(monthly.to) })
      : from === to || to === null
        ? day(from ?? "")
        : `${day(from ?? "")} – ${day(to)}`;
  return (
    <div ref={section} className={styles.annotations} data-section="annotations">
      <div className={styles.head}>
        <h3>{t("annotations.title")}</h3>
        {open !== "" && (
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen("")} data-add-note>
            {t("annotations.add")}
          </Button>
        )}
      </div>
      {open === "" && <AnnotationForm kpi={kpi} first={newDraft(today)} done={close} />}
      {annotations.length === 0 && open === null && <p className={styles.soft}>{t("annotations.none")}</p>}
      <ol className={styles.notesList}>
        {annotations.map((one) => (
          <li key={one.id} data-annotation={one.id}>
            {open === one.id ? (
              <AnnotationForm kpi={kpi} first={draftOf(one, language)} before={one} done={close} />
            ) : (
              <>
                <span className={styles.flag} data-break={one.kind === "measurement_break"} aria-hidden="true">
                  {one.number ?? ""}
                </span>
                <span>
                  <span className={styles.soft}>
                    {when(one)} · {t(`annotations.kinds.${one.kind}`)}
                    {one.scope.kpis.length === 0 &&
                      one.scope.systems.length === 0 &&
                      ` · ${t("annotations.everything")}`}
                  </span>
                  <br />
                  {one.text[language]}{" "}
                  {one.source && (
                    <a href={one.source} target="_blank" rel="noreferrer" className={styles.quiet}>
                      {t("annotations.source")}
                    </a>
                  )}
                  {one.revision !== null && (
                    <button
                      type="button"
                      className={styles.quiet}
                      aria-label={`${t("annotations.change")}: ${one.text[language]}`}
                      onClick={() => setOpen(one.id)}
                    >
                      {t("annotations.change")}
                    </button>
                  )}
                </span>
              </>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
