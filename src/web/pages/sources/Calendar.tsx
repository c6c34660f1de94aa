import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Source } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { useWorkspace } from "../../app/workspace-context.ts";
import styles from "./calendar.module.css";
import { calendarSpans, freshness, type Span } from "./freshness.ts";

const WEEKS = 26;
const DAYS = 42;

/** For each source, which of the last weeks or days its exports cover, where there are gaps, and how far it is behind. */
export function Calendar({ sources }: { readonly sources: readonly Source[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { today, week_start: weekStart } = useWorkspace();
  const { by } = useSearch({ from: "/sources" });
  const navigate = useNavigate({ from: "/sources" });
  const unit = by === "day" ? "day" : "week";
  const spans = calendarSpans(today, unit, unit === "day" ? DAYS : WEEKS, weekStart);
  const scroller = useRef<HTMLElement>(null);
  // The newest days matter most; where there is little room, they are in sight first.
  useEffect(() => {
    if (spans.length > 0) scroller.current?.scrollTo({ left: scroller.current.scrollWidth });
  }, [spans.length]);
  const range = ({ from, to }: Span) =>
    from === to ? format.day(from) : t("sources.covers", { from: format.day(from), to: format.day(to) });
  return (
    <section className={styles.calendar} data-section="calendar">
      <div className={styles.head}>
        <h2>{t("sources.calendar")}</h2>
        <fieldset className={styles.units} aria-label={t("sources.calendar_by")}>
          {(["week", "day"] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === unit}
              onClick={() =>
                void navigate({
                  search: ({ by: _, ...rest }) => (one === "day" ? { ...rest, by: "day" as const } : rest),
                  resetScroll: false,
                })
              }
            >
              {t(`sources.by_${one}`)}
            </button>
          ))}
        </fieldset>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section ref={scroller} className={styles.scroll} tabIndex={0} aria-label={t("sources.calendar")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("sources.source")}</th>
              <th scope="col" className={styles.verdict}>
                {t("sources.freshness")}
              </th>
              {spans.map((span, place) => (
                <th key={span.from} scope="col" className={styles.month}>
                  <span className="visually-hidden">{range(span)}</span>
                  {monthBegins(spans, place) && <span aria-hidden="true">{format.monthOnly(span.from)}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => {
              const { cells, gaps, behind, last } = freshness(source, spans, today);
              return (
                <tr key={`${source.system}/${source.connection}`} data-source={source.connection}>
                  <th scope="row">
                    <code>{source.connection}</code>
                  </th>
                  <td className={styles.verdict}>
                    {gaps.length > 0 && (
                      <span className={styles.bad}>
                        {t("sources.gap", { range: range(gaps.at(-1) as Span) })}
                        {gaps.length > 1 && ` ${t("sources.more_gaps", { count: gaps.length - 1 })}`}
                      </span>
                    )}
                    {behind > 0 ? (
                      <span className={behind > 7 ? styles.unsure : ""}>
                        {t("sources.behind", { day: format.day(last ?? today) })}
                      </span>
                    ) : (
                      gaps.length === 0 && <span>{t("sources.up_to_date")}</span>
                    )}
                  </td>
                  {cells.map((cell) => (
                    <td
                      key={cell.from}
                      className={styles.cell}
                      title={`${range(cell)}: ${t(`sources.cell.${cell.state}`)}`}
                    >
                      <span data-state={cell.state} aria-hidden="true" />
                      <span className="visually-hidden">{t(`sources.cell.${cell.state}`)}</span>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <p className={styles.legend} aria-hidden="true">
        {(["covered", "partly", "gap", "stale"] as const).map((state) => (
          <span key={state}>
            <i data-state={state} />
            {t(`sources.cell.${state}`)}
          </span>
        ))}
      </p>
    </section>
  );
}

/** The first span of the row, and each that begins a month later than the one before. */
function monthBegins(spans: readonly Span[], place: number): boolean {
  return place > 0 && spans[place]?.from.slice(0, 7) !== spans[place - 1]?.from.slice(0, 7);
}
