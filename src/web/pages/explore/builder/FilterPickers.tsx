import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../app/use-format.ts";
import { type Option, Picker } from "../../../components/picker/Picker.tsx";
import { exploreApi } from "../explore-api.ts";
import { filtersOf } from "../explore-search.ts";
import type { Explore, Words } from "../use-explore.ts";
import styles from "./builder.module.css";

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
export function ValuePicker({ explore, dimension, words, kpis, chosen, choose }: ValueProps) {
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
export function FilterPicker({
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
