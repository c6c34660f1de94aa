import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type KpiInfo, LostServer } from "../../api/client.ts";
import frame from "../../app/app-frame.module.css";
import { catalogueQuestion } from "../../app/catalogue-question.ts";
import { carried } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriod } from "../../app/use-period.ts";
import { useTitle } from "../../app/use-title.ts";
import { PeriodPicker } from "../../components/PeriodPicker.tsx";
import { Problem } from "../../components/Problem.tsx";
import { withDashes } from "../../components/with-dashes.ts";
import { Chooser } from "./Chooser.tsx";
import { findKpis } from "./find-kpis.ts";
import { groupKpis } from "./group-kpis.ts";
import styles from "./kpis.module.css";
import { MeasuresView } from "./MeasuresView.tsx";
import { TreeView } from "./TreeView.tsx";

const GOALS = ["performance", "impact", "loyalty"] as const;
const RACE = ["reach", "act", "convert", "engage"] as const;
const TIMING = ["leading", "lagging"] as const;

const SHOWN = [undefined, "tree", "measures"] as const;
const GROUPS = ["race", "goal", "owner"] as const;

/** The catalogue: KPIs by family, stage, goal or owner, searched and narrowed; the tree of them; what they are made of. */
export function KpisPage() {
  const { t, i18n } = useTranslation();
  const { language } = useFormat();
  const { q = "", goal, race, timing, show, group, compare = "previous" } = useSearch({ from: "/kpis" });
  const period = usePeriod();
  const navigate = useNavigate();
  const query = useQuery(catalogueQuestion);
  useTitle(t("kpis.title"));
  const set = (change: Record<string, string | undefined>) =>
    void navigate({ to: ".", search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const all = query.data ?? [];
  const found = findKpis(all, { q, goal, race, timing });
  const groups = groupKpis(found, group);
  const groupName = (id: string) => {
    const key = `${group === "owner" ? "kpis.owner" : (group ?? "family")}.${id.replaceAll(" ", "_")}`;
    return i18n.exists(key) ? t(key as "family.traffic") : <code>{id}</code>;
  };
  return (
    <>
      <header className={frame.header}>
        <div className={frame.grow}>
          <h1 className={frame.title}>{t("kpis.title")}</h1>
          <p className={frame.subtitle}>{t("kpis.intro")}</p>
        </div>
        {show === "tree" && <PeriodPicker period={period} compare={compare} />}
      </header>
      <nav className={styles.shown} aria-label={t("kpis.shown")}>
        {SHOWN.map((one) => (
          <Link
            key={one ?? "list"}
            to="/kpis"
            search={(before) => ({ ...carried(before), ...(one && { show: one }) })}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={one === show ? "page" : undefined}
          >
            {t(`kpis.show_${one ?? "list"}`)}
          </Link>
        ))}
      </nav>
      {show !== "tree" && (
        <search className={styles.filters}>
          <input
            type="search"
            className={styles.search}
            aria-label={t("kpis.search")}
            placeholder={t("kpis.search")}
            value={q}
            onChange={(event) => set({ q: event.target.value || undefined })}
          />
          {show === undefined && (
            <>
              <Chooser
                label={t("kpis.group")}
                value={group}
                none={t("kpis.family")}
                choices={GROUPS.map((id) => ({ id, name: t(`kpis.group_${id}`) }))}
                choose={(id) => set({ group: id })}
              />
              <Chooser
                label={t("kpis.goal")}
                value={goal}
                choices={GOALS.map((id) => ({ id, name: t(`goal.${id}`) }))}
                choose={(id) => set({ goal: id })}
              />
              <Chooser
                label={t("kpis.race")}
                value={race}
                choices={RACE.map((id) => ({ id, name: t(`race.${id}`) }))}
                choose={(id) => set({ race: id })}
              />
              <Chooser
                label={t("kpis.timing")}
                value={timing}
                choices={TIMING.map((id) => ({ id, name: t(`timing.${id}`) }))}
                choose={(id) => set({ timing: id })}
              />
              <span className={styles.count} role="status">
                {query.data && t("kpis.found", { count: found.length, all: all.length })}
              </span>
            </>
          )}
        </search>
      )}
      {query.error && !(query.error instanceof LostServer) && (
        <Problem error={query.error} retry={() => void query.refetch()} />
      )}
      {!query.data && <Skeleton height={480} radius={12} aria-busy="true" />}
      {query.data && show === "tree" && <TreeView kpis={all} />}
      {query.data && show === "measures" && <MeasuresView kpis={all} q={q} />}
      {query.data && show === undefined && found.length === 0 && <p>{t("kpis.nothing")}</p>}
      {show === undefined &&
        groups.map(({ id, kpis }) => (
          <section key={id} className={styles.family}>
            <h2>{groupName(id)}</h2>
            <ul className={styles.list}>
              {kpis.map((kpi) => (
                <Entry key={kpi.id} kpi={kpi} name={kpi.name[language]} text={kpi.definition[language]} />
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

function Entry({ kpi, name, text }: { readonly kpi: KpiInfo; readonly name: string; readonly text: string }) {
  const { t } = useTranslation();
  return (
    <li className={styles.entry}>
      <Link to="/kpis/$kpi" params={{ kpi: kpi.id }} search={carried} className={styles.name}>
        {name}
      </Link>
      <p className={styles.text}>{withDashes(text)}</p>
      <p className={styles.facts}>
        <code>{kpi.id}</code>
        <span>{t(`goal.${kpi.goal_class}`)}</span>
        <span>{t(`race.${kpi.race}`)}</span>
        <span>{t(`kpis.better.${kpi.better}`)}</span>
      </p>
    </li>
  );
}
