import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { keyOf } from "../app/period-keys.ts";
import { useFormat } from "../app/use-format.ts";
import { useWorkspace } from "../app/workspace-context.ts";
import styles from "./period-picker.module.css";

const RELATIVE = ["this-month", "last-month", "this-quarter", "last-quarter", "this-year", "last-12-months"] as const;

interface Props {
  readonly period: string;
  readonly choose: (period: string) => void;
}

/** A year's months and quarters, the usual relative periods, and any two days. */
export function PeriodChoices({ period, choose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { today } = useWorkspace();
  const thisYear = Number(today.slice(0, 4));
  const [year, setYear] = useState(Number(/\d{4}/.exec(period)?.[0] ?? thisYear));
  const [days, setDays] = useState(() => {
    const [from = "", to = ""] = period.split("..");
    return to ? { from, to } : { from: `${today.slice(0, 7)}-01`, to: today };
  });
  const choice = (value: string, label: string, begins: string, key: string | null = null) => (
    <button
      key={value}
      type="button"
      className={styles.choice}
      aria-pressed={value === period}
      disabled={begins > today}
      {...(key !== null && { "aria-keyshortcuts": key })}
      onClick={() => choose(value)}
    >
      {label}
      {key !== null && (
        <span className={styles.key} aria-hidden="true">
          {key}
        </span>
      )}
    </button>
  );
  return (
    <div className={styles.choices}>
      <div className={styles.year}>
        <button
          type="button"
          className={styles.choice}
          aria-label={t("period.year_before")}
          onClick={() => setYear(year - 1)}
        >
          ‹
        </button>
        {choice(String(year), format.year(year), `${year}-01-01`)}
        <button
          type="button"
          className={styles.choice}
          aria-label={t("period.year_after")}
          disabled={year >= thisYear}
          onClick={() => setYear(year + 1)}
        >
          ›
        </button>
      </div>
      <div className={styles.quarters}>
        {[1, 2, 3, 4].map((quarter) =>
          choice(
            `${year}-Q${quarter}`,
            t("period.quarter", { quarter }),
            `${year}-${String(quarter * 3 - 2).padStart(2, "0")}-01`,
          ),
        )}
      </div>
      <div className={styles.months}>
        {Array.from({ length: 12 }, (_, i) => {
          const month = `${year}-${String(i + 1).padStart(2, "0")}`;
          return choice(month, format.monthOnly(month), `${month}-01`);
        })}
      </div>
      <div className={styles.relative}>{RELATIVE.map((one) => choice(one, t(`period.${one}`), "", keyOf(one)))}</div>
      <form
        className={styles.days}
        onSubmit={(event) => {
          event.preventDefault();
          choose(`${days.from}..${days.to}`);
        }}
      >
        <label>
          {t("period.from")}
          <input
            type="date"
            required
            max={days.to}
            value={days.from}
            onChange={(event) => setDays({ ...days, from: event.target.value })}
          />
        </label>
        <label>
          {t("period.to")}
          <input
            type="date"
            required
            min={days.from}
            value={days.to}
            onChange={(event) => setDays({ ...days, to: event.target.value })}
          />
        </label>
        <Button type="submit" size="xs" variant="default">
          {t("period.show")}
        </Button>
      </form>
    </div>
  );
}
