import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Comparison } from "../../../api/app-types.ts";
import { carried } from "../../app/search.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import styles from "./channels.module.css";
import { daysOf, nextEuro } from "./next-euro.ts";

/** Shorter periods seldom hold what their money brought. */
const SHORT = 80;
const MARKS = { above: "▲", at: "●", below: "▼", unsure: "◆" } as const;

/** Where the next money goes: the channels by what they bring for their spend, and those too small to tell. */
export function NextEuro({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation();
  const format = useFormat();
  const channelName = useDimensionValue();
  const { rows, stage, question } = comparison;
  const groups = nextEuro(rows);
  if (groups.length === 0) return null;
  const named = t(`channels.stage.${stage}`);
  const times = (value: number) => format.value(Math.round(value * 10) / 10, "multiple");
  const days = daysOf(question);
  return (
    <div data-section="next">
      <div className={styles.next}>
        {groups.map(({ side, channels }) => (
          <section key={side} data-side={side}>
            <h3>
              <span aria-hidden="true">{MARKS[side]} </span>
              {t(`channels.next.${side}.title`)}
            </h3>
            <p>{t(`channels.next.${side}.advice`)}</p>
            <ul>
              {channels.map(({ name, value, interval: [from, to] }) => (
                <li key={name}>
                  <Link to="/channels/$channel" params={{ channel: name }} search={carried} className={styles.channel}>
                    {channelName("channel", name)}
                  </Link>
                  <span
                    title={t("channels.next_figure", {
                      stage: named,
                      value: times(value),
                      from: times(from),
                      to: times(to),
                    })}
                  >
                    {times(value)}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className={styles.soft}>
        {t("channels.next_average", { stage: named })}
        {days < SHORT && (
          <>
            {" "}
            {t("channels.next_short", { days, stage: named })}{" "}
            <Link to="." search={(before) => ({ ...before, period: "last-12-months" })} className={styles.channel}>
              {t("channels.next_year")}
            </Link>
            {format.language === "zh" ? "。" : "."}
          </>
        )}
      </p>
    </div>
  );
}
