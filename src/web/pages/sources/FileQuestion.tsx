import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { carried } from "../../app/search.ts";
import { type QueuedFile, readAgain } from "../../uploads/upload-queue.ts";
import styles from "./sources.module.css";
import { usePresets } from "./use-presets.ts";

interface Props {
  readonly item: QueuedFile;
  readonly problem: NonNullable<QueuedFile["problem"]>;
}

const CHOICES: Readonly<Record<string, { readonly key: "dates" | "numbers"; readonly values: readonly string[] }>> = {
  "file.ambiguous_dates": { key: "dates", values: ["dmy", "mdy"] },
  "file.mixed_dates": { key: "dates", values: ["dmy", "mdy"] },
  "file.ambiguous_numbers": { key: "numbers", values: ["point", "comma"] },
  "file.mixed_numbers": { key: "numbers", values: ["point", "comma"] },
};

/** What only a person can tell about a file, asked in place. */
export function FileQuestion({ item, problem }: Props) {
  const { t } = useTranslation();
  const choice = CHOICES[problem.code];
  if (choice)
    return (
      <div className={styles.question} data-asked={choice.key}>
        <p>{problem.detail}</p>
        <div className={styles.actions}>
          {choice.values.map((value) => (
            <Button
              key={value}
              size="sm"
              variant="default"
              onClick={() => void readAgain(item.id, { set: { [choice.key]: value } })}
            >
              {t(`mapping.notation.${value}` as never)}
            </Button>
          ))}
        </div>
      </div>
    );
  if (problem.code === "load.setting_missing") return <Setting item={item} problem={problem} />;
  return (
    <div className={styles.question} data-asked="mapping">
      <p>{problem.code === "file.unknown" ? t("sources.unknown") : problem.detail}</p>
      <div className={styles.actions}>
        <Button
          component={Link}
          to="/sources/mapping"
          size="sm"
          search={((before: object) => ({ ...carried(before), upload: item.upload ?? "" })) as never}
        >
          {t("sources.map")}
        </Button>
        <ByPreset item={item} />
      </div>
    </div>
  );
}

function Setting({ item, problem }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [value, setValue] = useState("");
  const key = String(problem.place.key ?? "");
  return (
    <form
      className={styles.question}
      data-asked={key}
      onSubmit={(event) => {
        event.preventDefault();
        void readAgain(item.id, { set: { [key]: value } });
      }}
    >
      <label htmlFor={id}>{problem.detail}</label>
      <div className={styles.actions}>
        <input id={id} className={styles.cell} value={value} onChange={(event) => setValue(event.target.value)} />
        <Button type="submit" size="sm" disabled={value.trim() === ""}>
          {t("sources.say")}
        </Button>
      </div>
    </form>
  );
}

/** The file read by a preset that the person names. */
function ByPreset({ item }: { readonly item: QueuedFile }) {
  const { t, i18n } = useTranslation();
  const presets = usePresets();
  const language = i18n.language === "zh" ? "zh" : "en";
  return (
    <select
      aria-label={t("sources.by_preset")}
      value=""
      onChange={(event) => void readAgain(item.id, { preset: event.target.value })}
    >
      <option value="">{t("sources.by_preset")}</option>
      {presets?.map(({ id, name }) => (
        <option key={id} value={id}>
          {name[language]}
        </option>
      ))}
    </select>
  );
}
