import { Button, Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { FormulaPart } from "../../../model/answer.ts";
import { numberFormat } from "../../../model/format/kept-formats.ts";
import { LostServer, type QuestionBody, type Receipt } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { Problem } from "../../components/Problem.tsx";
import { saveFile } from "../../components/save-file.ts";
import { useExclusionWords } from "../settings/use-exclusion-words.ts";
import styles from "./kpi.module.css";
import { useReceipt } from "./use-receipt.ts";

const save = (receipt: Receipt) =>
  saveFile(
    `receipt-${receipt.kpi}-${receipt.question.period}.json`,
    "application/json",
    `${JSON.stringify(receipt, null, 2)}\n`,
  );

/** Exact decimal text with its thousands set apart, money with its currency; at most six digits after the point are shown. */
function measured(value: string | null, language: "en" | "zh", currency: string | null): string {
  if (value === null) return "–";
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const money = currency !== null && ({ style: "currency", currency, currencyDisplay: "narrowSymbol" } as const);
  return numberFormat(language === "zh" ? "zh-CN" : "en-US", {
    ...money,
    maximumFractionDigits: money ? 2 : 6,
  }).format(number);
}

const NAMED_RULES = ["platform_cost_counts_once", "machine_opens", "machine_clicks"] as const;
const isNamed = (rule: string): rule is (typeof NAMED_RULES)[number] => NAMED_RULES.some((one) => one === rule);

/** The parts that are measures, by their names. */
function measuresOf(part: FormulaPart | null): ReadonlyMap<string, FormulaPart> {
  if (part === null) return new Map();
  return new Map([
    ...(part.kind === "measure" ? [[part.name, part] as const] : []),
    ...part.parts.flatMap((one) => [...measuresOf(one)]),
  ]);
}

/** The proof of the number: measures, exclusions, files, SQL. */
export function ReceiptSection({ question }: { readonly question: QuestionBody }) {
  const { t } = useTranslation();
  const { language, whole, exact } = useFormat();
  const query = useReceipt(question);
  const exclusion = useExclusionWords();
  const receipt = query.data;
  const known = measuresOf(receipt?.parts ?? null);
  const money = (measure: string) =>
    /^money/.test(known.get(measure)?.unit ?? "") ? (receipt?.question.currency ?? null) : null;
  const failed = query.error && !(query.error instanceof LostServer);
  const rows = (count: number) => t(count === 1 ? "kpi.row_one" : "kpi.rows", { count: whole(count) as never });
  return (
    <section className={styles.section} data-section="receipt">
      <h2>{t("kpi.receipt")}</h2>
      <p className={styles.soft}>{t("kpi.receipt_intro")}</p>
      {failed && query.error && <Problem error={query.error} retry={() => void query.refetch()} />}
      {!receipt && !failed && <Skeleton height={240} />}
      {receipt && (
        <>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t("kpi.measures")}</th>
                <th scope="col" className={styles.number}>
                  {t("kpi.value")}
                </th>
              </tr>
            </thead>
            <tbody>
              {receipt.answers[0]?.measures.map((measure) => (
                <tr key={measure.measure}>
                  <td>
                    {known.get(measure.measure)?.label?.[language]} <code>{measure.measure}</code>{" "}
                    <span className={styles.soft}>{rows(measure.rows)}</span>
                  </td>
                  {measure.value !== null && /\s/.test(measure.value) ? (
                    <td>
                      <details className={styles.single}>
                        <summary>{t("kpi.single_values")}</summary>
                        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
                        <div className={styles.values} tabIndex={0}>
                          {measure.value}
                        </div>
                      </details>
                    </td>
                  ) : (
                    <td className={styles.number} title={measure.value ?? ""}>
                      {measured(measure.value, language, money(measure.measure))}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
          <h3>{t("kpi.exclusions")}</h3>
          {receipt.exclusions.length === 0 ? (
            <p className={styles.soft}>{t("kpi.none_excluded")}</p>
          ) : (
            <table className={styles.table}>
              <tbody>
                {receipt.exclusions.map((one) => (
                  <tr key={one.rule}>
                    <th scope="row">
                      {isNamed(one.rule) ? t(`kpi.rules.${one.rule}`) : exclusion(one.rule)} <code>{one.rule}</code>
                    </th>
                    <td className={styles.number}>
                      {one.share === undefined
                        ? rows(one.rows)
                        : t("kpi.people_share", { count: whole(one.rows) as never, share: exact(one.share, "ratio") })}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {receipt.conversion && (
            <>
              <h3>{t("kpi.conversion")}</h3>
              <p className={styles.soft}>{receipt.conversion}</p>
            </>
          )}
          {receipt.dialects && (
            <>
              <h3>{t("kpi.dialects")}</h3>
              <ul>
                {receipt.dialects.map(({ name, text }) => (
                  <li key={text}>
                    {name}: {text}
                  </li>
                ))}
              </ul>
            </>
          )}
          {receipt.campaign_aliases && (
            <p>{t("kpi.campaign_names", { count: Object.keys(receipt.campaign_aliases).length })}</p>
          )}
          <details className={styles.details}>
            <summary>
              {t("kpi.loads")} ({receipt.loads.length})
            </summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
            <div className={styles.scroll} tabIndex={0}>
              <table className={styles.table}>
                <tbody>
                  {receipt.loads.map((load) => (
                    <tr key={load.load_id}>
                      <th scope="row">{load.file}</th>
                      <td className={styles.number}>{rows(load.rows)}</td>
                      <td className={styles.soft} title={load.sha256}>
                        <code>{load.sha256.slice(0, 8)}</code>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
          <details className={styles.details}>
            <summary>{t("kpi.sql")}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
            <pre className={styles.code} tabIndex={0}>
              {receipt.sql}
            </pre>
          </details>
          <p className={styles.soft}>
            <code>
              {receipt.definition.id}@{receipt.definition.version} · {receipt.definition.hash.slice(0, 12)} ·{" "}
              {receipt.engine}
            </code>
          </p>
          <Button variant="default" size="sm" onClick={() => save(receipt)}>
            {t("kpi.download")}
          </Button>
        </>
      )}
    </section>
  );
}
