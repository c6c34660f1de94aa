import { useTranslation } from "react-i18next";
import type { ComparedRow } from "../../../api/app-types.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import type { ParityTexts } from "../../charts/parity/parity-option.ts";
import styles from "./channels.module.css";
import { ScrollTable } from "./ScrollTable.tsx";

interface Props {
  readonly rows: readonly ComparedRow[];
  readonly texts: ParityTexts;
}

/** The parity picture's table twin, with those that are not judged. */
export function ParityTable({ rows, texts }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const channelName = useDimensionValue();
  const share = (value: number | null) => (value === null ? "–" : texts.share(value));
  return (
    <ScrollTable caption={t("channels.parity")}>
      <thead>
        <tr>
          <th scope="col">{t("kpi.channel")}</th>
          <th scope="col">{texts.spend}</th>
          <th scope="col">{texts.conversions}</th>
          <th scope="col">{t("channels.index")}</th>
          <th scope="col">{t("channels.interval")}</th>
          <th scope="col" className={styles.left}>
            {t("channels.judgement")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.flatMap(({ name, parity }) =>
          parity === null
            ? []
            : [
                <tr key={name}>
                  <th scope="row">{channelName("channel", name)}</th>
                  <td>{share(parity.spendShare)}</td>
                  <td>{share(parity.conversionShare)}</td>
                  <td>{format.value(parity.value, "multiple")}</td>
                  <td>
                    {parity.interval ? parity.interval.map((edge) => format.value(edge, "multiple")).join(" – ") : "–"}
                  </td>
                  <td className={styles.left}>{t(`channels.verdict.${parity.verdict}`)}</td>
                </tr>,
              ],
        )}
      </tbody>
    </ScrollTable>
  );
}
