import { useTranslation } from "react-i18next";
import { Field } from "./Field.tsx";
import type { PartProps } from "./part-props.ts";
import styles from "./settings.module.css";

const CURRENCIES = Intl.supportedValuesOf("currency");
const ZONES = ["UTC", ...Intl.supportedValuesOf("timeZone")];

/** Name, currency, time zone, calendar and language. */
export function WorkspacePart({ saved, settings, change }: PartProps) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language === "zh" ? "zh-CN" : "en";
  const currencies = new Intl.DisplayNames(locale, { type: "currency" });
  const month = (number: number) =>
    new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2026, number - 1, 1)));
  const effect = (key: "name" | "currency" | "timezone" | "language" | "fiscal_year_start" | "week_start") =>
    saved[key] === settings[key] ? undefined : t(`settings.effect.${key}`);
  return (
    <div className={styles.fields}>
      <Field label={t("settings.name")} means={t("settings.means.name")} effect={effect("name")}>
        {(id, described) => (
          <input
            id={id}
            className={styles.input}
            aria-describedby={described}
            value={settings.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("settings.currency")} means={t("settings.means.currency")} effect={effect("currency")}>
        {(id, described) => (
          <select
            id={id}
            className={styles.input}
            aria-describedby={described}
            value={settings.currency}
            onChange={(event) => change({ currency: event.target.value })}
          >
            {CURRENCIES.map((code) => (
              <option key={code} value={code}>
                {`${code} · ${currencies.of(code)}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("settings.timezone")} means={t("settings.means.timezone")} effect={effect("timezone")}>
        {(id, described) => (
          <select
            id={id}
            className={styles.input}
            aria-describedby={described}
            value={settings.timezone}
            onChange={(event) => change({ timezone: event.target.value })}
          >
            {[...new Set([settings.timezone, ...ZONES])].map((zone) => (
              <option key={zone} value={zone} lang="en">
                {zone.replaceAll("_", " ")}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={t("settings.fiscal_year_start")}
        means={t("settings.means.fiscal_year_start")}
        effect={effect("fiscal_year_start")}
      >
        {(id, described) => (
          <select
            id={id}
            className={styles.input}
            aria-describedby={described}
            value={settings.fiscal_year_start}
            onChange={(event) => change({ fiscal_year_start: Number(event.target.value) })}
          >
            {Array.from({ length: 12 }, (_, at) => at + 1).map((number) => (
              <option key={number} value={number}>
                {month(number)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("settings.week_start")} means={t("settings.means.week_start")} effect={effect("week_start")}>
        {(id, described) => (
          <select
            id={id}
            className={styles.input}
            aria-describedby={described}
            value={settings.week_start}
            onChange={(event) => change({ week_start: event.target.value as typeof settings.week_start })}
          >
            {(["monday", "sunday", "saturday"] as const).map((day) => (
              <option key={day} value={day}>
                {t(`settings.days.${day}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t("settings.language")} means={t("settings.means.language")} effect={effect("language")}>
        {(id, described) => (
          <select
            id={id}
            className={styles.input}
            aria-describedby={described}
            value={settings.language}
            onChange={(event) => change({ language: event.target.value as typeof settings.language })}
          >
            <option value="en" lang="en">
              English
            </option>
            <option value="zh" lang="zh">
              中文
            </option>
          </select>
        )}
      </Field>
    </div>
  );
}
