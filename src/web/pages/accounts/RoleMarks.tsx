import { useTranslation } from "react-i18next";
import type { TargetAccount } from "../../../api/app-types.ts";
import { languageOf } from "../../app/language-of.ts";
import styles from "./accounts.module.css";

/** The roles wanted at an account: engaged, known, or nobody yet, by shape and word. */
export function RoleMarks({ account }: { readonly account: TargetAccount }) {
  const { t } = useTranslation();
  const { wanted, known, engaged } = account;
  if (wanted.length === 0) return <span>–</span>;
  return (
    <ul className={styles.roles}>
      {wanted.map((role) => {
        const state = engaged.includes(role) ? "engaged" : known.includes(role) ? "known" : "missing";
        return (
          <li key={role} data-role={state}>
            <i aria-hidden="true" />
            <span {...languageOf(role)}>{role}</span>
            <span className="visually-hidden"> {t(`accounts.role.${state}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}
