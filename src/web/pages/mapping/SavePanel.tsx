import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../../app/queries.ts";
import { carried } from "../../app/search.ts";
import { Problem } from "../../components/Problem.tsx";
import { loadUpload } from "../../uploads/upload-queue.ts";
import type { LoadedFile } from "../../uploads/uploads-api.ts";
import styles from "./mapping.module.css";
import { mappingApi } from "./mapping-api.ts";
import { freeId } from "./preset-json.ts";
import type { WizardState } from "./use-wizard.ts";

interface Props {
  readonly wizard: WizardState;
  readonly upload: string;
  /** Of the mapping as it stands; null while it is tried. */
  readonly preview: LoadedFile | null;
  readonly yaml: string | null;
}

/** The name under which such files are known from now on, and the one step that keeps the mapping and loads the file. */
export function SavePanel({ wizard, upload, preview, yaml }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { preset, draft, isNew, change } = wizard;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const ids = useQuery({ queryKey: ["preset-ids"], queryFn: mappingApi.ids });
  const name = preset.name.en;
  const able =
    preview !== null && !preview.error && preview.rows_loaded > 0 && name.trim() !== "" && ids.data !== undefined;
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      const { finished } = wizard;
      const id = isNew ? freeId(name, ids.data ?? [], "my_source") : preset.id;
      const kept = isNew
        ? { ...finished, id, system: id, layouts: finished.layouts.map((layout) => platformed(layout, preset.id, id)) }
        : finished;
      await mappingApi.save(kept, draft.revision, draft.origin === "built-in");
      wizard.forget();
      void queries.invalidateQueries({ queryKey: ["preset-ids"] });
      void loadUpload(upload, draft.file.file, { preset: id });
      await navigate({ to: "/sources", search: carried });
    } catch (failure) {
      setBusy(false);
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    }
  };
  return (
    <section className={styles.save} data-step="save">
      {isNew ? (
        <div>
          <label htmlFor="source-name">{t("mapping.name")}</label>
          <input
            id="source-name"
            className={styles.select}
            value={name}
            onChange={(event) => change({ ...preset, name: { en: event.target.value, zh: event.target.value } })}
          />
          <p className={styles.soft}>{t("mapping.name_means")}</p>
        </div>
      ) : (
        <p className={styles.soft}>
          {t(`mapping.adjusts.${draft.origin === "own" ? "own" : "built_in"}`, { id: preset.id })}
        </p>
      )}
      <div className={styles.actions}>
        <Button loading={busy} disabled={!able} onClick={() => void save()}>
          {t("mapping.save")}
        </Button>
      </div>
      {error && <Problem error={error} retry={() => void save()} />}
      <details className={styles.yaml}>
        <summary>{t("mapping.yaml")}</summary>
        {yaml ? <pre lang="en">{yaml}</pre> : <p className={styles.soft}>{t("mapping.yaml_later")}</p>}
      </details>
    </section>
  );
}

/** A platform that was called by the draft's id is called by the one under which it is saved. */
function platformed<Layout extends { readonly facts: readonly { readonly set: Readonly<Record<string, string>> }[] }>(
  layout: Layout,
  before: string,
  id: string,
): Layout {
  return {
    ...layout,
    facts: layout.facts.map((mapping) =>
      mapping.set.platform === `'${before}'` ? { ...mapping, set: { ...mapping.set, platform: `'${id}'` } } : mapping,
    ),
  };
}
