import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { KpiInfo } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { type Option, Picker } from "../../components/picker/Picker.tsx";
import { Choice } from "../funnel/Choice.tsx";
import styles from "./explore.module.css";
import { exploreApi } from "./explore-api.ts";
import { filtersOf, filtersText, GRAINS, listOf } from "./explore-search.ts";
import type { Explore, Words } from "./use-explore.ts";

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
    change({ kpis: listed(ids), sort: ids.includes(search.sort?.replace(/^-/, "") ?? "") ? search.sort : undefined });
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

function Part({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot flow within a line
    <span role="group" aria-label={label} className={styles.part}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      {children}
    </span>
  );
}

interface ChipProps {
  readonly id: string;
  readonly name: string;
  readonly options: readonly Option[];
  /** Another takes its place. */
  readonly swap: (id: string) => void;
  readonly remove?: () => void;
}

/** One thing chosen: its name opens the list of what could stand there instead. */
function Chip({ id, name, options, swap, remove }: ChipProps) {
  const { t } = useTranslation();
  return (
    <span className={styles.chip}>
      <Picker label={name} className={styles.chipName} options={options} chosen={[id]} choose={swap}>
        {name}
      </Picker>
      {remove && (
        <button type="button" className={styles.remove} aria-label={t("explore.remove", { name })} onClick={remove}>
          ×
        </button>
      )}
    </span>
  );
}

/** Dimensions of the chosen KPIs: possible for all first; for those that lack one, the reason. */
function useDimensions({ search, period }: Explore, words: Words): readonly Option[] {
  const { t } = useTranslation();
  const { language } = useFormat();
  const ids = listOf(search.kpis);
  const asked = useQueries({
    queries: ids.map((kpi) => ({
      queryKey: ["dimensions", kpi, period, search.mode, language],
      queryFn: () => exploreApi.dimensions(kpi, period, search.mode, language),
      staleTime: 300_000,
    })),
  });
  const known = asked.map(({ data }) => data?.dimensions ?? []);
  const all = [...new Map(known.flat().map((one) => [one.id, one])).values()];
  return all
    .map((one) => {
      const lacking = ids.filter(
        (_, i) => asked[i]?.data && !known[i]?.some(({ id, possible }) => id === one.id && possible),
      );
      const reason = known.flat().find(({ id, reason }) => id === one.id && reason)?.reason ?? "";
      const none = lacking.length === ids.length;
      return {
        id: one.id,
        name: words.dimension(one.id),
        ...(one.kind === "attribute" && { group: t("explore.attributes") }),
        disabled: none,
        note:
          lacking.length === 0
            ? undefined
            : none || ids.length === 1
              ? reason
              : t("explore.not_all", { names: lacking.map(words.kpi).join(t("explore.join")), reason: "" }).replace(
                  /[:：]\s*$/,
                  "",
                ),
        lacking: lacking.length,
      };
    })
    .sort((a, b) => Number("group" in a) - Number("group" in b) || a.lacking - b.lacking)
    .map(({ lacking: _, ...option }) => option);
}

interface ValueProps {
  readonly explore: Explore;
  readonly dimension: string;
  readonly words: Words;
  readonly kpis: readonly string[];
  readonly chosen: readonly string[];
  readonly choose: (dimension: string, values: readonly string[]) => void;
}

const MOST_VALUES = 50;

function useValues({ search, period }: Explore, dimension: string | null, kpis: readonly string[], text: string) {
  const { language } = useFormat();
  return useQuery({
    queryKey: ["dimension-values", dimension, kpis[0], period, search.mode, search.where, text, language],
    queryFn: () =>
      exploreApi.values(dimension ?? "", {
        kpi: kpis[0] ?? "",
        period,
        mode: search.mode,
        search: text || undefined,
        limit: String(MOST_VALUES),
        where: Object.entries(filtersOf(search.where)).flatMap(([id, values]) =>
          values.map((value) => `${id}=${value}`),
        ),
      }),
    enabled: dimension !== null && kpis.length > 0,
  });
}

/** A filter's values, to add or take away. */
function ValuePicker({ explore, dimension, words, kpis, chosen, choose }: ValueProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const values = useValues(explore, open ? dimension : null, kpis, text);
  const options = useValueOptions(values.data, dimension, words, kpis, text === "" ? chosen : []);
  const label = t("explore.filter", {
    dimension: words.dimension(dimension),
    values: chosen.map((value) => words.value(dimension, value)).join(t("explore.or")),
  });
  return (
    <Picker
      label={label}
      className={styles.chipName}
      several
      options={options}
      chosen={chosen}
      busy={values.isPending}
      onOpen={() => setOpen(true)}
      onSearch={setText}
      foot={values.data?.more ? t("explore.more_values", { count: MOST_VALUES }) : undefined}
      choose={(value) =>
        choose(dimension, chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
      }
    >
      {label}
    </Picker>
  );
}

/** First the dimension, then its values: two lists in one button. */
function FilterPicker({
  explore,
  dimensions,
  words,
  kpis,
  choose,
}: Omit<ValueProps, "dimension" | "chosen"> & { readonly dimensions: readonly Option[] }) {
  const { t } = useTranslation();
  const [dimension, setDimension] = useState<string | null>(null);
  const [text, setText] = useState("");
  const values = useValues(explore, dimension, kpis, text);
  const options = useValueOptions(values.data, dimension ?? "", words, kpis, []);
  if (dimension === null) {
    return (
      <Picker
        label={t("explore.add_filter")}
        className={styles.add}
        options={dimensions}
        chosen={[]}
        choose={(id) => {
          setText("");
          setDimension(id);
        }}
      >
        <span aria-hidden="true">+</span>
      </Picker>
    );
  }
  return (
    <span className={styles.chip}>
      <Picker
        key={dimension}
        label={t("explore.values_of", { name: words.dimension(dimension) })}
        className={styles.chipName}
        startOpen
        options={options}
        chosen={[]}
        busy={values.isPending}
        onSearch={setText}
        onClose={() => setDimension(null)}
        foot={values.data?.more ? t("explore.more_values", { count: MOST_VALUES }) : undefined}
        choose={(value) => {
          choose(dimension, [value]);
          setDimension(null);
        }}
      >
        {`${words.dimension(dimension)} …`}
      </Picker>
    </span>
  );
}

function useValueOptions(
  found: { readonly values: readonly { readonly value: string; readonly counted: number | null }[] } | undefined,
  dimension: string,
  words: Words,
  kpis: readonly string[],
  chosen: readonly string[],
): readonly Option[] {
  const format = useFormat();
  const unit = words.unit(kpis[0] ?? "");
  const listed = found?.values ?? [];
  const gone = chosen.filter((value) => found && !listed.some((one) => one.value === value));
  return [...gone.map((value) => ({ value, counted: null })), ...listed].map(({ value, counted }) => ({
    id: value,
    name: words.value(dimension, value),
    note: format.value(counted, unit),
  }));
}
