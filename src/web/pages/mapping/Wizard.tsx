import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../../components/Problem.tsx";
import { ColumnList } from "./ColumnList.tsx";
import { FixedValues } from "./FixedValues.tsx";
import { FACT_GROUPS, FACT_WORDS } from "./fact-words.ts";
import { MappedPreview } from "./MappedPreview.tsx";
import styles from "./mapping.module.css";
import { type Draft, mappingApi } from "./mapping-api.ts";
import { NotationQuestion } from "./NotationQuestion.tsx";
import { partNames } from "./part-names.ts";
import { SavePanel } from "./SavePanel.tsx";
import { useWizard } from "./use-wizard.ts";

interface Props {
  readonly upload: string;
  readonly draft: Draft;
}

/** The steps of a mapping, all on one page: what a row tells, its columns, what the file does not say, and how it then reads. */
export function Wizard({ upload, draft }: Props) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === "zh" ? "zh" : "en";
  const { part } = useSearch({ from: "/sources/mapping" });
  const navigate = useNavigate({ from: "/sources/mapping" });
  const wizard = useWizard(upload, draft, part && part - 1);
  const { fact, missing, isNew, parts, at } = wizard;
  const [wanted, setWanted] = useState<string | null>(null);
  const [choosing, setChoosing] = useState<Error | null>(null);
  const [trial] = useDebouncedValue(wizard.finished, 350);
  const tried = useQuery({
    queryKey: ["mapping-try", upload, language, JSON.stringify(trial)],
    queryFn: () => mappingApi.attempt(upload, trial),
    enabled: fact !== null && missing.length === 0,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const preview = missing.length === 0 ? (tried.data?.preview ?? null) : null;
  const current = trial === wizard.finished || JSON.stringify(trial) === JSON.stringify(wizard.finished);
  const settled = current && !tried.isFetching;
  const choose = (id: string) => {
    setChoosing(null);
    setWanted(id);
    wizard
      .choose(id)
      .catch((error: unknown) => setChoosing(error instanceof Error ? error : new Error(String(error))))
      .finally(() => setWanted((now) => (now === id ? null : now)));
  };
  return (
    <div className={styles.wizard}>
      <section className={styles.step} data-step="fact">
        <h2>
          <label htmlFor="fact">{t("mapping.fact")}</label>
        </h2>
        {isNew || parts.length < 2 ? (
          <select
            id="fact"
            className={styles.select}
            value={wanted ?? fact ?? ""}
            disabled={!isNew}
            onChange={(event) => choose(event.target.value)}
          >
            {fact === null && <option value="">{t("mapping.fact_none")}</option>}
            {FACT_GROUPS.map(({ id, facts }) => (
              <optgroup key={id} label={t(`mapping.group.${id}` as never)}>
                {facts.map((one) => (
                  <option key={one} value={one}>
                    {FACT_WORDS[one][language].name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        ) : (
          <select
            id="fact"
            className={styles.select}
            value={at.mapping}
            onChange={(event) => {
              const next = Number(event.target.value) + 1;
              void navigate({
                search: ({ part: _, ...rest }) => (next > 1 ? { ...rest, part: next } : rest),
                resetScroll: false,
              });
            }}
          >
            {partNames(parts, language).map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: mappings have no id but their place
              <option key={index} value={index}>
                {name}
              </option>
            ))}
          </select>
        )}
        {fact && <p className={styles.soft}>{FACT_WORDS[fact][language].means}</p>}
        {!isNew && (
          <p className={styles.soft}>
            {parts.length < 2 ? t("mapping.fact_kept") : t("mapping.parts", { count: parts.length })}
          </p>
        )}
        {choosing && <Problem error={choosing} retry={() => setChoosing(null)} />}
      </section>
      {fact && (
        <>
          <ColumnList wizard={wizard} fact={fact} />
          <FixedValues wizard={wizard} fact={fact} />
          <NotationQuestion wizard={wizard} problem={preview?.error ?? null} />
          <MappedPreview
            wizard={wizard}
            fact={fact}
            preview={preview}
            error={missing.length === 0 ? tried.error : null}
            settled={settled}
            retry={() => void tried.refetch()}
          />
          <SavePanel
            wizard={wizard}
            upload={upload}
            preview={settled ? preview : null}
            yaml={tried.data?.yaml ?? null}
          />
        </>
      )}
    </div>
  );
}
