import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useBlocker, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, type KpiInfo } from "../../api/client.ts";
import { queries, WORKSPACE_KEY } from "../../app/queries.ts";
import { carried } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import { Conflict } from "../../components/Conflict.tsx";
import { boardApi, type KeptBoard } from "./board-api.ts";
import { addGroup, addKpi, type BoardDraft, draftOf, flipped, inputOf, kpisOf, sizeHint } from "./board-draft.ts";
import styles from "./board-editor.module.css";
import { GroupEditor } from "./GroupEditor.tsx";
import { KpiFinder } from "./KpiFinder.tsx";

interface Props {
  readonly kpis: readonly KpiInfo[];
  readonly first: BoardDraft;
  /** The board that is changed; without it a new one is made. */
  readonly kept?: KeptBoard;
}

/** Name, groups and KPIs of a board; nothing is kept before it is saved. */
export function BoardEditor({ kpis, first, kept }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(first);
  const [target, setTarget] = useState(first.groups[0]?.key ?? "");
  const [said, setSaid] = useState("");
  const [asked, setAsked] = useState(false);
  /** On which the changes are based. */
  const [revision, setRevision] = useState(kept?.revision ?? null);
  const [begun, setBegun] = useState(first);
  const left = useRef(false);
  const dirty = draft !== begun;
  const [spoken, setSpoken] = useState(language);
  if (spoken !== language) {
    setSpoken(language);
    const turned = flipped(draft);
    setDraft(turned);
    if (!dirty) setBegun(turned);
  }
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      dirty && !left.current && current.pathname !== next.pathname && !window.confirm(t("board.leave")),
    enableBeforeUnload: () => dirty && !left.current,
  });
  const leave = (board?: KeptBoard) => {
    left.current = true;
    void queries.invalidateQueries({ queryKey: WORKSPACE_KEY });
    if (board) void queries.invalidateQueries({ queryKey: ["scorecard", board.id] });
    void navigate(
      board ? { to: "/boards/$board", params: { board: board.id }, search: carried } : { to: "/", search: carried },
    );
  };
  const input = () => inputOf(draft, language, t("board.group_default"));
  const save = useMutation({
    mutationFn: (based: number | null) =>
      kept && based !== null ? boardApi.change(kept.id, based, input()) : boardApi.add(input()),
    onSuccess: leave,
  });
  const remove = useMutation({
    mutationFn: (based: number) => boardApi.remove(kept?.id ?? "", based),
    onSuccess: () => leave(),
  });
  const error = save.error ?? remove.error;
  const theirs = error instanceof ApiError && error.code === "state.changed" ? (error.current as KeptBoard) : null;
  const count = kpisOf(draft).length;
  const group = Math.max(
    0,
    draft.groups.findIndex(({ key }) => key === target),
  );
  const nameOf = (id: string) => kpis.find((kpi) => kpi.id === id)?.name[language] ?? id;
  const gone = kpisOf(draft).filter((id) => !kpis.some((kpi) => kpi.id === id));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    remove.reset();
    save.mutate(revision);
  };
  return (
    <div className={styles.editor}>
      <form className={styles.draft} onSubmit={submit} id="board-editor">
        <div className={styles.names}>
          <label>
            {t("board.name")}
            <input
              required
              maxLength={120}
              value={draft.name}
              onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            />
          </label>
          <label>
            {t("board.name_other")}
            <input
              maxLength={120}
              value={draft.other}
              onChange={(event) => setDraft({ ...draft, other: event.target.value })}
            />
          </label>
        </div>
        <p className={styles.hint} data-hint={sizeHint(count)} role="status">
          {t(`board.size.${sizeHint(count)}`, { count })}
        </p>
        {draft.groups.map((one, i) => (
          <GroupEditor
            key={one.key}
            draft={draft}
            at={i}
            nameOf={nameOf}
            change={(next, sentence) => {
              setDraft(next);
              if (sentence !== undefined) setSaid(sentence);
            }}
          />
        ))}
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            const next = addGroup(draft, "");
            setDraft(next);
            setTarget(next.groups.at(-1)?.key ?? "");
            requestAnimationFrame(() =>
              document.querySelector<HTMLElement>(`[data-group="${next.groups.length - 1}"] input`)?.focus(),
            );
          }}
        >
          {t("board.add_group")}
        </Button>
        <p role="status" className="visually-hidden" data-said>
          {said}
        </p>
        {theirs && (
          <Conflict
            title={t("board.conflict")}
            takeTheirs={() => {
              save.reset();
              remove.reset();
              const now = draftOf(theirs, language);
              setBegun(now);
              setDraft(now);
              setRevision(theirs.revision);
            }}
            keepMine={() => {
              if (theirs.revision === null) return;
              if (remove.error) remove.mutate(theirs.revision);
              else save.mutate(theirs.revision);
            }}
            keepBoth={remove.error ? undefined : () => save.mutate(null)}
          >
            <b>{theirs.name[language]}</b>
            {theirs.groups.map((one) => (
              <div key={one.name.en}>
                {t("board.conflict_group", {
                  group: one.name[language],
                  kpis: one.kpis.map(nameOf).join(t("board.list_join")),
                })}
              </div>
            ))}
          </Conflict>
        )}
        {error && !theirs && (
          <p role="alert" className={styles.bad}>
            {error instanceof ApiError ? `${error.message} ${error.remedy}` : t("error.lost")}
          </p>
        )}
        {gone.length > 0 && (
          <p role="status" className={styles.bad} data-gone>
            {t("board.gone", { names: gone.join(t("board.list_join")) })}
          </p>
        )}
        <div className={styles.actions}>
          <Button
            type="submit"
            loading={save.isPending}
            disabled={count === 0 || gone.length > 0 || draft.name.trim() === ""}
          >
            {t("board.save")}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              left.current = true;
              void navigate(
                kept
                  ? { to: "/boards/$board", params: { board: kept.id }, search: carried }
                  : { to: "/", search: carried },
              );
            }}
          >
            {t("board.cancel")}
          </Button>
          {kept && (
            <Button
              variant="subtle"
              color="orange"
              loading={remove.isPending}
              onClick={() => {
                if (!asked) return setAsked(true);
                save.reset();
                if (revision !== null) remove.mutate(revision);
              }}
            >
              {t(asked ? "board.remove_sure" : "board.remove")}
            </Button>
          )}
        </div>
      </form>
      <KpiFinder
        kpis={kpis}
        taken={kpisOf(draft)}
        groups={draft.groups.map(({ key, name }) => ({ key, name: name || t("board.group_default") }))}
        group={draft.groups[group]?.key ?? ""}
        setGroup={setTarget}
        add={(kpi) => {
          const within = draft.groups.length === 0 ? addGroup(draft, "") : draft;
          setDraft(addKpi(within, group, kpi));
          setSaid(t("board.added", { name: nameOf(kpi) }));
        }}
      />
    </div>
  );
}
