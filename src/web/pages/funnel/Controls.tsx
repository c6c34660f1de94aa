import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, LostServer } from "../../api/client.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { Problem } from "../../components/Problem.tsx";
import { Choice } from "./Choice.tsx";
import styles from "./funnel.module.css";
import { EVERYONE, type FunnelSearch } from "./funnel-search.ts";

const WINDOWS = ["30", "60", "90", "120", "180", "365"];
const DIMENSIONS = ["channel", "country", "market", "source"] as const;

/** Period or cohort, its window, and which segments stand side by side; all of it in the address. */
export function Controls({ search, period }: { readonly search: FunnelSearch; readonly period: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const valueName = useDimensionValue();
  const navigate = useNavigate();
  const { mode, window, dim, a, b } = search;
  const set = (change: Readonly<Record<string, string | undefined>>) =>
    void navigate({ to: ".", search: (before) => ({ ...before, ...change }), resetScroll: false });
  const values = useQuery({
    queryKey: ["funnel-values", dim, period, format.language],
    queryFn: () => api.ask({ kpis: ["leads"], period, by: [dim ?? ""] }, format.language),
    enabled: dim !== undefined,
  });
  const known = (values.data?.rows ?? [])
    .filter((row) => dim !== undefined && row.by[dim] !== undefined)
    .toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0))
    .map((row) => row.by[dim ?? ""] ?? "");
  // A value of the address stands in the list even where this period has none of it.
  const listed = [...new Set([...known, ...[a, b].filter((one) => one !== undefined && one !== EVERYONE)])];
  const choices = listed.map((id) => ({ id: id ?? "", name: valueName(dim ?? "", id ?? "") }));
  const everyone = { id: EVERYONE, name: t("funnel.everyone") };
  const modes = ["period", "cohort"] as const;
  return (
    <>
      <div className={styles.controls}>
        <fieldset className={styles.modes}>
          <legend>{t("funnel.mode")}</legend>
          {modes.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={(mode ?? "period") === one}
              onClick={() => set({ mode: one === "cohort" ? one : undefined, window: undefined })}
            >
              {t(`funnel.${one}`)}
            </button>
          ))}
        </fieldset>
        {mode === "cohort" && (
          <Choice
            label={t("funnel.window")}
            value={window ?? ""}
            choices={[
              { id: "", name: t("funnel.window_own") },
              ...[...new Set([...WINDOWS, ...(window ? [window] : [])])].map((days) => ({
                id: days,
                name: t("funnel.days", { days }),
              })),
            ]}
            choose={(id) => set({ window: id || undefined })}
          />
        )}
        <Choice
          label={t("funnel.dimension")}
          value={dim ?? ""}
          choices={[
            { id: "", name: t("funnel.no_split") },
            ...DIMENSIONS.map((id) => ({ id, name: t(`funnel.dimensions.${id}`) })),
            ...(dim !== undefined && !DIMENSIONS.some((one) => one === dim) ? [{ id: dim, name: dim }] : []),
          ]}
          choose={(id) => set({ dim: id || undefined, a: undefined, b: undefined })}
        />
        {dim !== undefined && (
          <>
            <Choice
              label={t("funnel.show")}
              value={a ?? EVERYONE}
              choices={[everyone, ...choices]}
              choose={(id) => set({ a: id === EVERYONE ? undefined : id })}
            />
            <Choice
              label={t("funnel.beside")}
              value={b ?? ""}
              choices={[{ id: "", name: t("funnel.nobody") }, everyone, ...choices]}
              choose={(id) => set({ b: id || undefined })}
            />
          </>
        )}
      </div>
      {values.error && !(values.error instanceof LostServer) && (
        <Problem error={values.error} retry={() => void values.refetch()} />
      )}
      <p className={styles.meaning}>{mode === "cohort" ? t("funnel.cohort_means") : t("funnel.period_means")}</p>
    </>
  );
}
