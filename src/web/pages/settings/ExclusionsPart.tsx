import { Button, CloseButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { exclusionInWords } from "../../../model/exclusion-words.ts";
import { useFormat } from "../../app/use-format.ts";
import { Field } from "./Field.tsx";
import { ListInput } from "./ListInput.tsx";
import type { PartProps } from "./part-props.ts";
import styles from "./settings.module.css";
import type { Settings } from "./settings-api.ts";

type Exclusion = Settings["exclusions"][number];

const KINDS = ["test", "internal", "competitor", "customer", "other"] as const;
const LISTS = ["email_domains", "email_patterns", "account_ids", "person_ids"] as const;

/** Rules that leave records out of every number; receipts count them by name. */
export function ExclusionsPart({ settings, change }: PartProps) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { exclusions } = settings;
  const put = (at: number, part: Partial<Exclusion>) =>
    change({ exclusions: exclusions.map((one, place) => (place === at ? { ...one, ...part } : one)) });
  const fresh = (): Exclusion => ({
    id: "",
    kind: "internal",
    email_domains: [],
    email_patterns: [],
    account_ids: [],
    person_ids: [],
  });
  return (
    <div data-list="exclusions">
      <ul className={styles.rows}>
        {exclusions.map((rule, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names change while they are typed
          <li key={at} className={styles.rule}>
            <p className={styles.says}>{exclusionInWords(rule, language)}</p>
            <div className={styles.conditions}>
              <Field label={t("settings.exclusion")}>
                {(id) => (
                  <input
                    id={id}
                    className={styles.input}
                    value={rule.id}
                    onChange={(event) => put(at, { id: event.target.value })}
                  />
                )}
              </Field>
              <Field
                label={t("settings.kind")}
                {...(rule.kind === "customer" && { means: t("settings.customer_means") })}
              >
                {(id) => (
                  <select
                    id={id}
                    className={styles.input}
                    value={rule.kind}
                    onChange={(event) => put(at, { kind: event.target.value as Exclusion["kind"] })}
                  >
                    {KINDS.map((kind) => (
                      <option key={kind} value={kind}>
                        {t(`settings.kinds.${kind}`)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              {LISTS.map((list) => (
                <Field key={list} label={t(`settings.lists.${list}`)} means={t(`settings.list_means.${list}`)}>
                  {(id, described) => (
                    <ListInput
                      id={id}
                      describedBy={described}
                      values={rule[list]}
                      change={(values) => put(at, { [list]: values })}
                    />
                  )}
                </Field>
              ))}
            </div>
            <CloseButton
              size="md"
              aria-label={t("settings.remove", { name: rule.id || String(at + 1) })}
              onClick={() => change({ exclusions: exclusions.filter((_, place) => place !== at) })}
            />
          </li>
        ))}
      </ul>
      <Button size="compact-sm" variant="default" onClick={() => change({ exclusions: [...exclusions, fresh()] })}>
        {t("settings.add_exclusion")}
      </Button>
    </div>
  );
}
