import { useTranslation } from "react-i18next";
import type { RoutedLeads } from "../../../api/app-types.ts";
import { languageOf } from "../../app/language-of.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { ListActions } from "../../components/export/ListActions.tsx";
import { useMore } from "../../components/use-more.tsx";
import styles from "../channels/channels.module.css";
import { ScrollTable } from "../channels/ScrollTable.tsx";
import { routedTable } from "./routed-table.ts";

/** Leads that are shown before the rest is asked for. */
const FIRST = 20;

/** Leads by list; of a hand-out its lists as files too. */
export function LeadTable({ routed }: { readonly routed: RoutedLeads }) {
  const { t } = useTranslation();
  const format = useFormat();
  const valueName = useDimensionValue();
  const { rows, lists, batch } = routed;
  const { shown, more } = useMore(rows, FIRST);
  const named = rows.some(({ email, name }) => email !== "" || name !== "");
  return (
    <>
      <dl className={styles.figures} data-lists>
        {lists.map(({ list, leads }) => (
          <div key={list}>
            <dt {...languageOf(list)}>{list}</dt>
            <dd>
              <b className="number">{t("routing.leads", { count: format.whole(leads) })}</b>
              {batch !== null && (
                <p className={styles.flush}>
                  <ListActions
                    file={`${batch}-${list}`}
                    title={`${t("routing.batch", { batch })}: ${list}`}
                    table={routedTable(
                      rows.filter((row) => row.list === list),
                      t,
                    )}
                  />
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <ScrollTable caption={t("routing.caption")} className={styles.dense}>
        <thead>
          <tr>
            {(["date", "list", "intent", "origin", "account", "country", "rule"] as const).map((id) => (
              <th key={id} scope="col" className={styles.left}>
                {t(`routing.column.${id}`)}
              </th>
            ))}
            {named && (
              <th scope="col" className={styles.left}>
                {t("routing.column.person")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.lead}>
              <th scope="row">{format.day(row.date)}</th>
              <td className={styles.left} {...languageOf(row.list)}>
                {row.list}
              </td>
              <td className={styles.left}>{t(`routing.intent.${row.intent}`)}</td>
              <td className={styles.left}>
                {row.kind === "vendor" && row.vendor !== "" ? (
                  <span {...languageOf(row.vendor)}>{row.vendor}</span>
                ) : (
                  t(`routing.kind.${row.kind}`)
                )}
              </td>
              <td className={`${styles.left} ${styles.wrap}`} {...languageOf(row.account)}>
                {row.account || "–"}
              </td>
              <td className={styles.left}>{row.country === "" ? "–" : valueName("country", row.country)}</td>
              <td className={styles.left}>
                <code>{row.rule}</code>
              </td>
              {named && (
                <td className={styles.left} lang="">
                  {[row.name, row.email]
                    .filter((one, index) => one !== "" || (index === 0 && row.email === ""))
                    .map((one) => (
                      <div key={one}>{one || "–"}</div>
                    ))}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {more}
      {batch !== null && !named && <p className={styles.soft}>{t("routing.no_addresses")}</p>}
    </>
  );
}
