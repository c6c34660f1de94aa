import { useTranslation } from "react-i18next";
import type { AnswerRow } from "../../api/client.ts";
import { BigNumber } from "../../components/BigNumber.tsx";
import { Comparison } from "../../components/Comparison.tsx";
import { KpiCard } from "../../components/KpiCard.tsx";
import { StateWord } from "../../components/StateWord.tsx";
import styles from "./gallery.module.css";
import { Section, Specimen } from "./Section.tsx";
import { against, KPI, sample, year } from "./samples.ts";

const TOKENS = [
  "paper",
  "surface",
  "sunken",
  "line",
  "ink",
  "ink-soft",
  "sea",
  "good",
  "bad",
  "unsure",
  "ghost",
] as const;

const NUMBERS: readonly AnswerRow[] = [
  sample(21_914),
  sample(0.0267, "ratio"),
  sample(1_240_300, "money"),
  sample(11.4, "days"),
  sample(1.78, "multiple"),
  sample(301, "count", { state: "incomplete" }),
  sample(0.31, "ratio", { state: "immature" }),
  sample(null, "money"),
  sample(null, "ratio", { state: "zero_denominator" }),
  sample(null, "ratio", { state: "too_few" }),
];

/** Colours, type, numbers with their states, cards. */
export function Foundations() {
  const { t } = useTranslation();
  const card = (row: AnswerRow, rows: readonly AnswerRow[] = year("plain")) => (
    <KpiCard kpi={KPI} row={row} trend={rows} board="cmo" />
  );
  return (
    <>
      <Section id="colours" note="colours_note">
        <div className={styles.grid}>
          {TOKENS.map((token) => (
            <div key={token} className={styles.swatch}>
              <span style={{ background: `var(--${token})` }} />
              <span>{t(`gallery.tokens.${token}`)}</span>
            </div>
          ))}
          {[1, 2, 3, 4, 5, 6].map((number) => (
            <div key={number} className={styles.swatch}>
              <span style={{ background: `var(--cat-${number})` }} />
              <span>{t("gallery.tokens.category", { number })}</span>
            </div>
          ))}
          <div className={styles.swatch}>
            <span style={{ background: "var(--cat-other)" }} />
            <span>{t("gallery.tokens.cat-other")}</span>
          </div>
        </div>
      </Section>
      <Section id="type" note="type_note">
        <Specimen>
          <div className={styles.number}>{t("gallery.number")} 1,234.56</div>
          <div className={styles.big}>{t("gallery.heading")}</div>
          <div>{t("gallery.body")}</div>
          <div className={styles.small}>{t("gallery.note")}</div>
        </Specimen>
      </Section>
      <Section id="numbers">
        <div className={styles.grid}>
          {NUMBERS.map((row) => (
            <Specimen key={`${row.unit}${row.state}${row.value}`}>
              <BigNumber value={row.value} unit={row.unit} /> <StateWord row={row} />
            </Specimen>
          ))}
          {[0.12, -0.12, 0].map((change) => (
            <Specimen key={change}>
              <Comparison row={sample(584, "count", against(584, change))} better="higher" />
            </Specimen>
          ))}
        </div>
      </Section>
      <Section id="cards">
        <div className={styles.grid}>
          <Named name={t("gallery.card.better")}>
            {card(sample(584, "count", { ...against(584, 0.12), interval: [538, 633] }))}
          </Named>
          <Named name={t("gallery.card.worse")}>
            {card(sample(402, "count", { ...against(402, -0.18), interval: [365, 443] }))}
          </Named>
          <Named name={t("gallery.card.chance")}>
            {card(sample(549, "count", { ...against(549, 0.01), interval: [504, 597] }))}
          </Named>
          <Named name={t("gallery.card.so_far")}>
            {card(sample(301, "count", { state: "incomplete", interval: [269, 337] }), year("so_far"))}
          </Named>
          <Named name={t("gallery.card.few")}>{card(sample(null, "count", { state: "too_few" }), [])}</Named>
          <Named name={t("gallery.card.none")}>
            {card(sample(null, "count", { reason: { code: "no_source", text: "" } }), [])}
          </Named>
        </div>
      </Section>
    </>
  );
}

function Named({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <div className={styles.small}>{name}</div>
      {children}
    </div>
  );
}
