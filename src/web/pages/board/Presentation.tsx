import { useNavigate } from "@tanstack/react-router";
import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { BoardInfo, Scorecard } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodText } from "../../app/use-period-name.ts";
import { useWorkspace } from "../../app/workspace-context.ts";
import { Sparkline } from "../../charts/sparkline/Sparkline.tsx";
import { BigNumber } from "../../components/BigNumber.tsx";
import { Comparison } from "../../components/Comparison.tsx";
import { StateWord } from "../../components/StateWord.tsx";
import styles from "./presentation.module.css";
import { slidesOf } from "./slides-of.ts";

interface Props {
  readonly board: BoardInfo;
  readonly scorecard: Scorecard | null;
  readonly period: string;
  /** From 1. */
  readonly page: number;
}

/** A board for the meeting room: one group a page in big type; ← and → turn pages, Esc leaves. */
export function Presentation({ board, scorecard, period, page }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { name: workspace } = useWorkspace();
  const periodText = usePeriodText();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const slides = slidesOf(scorecard?.board ?? board);
  const at = Math.min(page, slides.length);
  const slide = slides[at - 1];
  const show = (to: string | undefined) =>
    void navigate({
      to: ".",
      search: (before) => ({ ...before, ...({ present: to } as Readonly<Record<string, string | undefined>>) }),
      replace: true,
      resetScroll: false,
    });
  const turn = (by: 1 | -1) => {
    const to = at + by;
    if (to >= 1 && to <= slides.length) show(String(to));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once, and left with the page
  useEffect(() => {
    dialog.current?.showModal();
    // No button is meant by the first key.
    dialog.current?.focus();
    // Leaving full screen by its own key leaves the presentation with it.
    let full = document.fullscreenElement !== null;
    const changed = () => {
      if (full && document.fullscreenElement === null) show(undefined);
      full = document.fullscreenElement !== null;
    };
    document.addEventListener("fullscreenchange", changed);
    return () => {
      document.removeEventListener("fullscreenchange", changed);
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, []);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onButton = event.target instanceof HTMLButtonElement;
    const forward = ["ArrowRight", "PageDown", ...(onButton ? [] : [" "])].includes(event.key);
    if (forward) turn(1);
    else if (["ArrowLeft", "PageUp"].includes(event.key)) turn(-1);
    else if (event.key === "Home") show("1");
    else if (event.key === "End") show(String(slides.length));
    else return;
    event.preventDefault();
  };
  if (!slide) return null;
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      className={styles.stage}
      aria-label={t("board.slides.label", { board: board.name[language] })}
      onKeyDown={press}
      onCancel={(event) => {
        event.preventDefault();
        show(undefined);
      }}
      data-present={at}
    >
      <header className={styles.head}>
        <div>
          <p className={styles.over}>
            {workspace} · {board.name[language]}
          </p>
          <h1>{slide.name[language]}</h1>
        </div>
        <p className={styles.period}>{periodText(period)}</p>
      </header>
      <div
        className={styles.cards}
        style={{ "--count": slide.kpis.length } as CSSProperties & Record<string, number>}
        data-count={slide.kpis.length}
      >
        {slide.kpis.map((id) => {
          const kpi = scorecard?.kpis[id];
          const row = scorecard?.rows.find((one) => one.kpi === id);
          const trend = scorecard?.trend?.rows.filter((one) => one.kpi === id) ?? [];
          return (
            <section key={id} className={styles.card} data-slide-kpi={id}>
              <h2>{kpi?.name[language]}</h2>
              {kpi && row && (
                <>
                  <p className={styles.number}>
                    <BigNumber value={row.value} unit={row.unit} /> <StateWord row={row} />
                  </p>
                  <p className={styles.said}>
                    {row.value === null ? row.reason?.text : <Comparison row={row} better={kpi.better} />}
                  </p>
                  <div className={styles.spark} aria-hidden="true">
                    {trend.filter((one) => one.value !== null).length > 1 && <Sparkline rows={trend} label="" />}
                  </div>
                </>
              )}
            </section>
          );
        })}
      </div>
      <footer className={styles.foot}>
        <span className={styles.keys}>{t("board.slides.keys")}</span>
        <span className={styles.turn}>
          <button type="button" disabled={at === 1} aria-label={t("board.slides.before")} onClick={() => turn(-1)}>
            ‹
          </button>
          <span role="status">{t("board.slides.page", { page: at, all: slides.length })}</span>
          <button
            type="button"
            disabled={at === slides.length}
            aria-label={t("board.slides.after")}
            onClick={() => turn(1)}
          >
            ›
          </button>
          <button type="button" aria-label={t("board.slides.leave")} onClick={() => show(undefined)}>
            ×
          </button>
        </span>
      </footer>
    </dialog>
  );
}
