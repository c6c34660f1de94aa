import { useTranslation } from "react-i18next";
import { NumberInput } from "./NumberInput.tsx";
import { PairRows } from "./PairRows.tsx";
import type { PartProps } from "./part-props.ts";
import styles from "./settings.module.css";

/** Revenue wanted, by period. */
export function TargetsPart({ settings, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.lead}>{t("settings.means.revenue_targets", { currency: settings.currency })}</p>
      <PairRows
        part="revenue_targets"
        compact
        pairs={settings.revenue_targets}
        change={(targets) => change({ revenue_targets: targets })}
        keyLabel={t("settings.target_period")}
        add={t("settings.add_target")}
        fresh={1}
        value={(amount, put, name) => (
          <NumberInput
            label={t("settings.target_amount", { name })}
            value={amount}
            unit={settings.currency}
            scale={1}
            max={1e15}
            optional={false}
            change={(value) => put(value ?? 1)}
          />
        )}
      />
    </>
  );
}
