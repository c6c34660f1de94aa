import { Modal } from "@mantine/core";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { findEntries } from "./find-entries.ts";
import styles from "./palette.module.css";
import { type Action, useEntries } from "./use-entries.ts";
import { useSounding } from "./use-sounding.ts";

interface Props {
  readonly opened: boolean;
  readonly close: () => void;
  readonly showKeys: () => void;
}

/** One field that finds pages, boards, views, KPIs, channels, periods and actions; arrows choose, Enter goes. */
export function Palette({ opened, close, showKeys }: Props) {
  const { t } = useTranslation();
  return (
    <Modal.Root
      opened={opened}
      onClose={close}
      size={560}
      returnFocus={false}
      yOffset="12vh"
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t("palette.open")}>
        <Finder close={close} showKeys={showKeys} />
      </Modal.Content>
    </Modal.Root>
  );
}

function Finder({ close, showKeys }: Omit<Props, "opened">) {
  const { t } = useTranslation();
  const id = useId();
  const [search, setSearch] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const entries = useSounding(useEntries(showKeys, search));
  const found = findEntries(entries, search);
  const chosen = found[Math.min(at, found.length - 1)];
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  });
  const run = (entry: Action) => {
    close();
    entry.run();
  };
  const press = (event: KeyboardEvent) => {
    // While a Chinese word is being composed, its keys belong to the input method.
    if (event.nativeEvent.isComposing || found.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((Math.min(at, found.length - 1) + step + found.length) % found.length);
    else if (event.key === "Home" && search === "") setAt(0);
    else if (event.key === "End" && search === "") setAt(found.length - 1);
    else if (event.key === "Enter" && chosen) run(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        className={styles.search}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && `${id}-${chosen.id}`}
        aria-label={t("palette.label")}
        placeholder={t("palette.label")}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={t("palette.open")} className={styles.list}>
        {[...new Set(found.map(({ group }) => group))].map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <div id={`${id}-${group}`} className={styles.group}>
              {t(`palette.groups.${group}`)}
            </div>
            {found
              .filter((entry) => entry.group === group)
              .map((entry) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
                <div
                  key={entry.id}
                  id={`${id}-${entry.id}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={entry === chosen}
                  className={styles.entry}
                  onMouseMove={() => setAt(found.indexOf(entry))}
                  onClick={() => run(entry)}
                >
                  <span>{entry.label}</span>
                  {entry.hint && <kbd className={styles.key}>{entry.hint}</kbd>}
                </div>
              ))}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className={styles.nothing} role="status">
          {t("palette.nothing")}
        </p>
      )}
    </>
  );
}
