import { useTranslation } from "react-i18next";
import type { KpiInfo } from "../../../api/client.ts";
import { Picker } from "../../../components/picker/Picker.tsx";
import { Choice } from "../../funnel/Choice.tsx";
import { filtersOf, filtersText, GRAINS, LARGEST, listOf } from "../explore-search.ts";
import { sortOf } from "../sort.ts";
import type { Explore, Words } from "../use-explore.ts";
import styles from "./builder.module.css";
import { Chip, Part } from "./Chip.tsx";
import { FilterPicker, ValuePicker } from "./FilterPickers.tsx";
import { useDimensions } from "./use-dimensions.ts";

const MOST_KPIS = 12;
const MOST_DIMENSIONS = 3;
const WINDOWS = ["30", "60", "90", "180", "365"];

interface Props {
  readonly explore: Explore;
  readonly kpis: readonly KpiInfo[];
  readonly words: Words;
}

/** The question as a line to read and to change: which KPIs, by which dimensions, each which step, only which rows. */
export function Builder({ explore, kpis, words }: Props) {
  const { t } = useTranslation();
  const { search, change } = explore;
  const chosen = listOf(search.kpis);
  const by = listOf(search.by);
  const filters = filtersOf(search.where);
  const dimensions = useDimensions(explore, words);
  const listed = (ids: readonly string[]) => (ids.length > 0 ? ids.join(",") : undefined);
  const toggled = (ids: readonly string[], id: string) =>
    ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
  const setKpis = (ids: readonly string[]) =>
    change({ kpis: listed(ids), sort: ids.includes(sortOf(search.sort)?.kpi ?? "") ? search.sort : undefined });
  const narrow = (dimension: string, values: readonly string[]) =>
    change({ where: filtersText({ ...filters, [dimension]: values }) });
  const cohort = chosen.some((id) => kpis.find((kpi) => kpi.id === id)?.cohort);
  const swapped = (ids: readonly string[], old: string, id: string) =>
    ids.includes(id) ? ids : ids.map((one) => (one === old ? id : one));
  const kpiOptions = kpis.map((kpi) => ({
    id: kpi.id,
    name: words.kpi(kpi.id),
    group: t(`family.${kpi.family}` as "family.funnel", { defaultValue: kpi.family }),
  }));
  return (
    <div className={styles.builder}>
      <Part label={t("explore.show_kpis")}>
        {chosen.map((id) => (
          <Chip
            key={id}
            name={words.kpi(id)}
            options={kpiOptions}
            id={id}
            swap={(other) => setKpis(swapped(chosen, id, other))}
            {...(chosen.length > 1 && { remove: () => setKpis(toggled(chosen, id)) })}
          />
        ))}
        <Picker
          label={t("explore.add_kpi")}
          className={styles.add}
          several
          options={kpiOptions.map((one) => ({
            ...one,
            disabled: !chosen.includes(one.id) && chosen.length >= MOST_KPIS,
          }))}
          chosen={chosen}
          choose={(id) => {
            const next = toggled(chosen, id);
            if (next.length > 0) setKpis(next);
          }}
        >
          <span aria-hidden="true">+</span>
        </Picker>
      </Part>
      <Part label={t("explore.by")}>
        {by.map((id) => (
          <Chip
            key={id}
            name={words.dimension(id)}
            options={dimensions}
            id={id}
            swap={(other) => change({ by: listed(swapped(by, id, other)) })}
            remove={() => change({ by: listed(toggled(by, id)) })}
          />
        ))}
        <Picker
          label={t("explore.add_dimension")}
          className={styles.add}
          several
          options={dimensions.map((one) => ({
            ...one,
            disabled: !by.includes(one.id) && (one.disabled === true || by.length >= MOST_DIMENSIONS),
          }))}
          chosen={by}
          choose={(id) => change({ by: listed(toggled(by, id)) })}
        >
          <span aria-hidden="true">+</span>
        </Picker>
      </Part>
      {by.length > 0 && (
        <Choice
          label={t("explore.parts")}
          value={search.top ?? ""}
          choices={[
            { id: "", name: t("explore.all_parts") },
            ...LARGEST.map((count) => ({ id: count, name: t("explore.largest", { count: Number(count) }) })),
          ]}
          choose={(top) => change({ top: top === "" ? undefined : top })}
        />
      )}
      <Choice
        label={t("explore.each")}
        value={search.grain ?? ""}
        choices={[
          { id: "", name: t("explore.grain.none") },
          ...GRAINS.map((grain) => ({ id: grain, name: t(`explore.grain.${grain}`) })),
        ]}
        choose={(grain) => change({ grain: grain === "" ? undefined : grain })}
      />
      <Part label={t("explore.only")}>
        {Object.entries(filters).map(([dimension, values]) => (
          <span key={dimension} className={styles.chip}>
            <ValuePicker
              explore={explore}
              dimension={dimension}
              words={words}
              kpis={chosen}
              chosen={values}
              choose={narrow}
            />
            <button
              type="button"
              className={styles.remove}
              aria-label={t("explore.remove", { name: words.dimension(dimension) })}
              onClick={() => narrow(dimension, [])}
            >
              ×
            </button>
          </span>
        ))}
        <FilterPicker
          explore={explore}
          dimensions={dimensions.filter(({ id }) => !(id in filters))}
          words={words}
          kpis={chosen}
          choose={narrow}
        />
      </Part>
      {cohort && (
        <Choice
          label={t("explore.mode")}
          value={search.mode ?? "period"}
          choices={[
            { id: "period", name: t("explore.period_mode") },
            { id: "cohort", name: t("explore.cohort_mode") },
          ]}
          choose={(mode) => change({ mode: mode === "cohort" ? "cohort" : undefined, window: undefined })}
        />
      )}
      {search.mode && (
        <Choice
          label={t("explore.window")}
          value={search.window ?? ""}
          choices={[
            { id: "", name: t("explore.window_own") },
            ...[...new Set([...WINDOWS, ...(search.window ? [search.window] : [])])].map((days) => ({
              id: days,
              name: t("explore.days", { days }),
            })),
          ]}
          choose={(window) => change({ window: window === "" ? undefined : window })}
        />
      )}
      <Choice
        label={t("explore.compare")}
        value={search.vs ?? "on"}
        choices={[
          { id: "on", name: t("explore.compare_on") },
          { id: "off", name: t("explore.compare_off") },
        ]}
        choose={(vs) => change({ vs: vs === "off" ? "off" : undefined })}
      />
    </div>
  );
}
