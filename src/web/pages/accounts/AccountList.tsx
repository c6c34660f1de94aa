import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AccountsShown } from "../../../api/app-types.ts";
import { languageOf } from "../../app/language-of.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { saveFile } from "../../components/save-file.ts";
import { csvText } from "../../components/to-csv.ts";
import styles from "../channels/channels.module.css";
import own from "./accounts.module.css";
import { RoleMarks } from "./RoleMarks.tsx";

/** Accounts that are shown before the rest is asked for. */
const FIRST = 25;

/** The accounts on the lists, the furthest first: stage reached, engagements, roles. */
export function AccountList({ answer }: { readonly answer: AccountsShown }) {
  const { t } = useTranslation();
  const format = useFormat();
  const valueName = useDimensionValue();
  const [all, setAll] = useState(false);
  const { accounts, count, question } = answer;
  const shown = all ? accounts : accounts.slice(0, FIRST);
  const reached = accounts.filter(({ stage }) => stage === "opportunity" || stage === "won").length;
  const save = () => {
    const columns = ["account", "lists", "country", "segment", "owner", "stage", "stage_since", "engagements"];
    const lines = accounts.map((one) => [
      one.account,
      one.lists.join("; "),
      one.country,
      one.segment,
      one.owner,
      one.stage,
      one.stage_since,
      one.engagements,
      one.last_engaged,
      one.wanted.join("; "),
      one.known.join("; "),
      one.engaged.join("; "),
    ]);
    const title = [...columns, "last_engaged", "roles_wanted", "roles_known", "roles_engaged"];
    saveFile(
      `accounts-${question.from}-${question.to}.csv`,
      "text/csv;charset=utf-8",
      `\uFEFF${csvText([title, ...lines])}`,
    );
  };
  return (
    <section className={styles.section} data-section="accounts">
      <div className={styles.head}>
        <h2>{t("accounts.reached", { count: format.whole(count), reached: format.whole(reached) })}</h2>
        <Button variant="subtle" size="compact-sm" onClick={save}>
          {t("kpi.save_data")}
        </Button>
      </div>
      <p className={styles.soft}>{t("accounts.marks")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <div className={styles.scroll} tabIndex={0}>
        <table className={`${styles.table} ${own.accounts}`}>
          <caption className="visually-hidden">{t("accounts.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("accounts.account")}</th>
              <th scope="col" className={styles.left}>
                {t("accounts.stage")}
              </th>
              <th scope="col">{t("accounts.engagements")}</th>
              <th scope="col">{t("accounts.last")}</th>
              <th scope="col" className={styles.left}>
                {t("accounts.roles")}
              </th>
              <th scope="col" className={styles.left}>
                {t("accounts.list")}
              </th>
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
                  {one.stage ? t(`funnel.stage.${one.stage}`) : t("accounts.none_reached")}
                </td>
                <td>{one.engagements === 0 ? "–" : format.whole(one.engagements)}</td>
                <td>{one.last_engaged ? format.day(one.last_engaged) : "–"}</td>
                <td className={styles.left}>
                  <RoleMarks account={one} />
                </td>
                <td className={styles.left} lang="">
                  {one.lists.join(t("board.list_join"))}
                </td>
                <td className={styles.left}>{one.country === "" ? "–" : valueName("country", one.country)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {accounts.length > FIRST && (
        <Button variant="subtle" size="compact-sm" mt={8} onClick={() => setAll(!all)}>
          {all ? t("kpi.fewer") : t("kpi.more", { count: accounts.length - FIRST })}
        </Button>
      )}
      {count > accounts.length && (
        <p className={styles.soft}>{t("accounts.more", { shown: format.whole(accounts.length) })}</p>
      )}
    </section>
  );
}
