import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { HandoutBatch } from "../../../api/app-types.ts";
import { useFormat } from "../../app/use-format.ts";
import styles from "../channels/channels.module.css";
import { batchCsv } from "../channels/channels-api.ts";
import { ScrollTable } from "../channels/ScrollTable.tsx";

interface Props {
  readonly batches: readonly HandoutBatch[];
  readonly shown: string | undefined;
  readonly show: (batch: string) => void;
}

/** Former hand-outs, the newest first: to look at again, or as a file. */
export function Batches({ batches, shown, show }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={styles.section} data-section="batches">
      <h2>{t("routing.former")}</h2>
      {batches.length === 0 ? (
        <p className={styles.soft}>{t("routing.no_former")}</p>
      ) : (
        <ScrollTable caption={t("routing.former")}>
          <thead>
            <tr>
              <th scope="col">{t("routing.column.batch")}</th>
              <th scope="col" className={styles.left}>
                {t("routing.column.date")}
              </th>
              <th scope="col" className={styles.left}>
                {t("routing.column.lists")}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {batches.map(({ batch, at, lists }) => (
              <tr key={batch} data-batch={batch}>
                <th scope="row">
                  <code>{batch}</code>
                </th>
                <td className={styles.left}>{format.day(at.slice(0, 10))}</td>
                <td className={styles.left} lang="">
                  {Object.entries(lists)
                    .map(([list, leads]) => `${list} ${format.whole(leads)}`)
                    .join(t("board.list_join"))}
                </td>
                <td>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    disabled={batch === shown}
                    aria-label={t("routing.look_at", { batch })}
                    onClick={() => show(batch)}
                  >
                    {t("routing.look")}
                  </Button>
                  <a
                    href={batchCsv(batch)}
                    download
                    className={styles.channel}
                    aria-label={t("routing.csv_of", { batch })}
                  >
                    CSV
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </section>
  );
}
