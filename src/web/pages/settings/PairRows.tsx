import { Button, CloseButton } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./settings.module.css";

interface Props<Value> {
  /** Names the list in the document. */
  readonly part: string;
  readonly pairs: Readonly<Record<string, Value>>;
  readonly change: (pairs: Record<string, Value>) => void;
  readonly keyLabel: string;
  readonly add: string;
  readonly fresh: Value;
  /** Several beside each other, where there is room. */
  readonly compact?: boolean;
  readonly value: (value: Value, change: (value: Value) => void, key: string) => ReactNode;
}

/** Names with a value each, to be written over, added and taken out; an empty name is not kept. */
export function PairRows<Value>({ part, pairs, change, keyLabel, add, fresh, compact, value }: Props<Value>) {
  const { t } = useTranslation();
  const [rows, setRows] = useState<readonly (readonly [string, Value])[]>(Object.entries(pairs));
  const named = (list: readonly (readonly [string, Value])[]) => list.filter(([name]) => name.trim() !== "");
  const told = JSON.stringify(Object.fromEntries(named(rows))) === JSON.stringify(pairs);
  const shown = told ? rows : Object.entries(pairs);
  const put = (next: readonly (readonly [string, Value])[]) => {
    setRows(next);
    change(Object.fromEntries(named(next)));
  };
  const replace = (at: number, row: readonly [string, Value]) =>
    put(shown.map((one, place) => (place === at ? row : one)));
  return (
    <div data-list={part}>
      <ul className={styles.rows} data-compact={compact}>
        {shown.map(([name, content], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names change while they are typed
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
              onClick={() => put(shown.filter((_, place) => place !== at))}
            />
          </li>
        ))}
      </ul>
      <Button size="compact-sm" variant="default" onClick={() => put([...shown, ["", fresh]])}>
        {add}
      </Button>
    </div>
  );
}
