import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, LostServer } from "../../api/client.ts";
import frame from "../../app/app-frame.module.css";
import { queries, WORKSPACE_KEY } from "../../app/queries.ts";
import { carried } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import { useTitle } from "../../app/use-title.ts";
import { Conflict } from "../../components/Conflict.tsx";
import { Problem } from "../../components/Problem.tsx";
import { CampaignsPart } from "./CampaignsPart.tsx";
import { ChannelsPart } from "./ChannelsPart.tsx";
import { DefinitionsPart } from "./DefinitionsPart.tsx";
import { ElsewherePart } from "./ElsewherePart.tsx";
import { ExclusionsPart } from "./ExclusionsPart.tsx";
import { MarketsPart } from "./MarketsPart.tsx";
import { changedKeys, mergeSettings } from "./merge-settings.ts";
import { anchorOf, SectionNav } from "./SectionNav.tsx";
import styles from "./settings.module.css";
import { type ChangedSettings, type ListedSettings, type Settings, settingsApi } from "./settings-api.ts";
import { TargetsPart } from "./TargetsPart.tsx";
import { WorkspacePart } from "./WorkspacePart.tsx";

const PARTS = [
  { id: "workspace", Part: WorkspacePart },
  { id: "markets", Part: MarketsPart },
  { id: "exclusions", Part: ExclusionsPart },
  { id: "channels", Part: ChannelsPart },
  { id: "definitions", Part: DefinitionsPart },
  { id: "targets", Part: TargetsPart },
  { id: "campaigns", Part: CampaignsPart },
  { id: "elsewhere", Part: ElsewherePart },
] as const;

