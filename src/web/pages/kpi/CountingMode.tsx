import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { KpiInfo } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import styles from "./kpi.module.css";
import type { KpiSearch } from "./kpi-search.ts";

const WINDOWS = ["30", "60", "90", "120", "180", "365"];

/** Period or cohort, and the cohort's window, for a KPI that has both; each way says what it counts. */
export function CountingMode({ kpi, search }: { readonly kpi: KpiInfo; readonly search: KpiSearch }) {
  const { t } = useTranslation();
  const { whole } = useFormat();
  const navigate = useNavigate();
  const { mode, window } = search;
  // An address that asks for cohorts of a KPI without them leads back to the period.
  if (!kpi.cohort && !mode) return null;
  const own = String(kpi.cohort?.window_days ?? 90);
  const set = (change: Readonly<Record<string, string | undefined>>) =>
    void navigate({ to: ".", search: (before) => ({ ...before, ...change }), resetScroll: false });
  const windows = [...new Set([...WINDOWS, own, ...(window ? [window] : [])])].sort((a, b) => Number(a) - Number(b));
  return (
    <div className={styles.mode} data-section="mode">
      <fieldset className={styles.modes}>
        <legend className="visually-hidden">{t("kpi.mode")}</legend>
        {(["period", "cohort"] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={(mode ?? "period") === one}
            onClick={() => set({ mode: one === "cohort" ? one : undefined, window: undefined, rows: undefined })}
          >
            {t(`kpi.mode_${one}`)}
          </button>
        ))}
      </fieldset>
      {mode === "cohort" && (
        <label className={styles.choice}>
          {t("kpi.window")}
          <select
            value={window ?? own}
            onChange={(event) =>
              set({ window: event.target.value === own ? undefined : event.target.value, rows: undefined })
            }
          >
            {windows.map((days) => (
              <option key={days} value={days}>
                {t(days === own ? "kpi.days_own" : "kpi.days", { days: whole(Number(days)) })}
              </option>
            ))}
          </select>
        </label>
      )}
      <p className={styles.soft}>
        {t(mode === "cohort" ? "kpi.cohort_means" : "kpi.period_means", { days: window ?? own })}
      </p>
    </div>
  );
}
