import { useTranslation } from "react-i18next";
import { CLOSED_LISTS } from "./closed-lists.ts";
import { FigureUnit } from "./FigureUnit.tsx";
import { fieldWords } from "./field-words.ts";
import { ListWords } from "./ListWords.tsx";
import styles from "./mapping.module.css";
import type { DraftColumn } from "./mapping-api.ts";
import { mappingAt, targetOf } from "./preset-json.ts";
import { targetGroups } from "./target-groups.ts";
import type { WizardState } from "./use-wizard.ts";

interface Props {
  readonly wizard: WizardState;
  readonly fact: string;
}

/** The file's columns, what each seems to hold and why, and what it fills. */
export function ColumnList({ wizard, fact }: Props) {
  const { t } = useTranslation();
  const { draft } = wizard;
  return (
    <section className={styles.step} data-step="columns">
      <h2>{t("mapping.columns", { count: draft.columns.length })}</h2>
      <p className={styles.soft}>
        {t("mapping.found", { encoding: draft.file.encoding, line: draft.file.header_line })}
      </p>
      <ul className={styles.columns}>
        {draft.columns.map((column) => (
          <ColumnItem key={column.position} wizard={wizard} fact={fact} column={column} />
        ))}
      </ul>
    </section>
  );
}

function ColumnItem({ wizard, fact, column }: Props & { readonly column: DraftColumn }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === "zh" ? "zh" : "en";
  const { preset, at, columns } = wizard;
  const target = targetOf(preset, at, column.field);
  const used = new Set(Object.keys(mappingAt(preset, at).set));
  const detail = `attributes.${column.field}`;
  const list = target === null ? undefined : CLOSED_LISTS[`${fact}.${target}`];
  const candidate = column.candidates.find((one) => one.fact === fact && one.column === target);
  const name = (id: string) => fieldWords(fact, id, language).name;
  const title = column.title || t("mapping.untitled", { number: column.position + 1 });
  return (
    <li className={styles.column} data-column={column.title} data-target={target ?? ""}>
      <div className={styles.of}>
        <b lang="">{title}</b>
        <span className={styles.type} title={t(`mapping.by.${column.type_by}`)}>
          {t(`mapping.type.${column.type}`)}
        </span>
        {column.personal && <span className={styles.personal}>{t("mapping.personal")}</span>}
        <p className={styles.examples} lang="">
          {column.examples.length === 0 ? t("mapping.empty") : column.examples.slice(0, 3).join(" · ")}
        </p>
      </div>
      <span className={styles.arrow} aria-hidden="true">
        →
      </span>
      <div className={styles.to}>
        <select
          className={styles.select}
          aria-label={t("mapping.fills", { title })}
          value={target ?? ""}
          onChange={(event) => wizard.assign(column, event.target.value || null)}
        >
          <option value="">{t("mapping.unused")}</option>
          {targetGroups(columns, column.type).map(({ id, names }) => (
            <optgroup key={id} label={t(`mapping.targets.${id}`)}>
              {names.map((one) => (
                <option key={one} value={one}>
                  {one !== target && used.has(one) ? t("mapping.taken", { name: name(one) }) : name(one)}
                </option>
              ))}
            </optgroup>
          ))}
          {columns.some(({ kind }) => kind === "attributes") && column.personal === null && (
            <optgroup label={t("mapping.targets.details")}>
              <option value={detail}>{t("mapping.detail", { title })}</option>
              {target?.startsWith("attributes.") && target !== detail && (
                <option value={target}>{t("mapping.detail", { title: target.slice("attributes.".length) })}</option>
              )}
            </optgroup>
          )}
        </select>
        <p className={styles.soft}>
          {target === null
            ? t("mapping.why.unused")
            : target.startsWith("attributes.")
              ? t("mapping.why.detail")
              : candidate
                ? t(`mapping.why.${candidate.because}`, {
                    count: candidate.presets.length,
                    presets: candidate.presets.slice(0, 2).join(", "),
                  })
                : (fieldWords(fact, target, language).means ?? "")}
        </p>
        {target !== null && <FigureUnit wizard={wizard} column={column} target={target} />}
        {list && target && column.values && (
          <ListWords
            wizard={wizard}
            list={`${fact}.${target}`}
            target={target}
            field={column.field}
            values={column.values}
          />
        )}
      </div>
    </li>
  );
}
