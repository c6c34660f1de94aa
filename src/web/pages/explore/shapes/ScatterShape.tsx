import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../app/use-format.ts";
import { MOST_COLOURS } from "../../../charts/colours/channel-colour.ts";
import { Scatter } from "../../../charts/scatter/Scatter.tsx";
import styles from "../explore.module.css";
import type { Kit } from "./kit.ts";

/** The first two KPIs against each other, a point a segment; all others together are no point of their own. */
export function ScatterShape({ grid, segments, words, nameOf, slots, summary }: Kit) {
  const { t } = useTranslation();
  const format = useFormat();
  const [x = "", y = ""] = grid.kpis;
  const { language, currency } = format;
  const single = segments.filter(({ gathered }) => !gathered);
  // Six coloured among many grey ones would look as if they meant something; a channel is known by its colour.
  const coloured = single.length <= MOST_COLOURS || grid.dimensions[0] === "channel";
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and formats follow the language and the currency
  const { points, axes } = useMemo(() => {
    const axis = (kpi: string) => ({
      name: words.kpi(kpi),
      value: (value: number | null) => format.value(value, words.unit(kpi)),
      total: grid.cell(kpi, null)?.value ?? null,
    });
    return {
      axes: { x: axis(x), y: axis(y) },
      points: single.flatMap((segment) => {
        const [over, up] = [grid.cell(x, segment.key), grid.cell(y, segment.key)];
        if (over?.value == null || up?.value == null) return [];
        return [{ name: nameOf(segment), slot: coloured ? (slots.get(segment.key) ?? null) : 0, x: over, y: up }];
      }),
    };
  }, [grid, segments, slots, language, currency]);
  const refused = grid.refused[0];
  if (points.length === 0)
    return (
      <p className={styles.soft}>
        {refused
          ? t("explore.refused", { name: words.kpi(refused.kpi), reason: refused.reason })
          : t("explore.nothing_text")}
      </p>
    );
  const said = points.map((point) => `${point.name} ${axes.x.value(point.x.value)} / ${axes.y.value(point.y.value)}`);
  return (
    <>
      <Scatter points={points} x={axes.x} y={axes.y} whole={t("explore.whole")} summary={summary(said)} />
      {single.length > points.length && (
        <p className={styles.soft}>{t("explore.without_both", { count: single.length - points.length })}</p>
      )}
      {single.length < segments.length && <p className={styles.soft}>{t("explore.other_no_point")}</p>}
    </>
  );
}
