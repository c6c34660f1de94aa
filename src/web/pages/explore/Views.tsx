import { Button, Menu, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client.ts";
import { fullAddress } from "../../app/full-address.ts";
import { queries } from "../../app/queries.ts";
import { useFormat } from "../../app/use-format.ts";
import { useWorkspace } from "../../app/workspace-context.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { copyText } from "../../components/export/copy.ts";
import styles from "./explore.module.css";
import { exploreApi, type SavedView } from "./explore-api.ts";
import { type FullSearch, searchOf, showsSaved, viewOf } from "./saved-view.ts";
import type { Explore } from "./use-explore.ts";

const VIEWS = ["views"] as const;

/** The saved views, and the one that the address opened. */
export function useSavedView({ search, period, compare }: Explore) {
  const views = useQuery({ queryKey: VIEWS, queryFn: exploreApi.views });
  const full: FullSearch = { ...search, period, compare };
  const current = views.data?.views.find(({ id }) => id === search.saved);
  return {
    views: views.data?.views ?? [],
    current,
    full,
    changed: current !== undefined && !showsSaved(current, full),
  };
}

type Asking =
  | { readonly kind: "save" | "rename"; readonly name: string }
  | { readonly kind: "delete"; readonly view: SavedView }
  /** Somebody else was first; `theirs` is null where the view is gone. */
  | { readonly kind: "conflict"; readonly name: string; readonly theirs: SavedView | null };

interface Props {
  readonly saved: ReturnType<typeof useSavedView>;
  /** Proposed as the name of a new view. */
  readonly question: string;
  /** There is something to save. */
  readonly ready: boolean;
}

/** Open, save, save as, rename, delete, and the link. Nothing is overwritten that somebody else changed. */
export function Views({ saved, question, ready }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { language } = useFormat();
  const workspace = useWorkspace();
  const { views, current, full, changed } = saved;
  const [dialog, setDialog] = useState<Asking | null>(null);
  const [said, setSaid] = useState("");
  const [error, setError] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (said === "") return;
    const timer = setTimeout(() => setSaid(""), 2_500);
    return () => clearTimeout(timer);
  }, [said]);
  const go = (search: FullSearch, replace = false) =>
    void navigate({ to: "/explore", search: ({ lang }) => ({ ...search, ...(lang && { lang }) }), replace });
  const done = async (view: SavedView, text: string) => {
    await queries.invalidateQueries({ queryKey: VIEWS });
    setDialog(null);
    setSaid(text);
    go(searchOf(view), true);
  };
  /** Does it; says what went wrong in the dialog, and who was first where somebody was. */
  const attempt = async (name: string, work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === "state.changed") {
        setDialog({ kind: "conflict", name, theirs: failure.current as SavedView });
      } else if (failure instanceof ApiError && failure.code === "view.unknown") {
        setDialog({ kind: "conflict", name, theirs: null });
      } else setError(failure instanceof Error ? failure : new Error(String(failure)));
      void queries.invalidateQueries({ queryKey: VIEWS });
    } finally {
      setBusy(false);
    }
  };
  const revision = Number(full.rev ?? current?.revision ?? 0);
  const add = (name: string) =>
    attempt(name, async () => done(await exploreApi.addView(viewOf(name, full)), t("explore.saved")));
  const change = (id: string, name: string, from: number, search = full) =>
    attempt(name, async () => done(await exploreApi.changeView(id, from, viewOf(name, search)), t("explore.saved")));
  const remove = (view: SavedView) =>
    attempt(view.name, async () => {
      await exploreApi.removeView(view.id, revision);
      await queries.invalidateQueries({ queryKey: VIEWS });
      setDialog(null);
      setSaid(t("explore.deleted"));
      const { saved: _, rev: __, ...rest } = full;
      go(rest, true);
    });
  const open = (next: Asking) => {
    setError(null);
    setDialog(next);
  };
  const copyLink = async () => {
    const address = new URL(location.href);
    for (const [key, value] of Object.entries(full)) {
      if (value === undefined) address.searchParams.delete(key);
      else address.searchParams.set(key, value);
    }
    await copyText(fullAddress(address, workspace, language));
    setSaid(t("explore.link_copied"));
  };
  return (
    <div className={styles.views}>
      <Menu position="bottom-start" width={280}>
        <Menu.Target>
          <Button variant="default" size="sm">
            {t("explore.views")}
            {views.length > 0 && <span className={styles.count}>{views.length}</span>}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && <Menu.Label>{t("explore.no_views")}</Menu.Label>}
          {views
            .toSorted((a, b) => a.name.localeCompare(b.name))
            .map((view) => (
              <Menu.Item key={view.id} fw={view.id === current?.id ? 650 : 400} onClick={() => go(searchOf(view))}>
                <span lang="en" className={styles.viewName}>
                  {view.name}
                </span>
              </Menu.Item>
            ))}
          {current && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => open({ kind: "save", name: question })}>{t("explore.save_as")}</Menu.Item>
              <Menu.Item onClick={() => open({ kind: "rename", name: current.name })}>{t("explore.rename")}</Menu.Item>
              <Menu.Item onClick={() => open({ kind: "delete", view: current })}>{t("explore.delete")}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {current && changed ? (
        <Button size="sm" loading={busy} onClick={() => change(current.id, current.name, revision)}>
          {t("explore.save_changes")}
        </Button>
      ) : (
        !current && (
          <Button size="sm" disabled={!ready} onClick={() => open({ kind: "save", name: question })}>
            {t("explore.save")}
          </Button>
        )
      )}
      <Button variant="subtle" size="sm" onClick={() => void copyLink()}>
        {t("explore.copy_link")}
      </Button>
      <span role="status" className={styles.said}>
        {said}
        {error && dialog === null && error.message}
      </span>
      {dialog && (
        <Dialog
          opened
          close={() => setDialog(null)}
          title={
            dialog.kind === "conflict"
              ? t("explore.conflict")
              : dialog.kind === "delete"
                ? t("explore.delete_sure", { name: dialog.view.name })
                : t(dialog.kind === "rename" ? "explore.rename" : current ? "explore.save_as" : "explore.save")
          }
        >
          {(dialog.kind === "save" || dialog.kind === "rename") && (
            <NameForm
              name={dialog.name}
              busy={busy}
              cancel={() => setDialog(null)}
              submit={(name) =>
                dialog.kind === "rename" && current
                  ? // A new name alone: what is shown now is not saved with it.
                    change(current.id, name, revision, searchOf(current))
                  : add(name)
              }
            />
          )}
          {dialog.kind === "delete" && (
            <>
              <p>{t("explore.delete_means")}</p>
              <div className={styles.choices}>
                <Button variant="default" onClick={() => setDialog(null)}>
                  {t("explore.cancel")}
                </Button>
                <Button color="orange.9" loading={busy} onClick={() => remove(dialog.view)}>
                  {t("explore.delete")}
                </Button>
              </div>
            </>
          )}
          {dialog.kind === "conflict" && (
            <>
              <p>{t(dialog.theirs ? "explore.conflict_text" : "explore.conflict_gone", { name: dialog.name })}</p>
              <div className={styles.choices}>
                {dialog.theirs && (
                  <>
                    <Button
                      variant="default"
                      onClick={() => {
                        if (dialog.theirs) go(searchOf(dialog.theirs));
                        setDialog(null);
                      }}
                    >
                      {t("explore.take_theirs")}
                    </Button>
                    <Button
                      variant="default"
                      loading={busy}
                      onClick={() => {
                        if (dialog.theirs) void change(dialog.theirs.id, dialog.name, dialog.theirs.revision);
                      }}
                    >
                      {t("explore.replace")}
                    </Button>
                  </>
                )}
                <Button loading={busy} onClick={() => add(dialog.name)}>
                  {t("explore.keep_both")}
                </Button>
              </div>
            </>
          )}
          {error && (
            <p role="alert" className={styles.soft}>
              {error.message}
            </p>
          )}
        </Dialog>
      )}
    </div>
  );
}

interface NameFormProps {
  readonly name: string;
  readonly busy: boolean;
  readonly cancel: () => void;
  readonly submit: (name: string) => void;
}

function NameForm({ name: first, busy, cancel, submit }: NameFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(first);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") submit(name.trim());
      }}
    >
      <TextInput
        label={t("explore.name")}
        description={t("explore.name_hint")}
        value={name}
        maxLength={200}
        required
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={styles.choices}>
        <Button variant="default" onClick={cancel}>
          {t("explore.cancel")}
        </Button>
        <Button type="submit" loading={busy} disabled={name.trim() === ""}>
          {t("explore.save")}
        </Button>
      </div>
    </form>
  );
}
