import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { KpiInfo } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { findKpis } from "../kpis/find-kpis.ts";
import { groupKpis } from "../kpis/group-kpis.ts";
import styles from "./board-editor.module.css";
import { DRAGGED } from "./dragged.ts";

/** Id of the field in which KPIs are searched for. */
export const FINDER = "kpi-finder";

interface Props {
  readonly kpis: readonly KpiInfo[];
  /** Stand on the board already. */
  readonly taken: readonly string[];
  readonly groups: readonly { readonly key: string; readonly name: string }[];
  readonly group: string;
  readonly setGroup: (key: string) => void;
  readonly add: (kpi: string) => void;
}

/** The catalogue beside the board: searched by words, each KPI one press or a drag away from its group. */
export function KpiFinder({ kpis, taken, groups, group, setGroup, add }: Props) {
  const { t, i18n } = useTranslation();
  const { language } = useFormat();
  const [q, setQ] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const take = (kpi: string) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>("[data-add]") ?? [])];
    const at = buttons.findIndex((one) => one.dataset.add === kpi);
    add(kpi);
    // What is added leaves the list: the focus goes on to the one after it.
    const next = (buttons[at + 1] ?? buttons[at - 1])?.dataset.add;
    requestAnimationFrame(() =>
      (list.current?.querySelector<HTMLElement>(`[data-add="${next}"]`) ?? document.getElementById(FINDER))?.focus(),
    );
  };
  const found = findKpis(kpis, { q }).filter(({ id }) => !taken.includes(id));
  return (
    <section className={styles.finder} aria-label={t("board.finder")}>
      <h2>{t("board.finder")}</h2>
      <input
        id={FINDER}
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
      <div ref={list} className={styles.found}>
        {groupKpis(found, undefined).map((family) => (
          <section key={family.id}>
            <h3>{i18n.exists(`family.${family.id}`) ? t(`family.${family.id}` as "family.traffic") : family.id}</h3>
            <ul>
              {family.kpis.map((kpi) => (
                <li key={kpi.id}>
                  <button
                    type="button"
                    draggable
                    onDragStart={(event) => {
                      event.dataTransfer.setData(DRAGGED, kpi.id);
                      event.dataTransfer.effectAllowed = "move";
                    }}
                    onClick={() => take(kpi.id)}
                    data-add={kpi.id}
                    title={kpi.definition[language]}
                  >
                    <span>{kpi.name[language]}</span>
                    <span aria-hidden="true">+</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
