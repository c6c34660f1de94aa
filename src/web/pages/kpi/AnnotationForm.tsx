import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, type KpiInfo } from "../../api/client.ts";
import { queries } from "../../app/queries.ts";
import { useFormat } from "../../app/use-format.ts";
import { Conflict } from "../../components/Conflict.tsx";
import { type AnnotationDraft, draftOf, inputOf } from "./annotation-draft.ts";
import styles from "./kpi.module.css";
import { ANNOTATION_KINDS, type Annotation, kpiApi } from "./kpi-api.ts";

interface Props {
  readonly kpi: KpiInfo;
  readonly first: AnnotationDraft;
  /** The note that is changed; without it a new one is made. */
  readonly before?: Annotation;
  readonly done: () => void;
}

/** Writes a note on the time axis, or changes one; says so when somebody else was quicker. */
export function AnnotationForm({ kpi, first, before, done }: Props) {
  const { t } = useTranslation();
  const { language, day } = useFormat();
  const [begun] = useState(first);
  const [draft, setDraft] = useState(begun);
  const change = (part: Partial<AnnotationDraft>) => setDraft({ ...draft, ...part });
  const finish = () => {
    void queries.invalidateQueries({ queryKey: ["annotations"] });
    done();
  };
  const save = useMutation({
    mutationFn: (revision: number | null) => {
      const input = inputOf(draft, kpi.id, language, before);
      return before && revision !== null
        ? kpiApi.changeAnnotation(before.id, revision, input)
        : kpiApi.addAnnotation(input);
    },
    onSuccess: finish,
  });
  const remove = useMutation({
    mutationFn: (revision: number) => kpiApi.removeAnnotation(before?.id ?? "", revision),
    onSuccess: finish,
  });
  const error = save.error ?? remove.error;
  const theirs = error instanceof ApiError && error.code === "state.changed" ? (error.current as Annotation) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    remove.reset();
    save.mutate(before?.revision ?? null);
  };
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        // What was written is not lost by a key.
        if (event.key === "Escape" && draft === begun) done();
      }}
      aria-label={t(before ? "annotations.change" : "annotations.add")}
    >
      <label>
        {t("annotations.from")}
        <input type="date" required value={draft.from} onChange={(event) => change({ from: event.target.value })} />
      </label>
      <label>
        {t("annotations.to")}
        <input type="date" min={draft.from} value={draft.to} onChange={(event) => change({ to: event.target.value })} />
      </label>
      <label>
        {t("annotations.kind")}
        <select
          value={draft.kind}
          onChange={(event) => change({ kind: ANNOTATION_KINDS.find((one) => one === event.target.value) ?? "note" })}
        >
          {ANNOTATION_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`annotations.kinds.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("annotations.scope")}
        <select
          value={draft.everywhere ? "all" : "kpi"}
          onChange={(event) => change({ everywhere: event.target.value === "all" })}
        >
          <option value="kpi">{t("annotations.this_kpi")}</option>
          <option value="all">{t("annotations.everything")}</option>
        </select>
      </label>
      <label className={styles.whole}>
        {t("annotations.text")}
        <input
          required
          // biome-ignore lint/a11y/noAutofocus: the form opens where a person asked for it
          autoFocus
          maxLength={500}
          value={draft.text}
          onChange={(event) => change({ text: event.target.value })}
        />
      </label>
      <label className={styles.whole}>
        {t("annotations.other")}
        <input maxLength={500} value={draft.other} onChange={(event) => change({ other: event.target.value })} />
      </label>
      {theirs && (
        <Conflict
          title={t("annotations.conflict")}
          takeTheirs={() => {
            setDraft(draftOf(theirs, language));
            finish();
          }}
          keepMine={() => {
            const latest = theirs.revision;
            if (latest === null) return;
            if (remove.error) {
              remove.mutate(latest);
            } else save.mutate(latest);
          }}
        >
          {theirs.from && day(theirs.from)}: {theirs.text[language]}
        </Conflict>
      )}
      {error && !theirs && (
        <p role="alert" className={styles.bad}>
          {error instanceof ApiError ? `${error.message} ${error.remedy}` : t("error.lost")}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" size="xs" loading={save.isPending}>
          {t("annotations.save")}
        </Button>
        <Button size="xs" variant="default" onClick={done}>
          {t("annotations.cancel")}
        </Button>
        {before && (
          <Button
            size="xs"
            variant="subtle"
            color="orange"
            loading={remove.isPending}
            onClick={() => {
              save.reset();
              if (before.revision !== null) remove.mutate(before.revision);
            }}
          >
            {t("annotations.remove")}
          </Button>
        )}
      </div>
    </form>
  );
}
