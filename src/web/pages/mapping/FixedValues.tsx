import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { CHANNELS } from "../../../model/channels.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { CLOSED_LISTS, listWord } from "./closed-lists.ts";
import { fieldWords } from "./field-words.ts";
import styles from "./mapping.module.css";
import { constant, fill, fillingOf, mappingAt, withDefault } from "./preset-json.ts";
import type { WizardState } from "./use-wizard.ts";

interface Props {
  readonly wizard: WizardState;
  readonly fact: string;
}

const CURRENCIES = ["EUR", "USD", "CNY", "GBP", "JPY", "CHF", "HKD", "SGD", "AUD", "CAD", "INR", "KRW"];

/** What the file does not say: fixed values for the fact's columns, and what a preset works out by itself. */
export function FixedValues({ wizard, fact }: Props) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === "zh" ? "zh" : "en";
  const id = useId();
  const { preset, at, missing, columns, change } = wizard;
  const { set } = mappingAt(preset, at);
  const [asked, setAsked] = useState<readonly string[]>([]);
  const fixed = Object.keys(set).filter((name) =>
    ["constant", "setting", "computed"].includes(fillingOf(set[name] ?? "").kind),
  );
  const offered = ["channel", "source", "medium"].filter(
    (name) => name === "channel" && columns.some((column) => column.name === name) && !set.source && !set.medium,
  );
  const shown = [...new Set([...missing, ...fixed, ...offered.filter((name) => !(name in set)), ...asked])].filter(
    (name) => !(name in set) || fixed.includes(name),
  );
  const more = columns.filter(
    ({ name, kind }) =>
      !(name in set) && !shown.includes(name) && ["dim", "text", "id"].includes(kind) && name !== "grain",
  );
  const name = (column: string) =>
    column.startsWith("attributes.") ? column.slice("attributes.".length) : fieldWords(fact, column, language).name;
  return (
    <section className={styles.step} data-step="fixed">
      <h2>{t("mapping.fixed")}</h2>
      <p className={styles.soft}>{t("mapping.fixed_intro")}</p>
      <ul className={styles.fixed}>
        {shown.map((column) => (
          <li key={column} data-fixed={column}>
            <label htmlFor={`${id}-${column}`}>
              {name(column)}
              {missing.includes(column) && <span className={styles.needed}>{t("mapping.needed")}</span>}
            </label>
            <Value
              id={`${id}-${column}`}
              wizard={wizard}
              fact={fact}
              column={column}
              clear={() => {
                setAsked(asked.filter((one) => one !== column));
                if (column in set) change(fill(preset, at, column, null));
              }}
            />
            <p className={styles.soft}>{fieldWords(fact, column, language).means ?? ""}</p>
          </li>
        ))}
      </ul>
      {more.length > 0 && (
        <select
          className={styles.select}
          aria-label={t("mapping.fixed_more")}
          value=""
          onChange={(event) => setAsked([...asked, event.target.value])}
        >
          <option value="">{t("mapping.fixed_more")}</option>
          {more.map((column) => (
            <option key={column.name} value={column.name}>
              {name(column.name)}
            </option>
          ))}
        </select>
      )}
    </section>
  );
}

interface ValueProps extends Props {
  readonly id: string;
  readonly column: string;
  readonly clear: () => void;
}

function Value({ id, wizard, fact, column, clear }: ValueProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === "zh" ? "zh" : "en";
  const dimension = useDimensionValue();
  const { preset, at, kindOf, change } = wizard;
  const expression = mappingAt(preset, at).set[column];
  const filling = expression === undefined ? null : fillingOf(expression);
  const kind = kindOf(column);
  if (kind === "date" || kind === "date?") {
    const head = column === "date_to" || column === "ended" ? "period_to()" : "period_from()";
    if (filling?.kind === "computed" && expression !== head) return <Computed expression={filling.expression} />;
    return (
      <select
        id={id}
        className={styles.select}
        value={expression ?? ""}
        onChange={(event) => change(fill(preset, at, column, event.target.value || null))}
      >
        <option value="">{t("mapping.choose_column")}</option>
        <option value={head}>{t("mapping.from_head")}</option>
      </select>
    );
  }
  if (filling?.kind === "computed") return <Computed expression={filling.expression} />;
  const value =
    filling?.kind === "constant"
      ? filling.value
      : filling?.kind === "setting"
        ? (preset.settings?.[filling.key]?.default ?? "")
        : "";
  const put = (text: string) => {
    if (filling?.kind === "setting") return change(withDefault(preset, filling.key, text));
    if (text === "") return clear();
    change(fill(preset, at, column, constant(text)));
  };
  const currencies = new Intl.DisplayNames(language === "zh" ? "zh-CN" : "en", { type: "currency" });
  const list = CLOSED_LISTS[`${fact}.${column}`];
  const choices =
    column === "currency" || column === "base"
      ? [...new Set([...(value ? [value] : []), ...CURRENCIES])].map((one) => ({
          one,
          name: /^[A-Z]{3}$/.test(one) ? `${one} · ${currencies.of(one)}` : one,
        }))
      : column === "channel"
        ? CHANNELS.map((one) => ({ one, name: dimension("channel", one) }))
        : list?.map((one) => ({ one, name: listWord(`${fact}.${column}`, one, language) }));
  if (choices)
    return (
      <select id={id} className={styles.select} value={value} onChange={(event) => put(event.target.value)}>
        <option value="">{t("mapping.nothing")}</option>
        {choices.map(({ one, name }) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    );
  if (kind !== "dim" && kind !== "text" && kind !== "id")
    return <p className={styles.soft}>{t("mapping.needs_column")}</p>;
  return <input id={id} className={styles.select} value={value} onChange={(event) => put(event.target.value)} />;
}

function Computed({ expression }: { readonly expression: string }) {
  const { t } = useTranslation();
  return (
    <p className={styles.computed}>
      {t("mapping.computed")} <code>{expression}</code>
    </p>
  );
}
