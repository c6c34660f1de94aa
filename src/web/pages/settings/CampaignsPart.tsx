import { useTranslation } from "react-i18next";
import { aliasPairs } from "../../../model/campaign-aliases.ts";
import { PairRows } from "./PairRows.tsx";
import type { PartProps } from "./part-props.ts";
import styles from "./settings.module.css";

/** Other names of campaigns, each with the campaign it stands for. */
export function CampaignsPart({ settings, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <PairRows
      part="campaign_aliases"
      pairs={aliasPairs(settings.campaign_aliases)}
      change={(aliases) => change({ campaign_aliases: aliases })}
      keyLabel={t("settings.alias")}
      valueLabel={t("settings.campaign")}
      find={t("settings.find_alias")}
      add={t("settings.add_alias")}
      fresh=""
      value={(campaign, put, name) => (
        <input
          className={styles.input}
          aria-label={t("settings.alias_of", { name })}
          value={campaign}
          onChange={(event) => put(event.target.value)}
        />
      )}
    />
  );
}
