import { Button, CloseButton } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./settings.module.css";
import { FIRST_ROWS, useShownRows } from "./use-shown-rows.ts";

interface Props<Value> {
  /** Names the list in the document. */
  readonly part: string;
  readonly pairs: Readonly<Record<string, Value>>;
  readonly change: (pairs: Record<string, Value>) => void;
  readonly keyLabel: string;
  /** Stands with the first over the columns. */
  readonly valueLabel?: string;
  /** Label of the field that looks among many. */
  readonly find?: string;
  readonly add: string;
  readonly fresh: Value;
  /** Several beside each other, where there is room. */
  readonly compact?: boolean;
  readonly value: (value: Value, change: (value: Value) => void, key: string) => ReactNode;
}

/** Names with a value each, to be written over, added and taken out; an empty name is not kept. */
export function PairRows<Value>({
  part,
  pairs,
  change,
  keyLabel,
  valueLabel,
  find,
  add,
  fresh,
  compact,
  value,
}: Props<Value>) {
  const { t } = useTranslation();
  const [rows, setRows] = useState<readonly (readonly [string, Value])[]>(Object.entries(pairs));
  const named = (list: readonly (readonly [string, Value])[]) => list.filter(([name]) => name.trim() !== "");
  const told = JSON.stringify(Object.fromEntries(named(rows))) === JSON.stringify(pairs);
  const shown = told ? rows : Object.entries(pairs);
  const [text, setText] = useState("");
  const sought = text.trim().toLowerCase();
  const list = useShownRows(shown, (row) => sought === "" || JSON.stringify(row).toLowerCase().includes(sought));
  const put = (next: readonly (readonly [string, Value])[]) => {
    setRows(next);
    change(Object.fromEntries(named(next)));
  };
  const replace = (at: number, row: readonly [string, Value]) =>
    put(shown.map((one, place) => (place === at ? row : one)));
  return (
    <div data-list={part}>
      {find && shown.length > FIRST_ROWS && (
        <input
          type="search"
          className={`${styles.input} ${styles.find}`}
          aria-label={find}
          placeholder={find}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {valueLabel && shown.length > 0 && (
        <div className={`${styles.pair} ${styles.heads}`} aria-hidden="true">
          <span>{keyLabel}</span>
          <span>{valueLabel}</span>
        </div>
      )}
      {sought !== "" && list.shown.length === 0 && <p className={styles.lead}>{t("explore.nothing")}</p>}
      <ul className={styles.rows} data-compact={compact}>
        {list.shown.map(({ row: [name, content], at }) => (
          <li key={at} className={styles.pair}>
            <input
              className={styles.input}
              aria-label={keyLabel}
              placeholder={keyLabel}
              value={name}
              onChange={(event) => replace(at, [event.target.value, content])}
            />
            {value(content, (next) => replace(at, [name, next]), name)}
            <CloseButton
              size="md"
              aria-label={t("settings.remove", { name: name || String(at + 1) })}
              onClick={() => {
                list.removed(at);
                put(shown.filter((_, place) => place !== at));
              }}
            />
          </li>
        ))}
      </ul>
      {list.more && <div className={styles.more}>{list.more}</div>}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          list.added();
          put([...shown, ["", fresh]]);
        }}
      >
        {add}
      </Button>
    </div>
  );
}
