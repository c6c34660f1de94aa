import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { Parity } from "../../charts/parity/Parity.tsx";
import { Waterfall } from "../../charts/waterfall/Waterfall.tsx";
import { Section, Specimen } from "./Section.tsx";

const LANES = [
  { channel: "Paid Search", spend: 0.42, conversions: 0.18, interval: [0.13, 0.25], side: "below" },
  { channel: "Event", spend: 0.14, conversions: 0.13, interval: [0.09, 0.18], side: "at" },
  { channel: "Webinar", spend: 0.06, conversions: 0.13, interval: [0.08, 0.2], side: "above" },
  { channel: "Direct Mail", spend: 0.02, conversions: 0.01, interval: [0, 0.04], side: "unsure" },
] as const;
const VERDICTS = { below: "below", at: "at", above: "above", unsure: "too_few" } as const;

/** The charts of channels, on made-up figures. */
export function ChannelCharts() {
  const { t } = useTranslation();
  const format = useFormat();
  const channelName = useDimensionValue();
  const { language } = format;
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and formats follow the language
  const given = useMemo(
    () => ({
      lanes: LANES.map(({ channel, side, ...one }) => ({
        ...one,
        side,
        name: channelName("channel", channel),
        verdict: t(`channels.verdict.${VERDICTS[side]}`),
      })),
      parity: {
        spend: t("channels.of_spend"),
        conversions: t("channels.of_stage", { stage: t("channels.stage.sql") }),
        share: (value: number) => format.value(value, "ratio"),
      },
      steps: [
        { kind: "figure" as const, name: t("gallery.waterfall_from"), amount: 1488 },
        { kind: "part" as const, name: t("gallery.waterfall_less"), amount: -223 },
        { kind: "part" as const, name: t("gallery.waterfall_more"), amount: 124 },
        { kind: "rest" as const, name: t("reconciliation.rest"), amount: -126 },
        { kind: "figure" as const, name: t("gallery.waterfall_to"), amount: 1263 },
      ],
      waterfall: {
        value: (amount: number) => format.value(amount, "count"),
        change: (amount: number) => `${amount > 0 ? "+" : ""}${format.value(amount, "count")}`,
      },
    }),
    [language],
  );
  return (
    <>
      <Section id="parity">
        <Specimen>
          <Parity lanes={given.lanes} texts={given.parity} summary={t("gallery.parity")} />
        </Specimen>
      </Section>
      <Section id="waterfall">
        <Specimen>
          <Waterfall lanes={given.steps} texts={given.waterfall} summary={t("gallery.waterfall")} />
        </Specimen>
      </Section>
    </>
  );
}
