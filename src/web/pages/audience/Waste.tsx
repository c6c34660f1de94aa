import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AudienceChecked } from "../../../api/app-types.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodName } from "../../app/use-period-name.ts";
import { BigNumber } from "../../components/BigNumber.tsx";
import { Picker } from "../../components/picker/Picker.tsx";
import styles from "../channels/channels.module.css";
import { exploreApi } from "../explore/explore-api.ts";

interface Props {
  readonly check: AudienceChecked;
  readonly period: string;
  readonly campaign: string | undefined;
  readonly choose: (campaign: string | undefined) => void;
}

const ALL = "*";

/** What was spent on suppressed people so far: an estimate, with the assumption that makes it. */
export function Waste({ check, period, campaign, choose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  const [open, setOpen] = useState(false);
  const campaigns = useQuery({
    queryKey: ["campaigns-with-spend", period],
    queryFn: () => exploreApi.values("campaign", { kpi: "ad_spend", period, limit: "300" }),
    enabled: open,
  });
  const { waste, waste_unknown: unknown } = check;
  const options = (campaigns.data?.values ?? []).map(({ value, counted }) => ({
    id: value,
    name: value,
    note: format.value(counted, "money"),
  }));
  return (
    <div data-section="waste">
      <h3>{t("audience.waste")}</h3>
      {waste ? (
        <dl className={styles.figures}>
          <div>
            <dt className="visually-hidden">{t("audience.waste")}</dt>
            <dd>
              <BigNumber value={waste.estimate} unit="money" />
              <p>
                {t("audience.waste_of", {
                  spend: format.value(waste.spend, "money"),
                  period: periodName(waste.period),
                })}
              </p>
            </dd>
          </div>
        </dl>
      ) : (
        <p className={styles.soft}>{unknown?.text}</p>
      )}
      <div className={styles.row}>
        <span className={styles.soft}>{t("audience.waste_for")}</span>
        <Picker
          label={t("audience.waste_for")}
          options={[{ id: ALL, name: t("audience.all_campaigns") }, ...options]}
          chosen={[campaign ?? ALL]}
          choose={(id) => choose(id === ALL ? undefined : id)}
          busy={campaigns.isLoading}
          onOpen={() => setOpen(true)}
        >
          {campaign === undefined ? t("audience.all_campaigns") : <span lang="">{campaign}</span>}
        </Picker>
      </div>
      {waste && <p className={styles.soft}>{waste.method}</p>}
    </div>
  );
}
