import { useTranslation } from "react-i18next";
import type { AccountsShown } from "../../../api/app-types.ts";
import { languageOf } from "../../app/language-of.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { ListActions, type ListTable } from "../../components/export/ListActions.tsx";
import { useMore } from "../../components/use-more.tsx";
import styles from "../channels/channels.module.css";
import { ScrollTable } from "../channels/ScrollTable.tsx";
import own from "./accounts.module.css";
import { RoleMark } from "./RoleMark.tsx";

/** Accounts that are shown before the rest is asked for. */
const FIRST = 25;

/** The accounts on the lists, the furthest first: stage reached, engagements, a column for each role wanted. */
export function AccountList({ answer }: { readonly answer: AccountsShown }) {
  const { t } = useTranslation();
  const format = useFormat();
  const valueName = useDimensionValue();
  const { accounts, count, question } = answer;
  const { shown, more } = useMore(accounts, FIRST);
  const reached = accounts.filter(({ stage }) => stage === "opportunity" || stage === "won").length;
  const roles = [...new Set(accounts.flatMap(({ wanted }) => wanted))].sort();
  const several = new Set(accounts.flatMap(({ lists }) => lists)).size > 1;
  const title = t("accounts.reached", { count: format.whole(count), reached: format.whole(reached) });
  const stageName = (stage: (typeof accounts)[number]["stage"]) =>
    stage ? t(`funnel.stage.${stage}`) : t("accounts.none_reached");
  const text = (id: string, name: string) => ({ id, title: name, kind: "text" as const });
  const table: ListTable = {
    columns: [
      text("account", t("accounts.account")),
      text("lists", t("accounts.list")),
      text("country", t("accounts.country")),
      text("segment", t("accounts.segment")),
      text("owner", t("accounts.owner")),
      text("stage", t("accounts.stage")),
      { id: "stage_since", title: t("accounts.since"), kind: "date" },
      { id: "engagements", title: t("accounts.engagements"), kind: "number" },
      { id: "last_engaged", title: t("accounts.last"), kind: "date" },
      text("roles_wanted", t("accounts.roles")),
      text("roles_known", t("accounts.roles_known")),
      text("roles_engaged", t("accounts.roles_engaged")),
    ],
    rows: accounts.map((one) => [
      one.account,
      one.lists.join("; "),
      one.country,
      one.segment,
      one.owner,
      one.stage === null ? "" : stageName(one.stage),
      one.stage_since,
      one.engagements,
      one.last_engaged,
      one.wanted.join("; "),
      one.known.join("; "),
      one.engaged.join("; "),
    ]),
  };
  return (
    <section className={styles.section} data-section="accounts">
      <div className={styles.head}>
        <h2>{title}</h2>
        <ListActions file={`accounts-${question.from}-${question.to}`} title={title} table={table} answer={answer} />
      </div>
      {roles.length > 0 && <p className={styles.soft}>{t("accounts.marks")}</p>}
      <ScrollTable caption={t("accounts.title")} className={`${own.accounts} ${styles.dense}`}>
        <thead>
          <tr>
            <th scope="col">{t("accounts.account")}</th>
            <th scope="col" className={styles.left}>
              {t("accounts.stage")}
            </th>
            <th scope="col">{t("accounts.engagements")}</th>
            <th scope="col">{t("accounts.last")}</th>
            {roles.map((role) => (
              <th key={role} scope="col" className={own.role} {...languageOf(role)}>
                {role}
              </th>
            ))}
            {several && (
              <th scope="col" className={styles.left}>
                {t("accounts.list")}
              </th>
            )}
            <th scope="col" className={styles.left}>
              {t("accounts.country")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.account} data-stage={one.stage ?? "none"}>
              <th scope="row" className={styles.wrap} {...languageOf(one.account)}>
                {one.account}
              </th>
              <td className={styles.left} title={one.stage_since ? format.day(one.stage_since) : ""}>
                {stageName(one.stage)}
              </td>
              <td>{one.engagements === 0 ? "–" : format.whole(one.engagements)}</td>
              <td>{one.last_engaged ? format.day(one.last_engaged) : "–"}</td>
              {roles.map((role) => (
                <td key={role} className={own.role}>
                  <RoleMark account={one} role={role} />
                </td>
              ))}
              {several && (
                <td className={styles.left} lang="">
                  {one.lists.join(t("board.list_join"))}
                </td>
              )}
              <td className={styles.left}>{one.country === "" ? "–" : valueName("country", one.country)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {more}
      {count > accounts.length && (
        <p className={styles.soft}>{t("accounts.more", { shown: format.whole(accounts.length) })}</p>
      )}
    </section>
  );
}
