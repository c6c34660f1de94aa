import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { AccountSegment, AccountsShown } from "../../../api/app-types.ts";
import type { AnswerRow } from "../../api/client.ts";
import { languageOf } from "../../app/language-of.ts";
import { carried } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodName } from "../../app/use-period-name.ts";
import { BigNumber } from "../../components/BigNumber.tsx";
import { DataActions } from "../../components/export/DataActions.tsx";
import styles from "../channels/channels.module.css";
import { ScrollTable } from "../channels/ScrollTable.tsx";
import { ShareBar } from "./ShareBar.tsx";

const WHOLE = ["account_penetration", "buying_group_coverage", "buying_group_engagement"] as const;

/** The three rates of target accounts, and the same by list and by role. */
export function Penetration({ answer }: { readonly answer: AccountsShown }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { total, lists, roles, kpis, question } = answer;
  const periodName = usePeriodName();
  const penetration = total.account_penetration;
  const title =
    penetration?.value != null && penetration.n !== undefined
      ? t("accounts.engaged", {
          part: format.whole(Math.round(penetration.value * penetration.n)),
          n: format.whole(penetration.n),
          period: periodName(penetration.period),
        })
      : t("accounts.title");
  const shown = WHOLE.filter((id) => total[id]);
  const name = (id: string) => kpis[id]?.name[format.language] ?? id;
  const all = [...lists, ...roles].flatMap(({ values }) => Object.values(values));
  const part = ({ value, n }: AnswerRow) =>
    value === null || n === undefined
      ? ""
      : t("accounts.part", { part: format.whole(Math.round(value * n)), n: format.whole(n) });
  const table = (title: string, segments: readonly AccountSegment[], columns: readonly string[]) => (
    <>
      <h3>{title}</h3>
      <ScrollTable caption={title}>
        <thead>
          <tr>
            <td />
            {columns.map((id) => (
              <th key={id} scope="col" className={styles.left}>
                {name(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {segments.map(({ name: one, values }) => (
            <tr key={one}>
              <th scope="row" {...languageOf(one)}>
                {one}
              </th>
              {columns.map((id) => (
                <td key={id} className={styles.left}>
                  <ShareBar row={values[id]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </>
  );
  return (
    <section className={styles.section} data-section="penetration">
      <div className={styles.head}>
        <h2>{title}</h2>
        <DataActions
          file={`target-accounts-${question.from}-${question.to}`}
          title={title}
          rows={all}
          totals={Object.values(total)}
          answer={answer}
        />
      </div>
      <dl className={styles.figures}>
        {shown.map((id) => {
          const row = total[id];
          return (
            row && (
              <div key={id} data-kpi={id}>
                <dt>
                  <Link to="/kpis/$kpi" params={{ kpi: id }} search={carried} className={styles.kpi}>
                    {name(id)}
                  </Link>
                </dt>
                <dd>
                  <BigNumber value={row.value} unit={row.unit} />
                  <p>{row.value === null ? row.reason?.text : part(row)}</p>
                  {row.interval && <p>{t("card.interval", format.interval(row.interval, row.unit))}</p>}
                </dd>
              </div>
            )
          );
        })}
      </dl>
      {lists.length > 1 && table(t("accounts.by_list"), lists, shown)}
      {roles.length > 0
        ? table(
            t("accounts.by_role"),
            roles,
            shown.filter((id) => id !== "account_penetration"),
          )
        : total.buying_group_coverage && <p className={styles.soft}>{t("accounts.no_roles")}</p>}
    </section>
  );
}
