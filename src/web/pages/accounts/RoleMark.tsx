import { useTranslation } from "react-i18next";
import type { TargetAccount } from "../../../api/app-types.ts";

interface Props {
  readonly account: TargetAccount;
  readonly role: string;
}

/** How a role stands at an account: engaged, known, nobody yet, by shape and word; nothing where it is not wanted. */
export function RoleMark({ account, role }: Props) {
  const { t } = useTranslation();
  const { wanted, known, engaged } = account;
  if (!wanted.includes(role)) return null;
  const state = engaged.includes(role) ? "engaged" : known.includes(role) ? "known" : "missing";
  return (
    <span data-role={state} title={t(`accounts.role.${state}`)}>
      <i aria-hidden="true" />
      <span className="visually-hidden">{t(`accounts.role.${state}`)}</span>
    </span>
  );
}
