import { useTranslation } from "react-i18next";
import { Field } from "./Field.tsx";
import { ListInput } from "./ListInput.tsx";
import { NumberInput } from "./NumberInput.tsx";
import type { PartProps } from "./part-props.ts";
import styles from "./settings.module.css";

/** The numbers and choices that definitions rest on, each with its meaning. */
export function DefinitionsPart({ saved, settings, change }: PartProps) {
  const { t } = useTranslation();
  const unknownIsNot = settings.not_marketing_channels.includes("");
  const effect = (key: keyof typeof settings) =>
    JSON.stringify(saved[key]) === JSON.stringify(settings[key]) ? undefined : t("settings.effect.definition");
  const number = (
    key: "gross_margin" | "discount_rate" | "lifetime_cap_months" | "cohort_window_days",
    unit: "percent" | "months" | "days",
    optional: boolean,
  ) => (
    <Field label={t(`settings.${key}`)} means={t(`settings.means.${key}`)} effect={effect(key)}>
      {(id, described) => (
        <NumberInput
          id={id}
          describedBy={described}
          value={settings[key] ?? null}
          unit={t(`settings.units.${unit}`)}
          scale={unit === "percent" ? 100 : 1}
          max={unit === "percent" ? 100 : 10_000}
          optional={optional}
          change={(value) => change({ [key]: value ?? undefined })}
        />
      )}
    </Field>
  );
  return (
    <div className={styles.fields}>
      <Field
        label={t("settings.revenue_basis")}
        means={t("settings.means.revenue_basis")}
        effect={effect("revenue_basis")}
      >
        {(id, described) => (
          <select
            id={id}
            className={styles.input}
            aria-describedby={described}
            value={settings.revenue_basis}
            onChange={(event) => change({ revenue_basis: event.target.value as typeof settings.revenue_basis })}
          >
            <option value="booked">{t("settings.basis.booked")}</option>
            <option value="billed">{t("settings.basis.billed")}</option>
          </select>
        )}
      </Field>
      <Field
        label={t("settings.not_marketing_channels")}
        means={t("settings.means.not_marketing_channels")}
        effect={effect("not_marketing_channels")}
      >
        {(id, described) => (
          <ListInput
            id={id}
            describedBy={described}
            values={settings.not_marketing_channels.filter((one) => one !== "")}
            change={(values) =>
              change({
                not_marketing_channels: unknownIsNot ? [...values, ""] : values,
              })
            }
          />
        )}
      </Field>
      <Field
        label={t("settings.unknown_channel")}
        means={t("settings.means.unknown_channel")}
        effect={effect("not_marketing_channels")}
      >
        {(id, described) => (
          <select
            id={id}
            className={styles.input}
            aria-describedby={described}
            value={unknownIsNot ? "no" : "yes"}
            onChange={(event) =>
              change({
                not_marketing_channels: [
                  ...settings.not_marketing_channels.filter((one) => one !== ""),
                  ...(event.target.value === "no" ? [""] : []),
                ],
              })
            }
          >
            <option value="no">{t("settings.unknown.no")}</option>
            <option value="yes">{t("settings.unknown.yes")}</option>
          </select>
        )}
      </Field>
      {number("gross_margin", "percent", true)}
      {number("discount_rate", "percent", false)}
      {number("lifetime_cap_months", "months", false)}
      {number("cohort_window_days", "days", true)}
    </div>
  );
}
