import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { KpiInfo } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { findKpis } from "../kpis/find-kpis.ts";
import styles from "./board-editor.module.css";

interface Props {
  readonly kpis: readonly KpiInfo[];
  /** Stand on the board already. */
  readonly taken: readonly string[];
  readonly groups: readonly { readonly key: string; readonly name: string }[];
  readonly group: string;
  readonly setGroup: (key: string) => void;
  readonly add: (kpi: string) => void;
}

/** The catalogue beside the board: searched by words, each KPI one press away from its group. */
export function KpiFinder({ kpis, taken, groups, group, setGroup, add }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const [q, setQ] = useState("");
  const found = findKpis(kpis, { q }).filter(({ id }) => !taken.includes(id));
  return (
    <section className={styles.finder} aria-label={t("board.finder")}>
      <h2>{t("board.finder")}</h2>
      <input
        type="search"
        aria-label={t("kpis.search")}
        placeholder={t("kpis.search")}
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      {groups.length > 1 && (
        <label className={styles.into}>
          {t("board.into")}
          <select value={group} onChange={(event) => setGroup(event.target.value)}>
            {groups.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <p className={styles.empty} role="status">
        {found.length === 0 ? t("kpis.nothing") : t("kpis.found", { count: found.length, all: kpis.length })}
      </p>
      <ul className={styles.found}>
        {found.map((kpi) => (
          <li key={kpi.id}>
            <button type="button" onClick={() => add(kpi.id)} data-add={kpi.id} title={kpi.definition[language]}>
              <span>{kpi.name[language]}</span>
              <span aria-hidden="true">+</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
