import { useTranslation } from "react-i18next";
import { ListInput } from "./ListInput.tsx";
import { PairRows } from "./PairRows.tsx";
import type { PartProps } from "./part-props.ts";
import styles from "./settings.module.css";

/** Named sets of countries. */
export function MarketsPart({ settings, change }: PartProps) {
  const { t, i18n } = useTranslation();
  const names = new Intl.DisplayNames(i18n.language === "zh" ? "zh-CN" : "en", { type: "region", fallback: "none" });
  const known = (codes: readonly string[]) =>
    codes.map((code) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : t("settings.no_country", { code })));
  return (
    <PairRows
      part="markets"
      pairs={settings.markets}
      change={(markets) => change({ markets })}
      keyLabel={t("settings.market")}
      add={t("settings.add_market")}
      fresh={[] as string[]}
      value={(codes, put, name) => (
        <div className={styles.stack}>
          <ListInput label={t("settings.countries", { name })} values={codes} change={put} upper />
          <p className={styles.soft}>{codes.length === 0 ? t("settings.countries_hint") : known(codes).join(", ")}</p>
        </div>
      )}
    />
  );
}