/** What the workspace goes by: written into its file, in force at once, and never over what another tab saved. */
export function SettingsPage() {
  const { t } = useTranslation();
  useTitle(t("settings.title"));
  const query = useQuery({
    queryKey: ["settings"],
    queryFn: settingsApi.read,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <>
      <header className={frame.header}>
        <div className={frame.grow}>
          <h1 className={frame.title}>{t("settings.title")}</h1>
          <p className={frame.subtitle}>{t("settings.intro")}</p>
        </div>
      </header>
      {query.error && !(query.error instanceof LostServer) && (
        <Problem error={query.error} retry={() => void query.refetch()} />
      )}
      {query.data ? <Form first={query.data} /> : !query.error && <Skeleton height={640} radius={12} />}
    </>
  );
}

interface State {
  readonly base: ListedSettings;
  readonly settings: Settings;
  /** Counts what was taken over from outside: then inputs begin anew. */
  readonly taken: number;
}

function Form({ first }: { readonly first: ListedSettings }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ base, settings, taken }, setState] = useState<State>({ base: first, settings: first.settings, taken: 0 });
  const [busy, setBusy] = useState(false);
  /** How much of what is loaded has its channels by the rules that are being saved; null while none are told anew. */
  const [told, setTold] = useState<number | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [conflict, setConflict] = useState<ListedSettings | null>(null);
  const [also, setAlso] = useState<readonly string[]>([]);
  const [done, setDone] = useState<ChangedSettings | null>(null);
  const changed = changedKeys(base.settings, settings);
  const change = (part: Partial<Settings>) => {
    setDone(null);
    setState((state) => ({ ...state, settings: { ...state.settings, ...part } }));
  };
  const keyName = (key: string) => t(`settings.keys.${key}` as never);
  const save = async (revision: string, wanted: Settings, from: Settings): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const saved = await settingsApi.save(revision, wanted, setTold);
      setState((state) => ({ base: saved, settings: saved.settings, taken: state.taken + 1 }));
      setConflict(null);
      setDone(saved);
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "settings" });
      await queries.refetchQueries({ queryKey: WORKSPACE_KEY });
    } catch (failure) {
      const current = failure instanceof ApiError && failure.code === "state.changed" ? failure.current : null;
      if (current) {
        const theirs = current as ListedSettings;
        const merged = mergeSettings(from, wanted, theirs.settings);
        setAlso(merged.theirs);
        // What only the other side changed stands beside one's own; nothing is lost by saving both.
        if (merged.both.length === 0) return save(theirs.revision, merged.settings, theirs.settings);
        setConflict(theirs);
      } else setError(failure instanceof Error ? failure : new Error(String(failure)));
    } finally {
      setBusy(false);
      setTold(null);
    }
  };
  const merged = conflict && mergeSettings(base.settings, settings, conflict.settings);
  const takeTheirs = () => {
    if (!conflict || !merged) return;
    const theirs = Object.fromEntries(merged.both.map((key) => [key, conflict.settings[key]]));
    setState({ base: conflict, settings: { ...merged.settings, ...theirs }, taken: taken + 1 });
    setConflict(null);
  };
  return (
    <>
      {!base.applied && <p className={styles.effect}>{t("settings.not_applied")}</p>}
      <SectionNav parts={PARTS.map(({ id }) => ({ id, name: t(`settings.parts.${id}`) }))} />
      {PARTS.map(({ id, Part }) => (
        <section key={id} id={anchorOf(id)} className={styles.part} data-part={id} aria-labelledby={`head-${id}`}>
          <div className={styles.about}>
            <h2 id={`head-${id}`}>{t(`settings.parts.${id}`)}</h2>
            <p className={styles.soft}>{t(`settings.about.${id}`)}</p>
          </div>
          <div className={styles.body}>
            <Part key={taken} saved={base.settings} settings={settings} change={change} />
          </div>
        </section>
      ))}
      <footer className={styles.bar} data-bar data-changed={changed.length > 0 || undefined}>
        {conflict && merged && (
          <Conflict
            title={t("settings.conflict")}
            takeTheirs={takeTheirs}
            keepMine={() => void save(conflict.revision, merged.settings, conflict.settings)}
          >
            <ul className={styles.differ}>
              {merged.both.map((key) => (
                <li key={key}>
                  {t("settings.theirs", { name: keyName(key), value: shown(conflict.settings[key]) })}
                  <br />
                  {t("settings.mine", { name: keyName(key), value: shown(settings[key]) })}
                </li>
              ))}
            </ul>
          </Conflict>
        )}
        {error && <Problem error={error} retry={() => void save(base.revision, settings, base.settings)} />}
        {changed.length > 0 ? (
          <div className={styles.actions}>
            <span className={styles.grow} role="status">
              {told === null
                ? t("settings.unsaved", { names: changed.map(keyName).join(t("mapping.and")) })
                : t("settings.classifying", { share: format.value(Math.floor(told * 100) / 100, "ratio") })}
            </span>
            <Button
              variant="default"
              disabled={busy}
              onClick={() => setState({ base, settings: base.settings, taken: taken + 1 })}
            >
              {t("settings.discard")}
            </Button>
            <Button loading={busy} onClick={() => void save(base.revision, settings, base.settings)}>
              {t("settings.save")}
            </Button>
          </div>
        ) : (
          done && (
            <div role="status" data-saved>
              <p className={styles.saved}>{t(savedText(done))}</p>
              {also.length > 0 && (
                <p className={styles.soft}>{t("settings.also", { names: also.map(keyName).join(t("mapping.and")) })}</p>
              )}
              {done.load_again.length > 0 && (
                <p className={styles.effect}>
                  {t("settings.load_again", { files: done.load_again.map(({ file }) => file).join(", ") })}{" "}
                  <Link to="/sources" search={carried} className={frame.link}>
                    {t("mapping.to_sources")}
                  </Link>
                </p>
              )}
            </div>
          )
        )}
      </footer>
    </>
  );
}

function savedText({ classified, rebuilt }: ChangedSettings) {
  if (classified) return "settings.saved_classified" as const;
  return rebuilt ? ("settings.saved_rebuilt" as const) : ("settings.saved" as const);
}

/** A setting's value in one line. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return "–";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
