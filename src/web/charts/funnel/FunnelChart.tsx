import { useTranslation } from "react-i18next";
import type { AnswerRow } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodName } from "../../app/use-period-name.ts";
import { Comparison } from "../../components/Comparison.tsx";
import { StateWord } from "../../components/StateWord.tsx";
import type { FunnelAnswer, StageId, Step } from "../../pages/funnel/funnel-types.ts";
import { type BarLength, barScale } from "./bar-scale.ts";
import styles from "./funnel-chart.module.css";

interface Side {
  readonly name: string;
  readonly funnel: FunnelAnswer;
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;
const rowOf = ({ funnel }: Side, id: string | null) => (id === null ? undefined : funnel.segments[0]?.rows[id]);

/** Bars from one baseline, one for each stage and side; between them the rate and the median days, beside them the money. */
export function FunnelChart({ sides }: { readonly sides: readonly Side[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  const [first] = sides;
  if (!first) return null;
  const { plan, question } = first.funnel;
  const counts = plan.stages.map(({ count }) => sides.map((side) => rowOf(side, count)?.value ?? null));
  // Only visits are cut where they are far larger than the rest.
  const scale = barScale(plan.stages[0]?.stage === "visit" ? counts : [[], ...counts]);
  const steps = new Map<StageId, Step>(plan.steps.map((step) => [step.from, step]));
  const cohort = question.mode === "cohort";
  const previous = rowOf(first, (plan.stages[1] ?? plan.stages[0])?.count ?? null)?.previous;
  const told = (side: Side) =>
    t("funnel.summary", {
      stages: plan.stages
        .map(
          ({ stage, count }) =>
            `${t(`funnel.stage.${stage}`)} ${format.value(rowOf(side, count)?.value ?? null, "count")}`,
        )
        .join(t("board.list_join")),
      rates: plan.steps
        .map(
          ({ from, to, rate }) =>
            `${t("funnel.step", { from: t(`funnel.stage.${from}`), to: t(`funnel.stage.${to}`) })} ${format.value(rowOf(side, rate)?.value ?? null, "ratio")}`,
        )
        .join(t("board.list_join")),
    });
  return (
    <figure className={styles.figure} data-chart="funnel" data-drawn data-sides={sides.length}>
      <figcaption className="visually-hidden">
        {sides.map((side) => `${sides.length > 1 ? `${side.name}: ` : ""}${told(side)}`).join(" ")}
      </figcaption>
      <ol className={styles.stages}>
        {plan.stages.map(({ stage, count, beside }) => {
          const step = steps.get(stage);
          return (
            <li key={stage} data-stage={stage}>
              <div className={styles.stage}>
                <h3 className={styles.name}>{t(`funnel.stage.${stage}`)}</h3>
                <div className={styles.bars}>
                  {sides.map((side, index) => (
                    <Bar
                      key={side.name}
                      row={rowOf(side, count)}
                      rate={cohort ? rowOf(side, step?.rate ?? null) : undefined}
                      side={index}
                      name={sides.length > 1 ? side.name : null}
                      better={side.funnel.kpis[count ?? ""]?.better ?? "none"}
                      scale={scale}
                    />
                  ))}
                </div>
                <div className={styles.money}>
                  {beside.length > 0 &&
                    sides.map((side, index) => (
                      <div key={side.name}>
                        {sides.length > 1 && <Dot side={index} name={side.name} />}
                        <dl>
                          {beside.map((id) => {
                            const row = rowOf(side, id);
                            return (
                              row && (
                                <div key={id}>
                                  <dt>{side.funnel.kpis[id]?.name[format.language] ?? id}</dt>
                                  <dd title={row.reason?.text ?? format.exact(row.value, row.unit)}>
                                    {format.value(row.value, row.unit)}
                                  </dd>
                                </div>
                              )
                            );
                          })}
                        </dl>
                      </div>
                    ))}
                </div>
              </div>
              {step && (
                <div className={styles.step} data-step={`${step.from}>${step.to}`}>
                  {sides.map((side, index) => (
                    <StepLine
                      key={side.name}
                      rate={rowOf(side, step.rate)}
                      velocity={rowOf(side, step.velocity)}
                      better={side.funnel.kpis[step.rate ?? ""]?.better ?? "none"}
                      side={sides.length > 1 ? { index, name: side.name } : null}
                    />
                  ))}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <div className={styles.way}>
        <h3 className={styles.name}>{t("funnel.whole_way")}</h3>
        <ul>
          {plan.spans.flatMap((span) =>
            sides.map((side, index) => {
              const [rate, days] = [rowOf(side, span.rate), rowOf(side, span.velocity)];
              return (
                <li key={`${span.from}${side.name}`}>
                  {sides.length > 1 && <Dot side={index} name={side.name} />}
                  <span>
                    {t("funnel.step", { from: t(`funnel.stage.${span.from}`), to: t(`funnel.stage.${span.to}`) })}
                  </span>
                  {rate && <b className="number">{format.value(rate.value, "ratio")}</b>}
                  {rate && <StateWord row={rate} />}
                  {days && (
                    <span className={styles.soft} title={days.reason?.text}>
                      {days.value === null
                        ? days.state === "too_few" && t("funnel.no_median")
                        : t("funnel.median", { value: format.value(days.value, "days") })}
                    </span>
                  )}
                </li>
              );
            }),
          )}
        </ul>
      </div>
      <p className={styles.legend}>
        {previous && sides.length === 1 && (
          <span>{t("funnel.before_mark", { period: periodName(previous.period) })}</span>
        )}
        {cohort && <span>{t("funnel.went_on")}</span>}
      </p>
    </figure>
  );
}

function Dot({ side, name }: { readonly side: number; readonly name: string }) {
  return (
    <span className={styles.side}>
      <i data-side={side} aria-hidden="true" />
      {name}
    </span>
  );
}

interface BarProps {
  readonly row: AnswerRow | undefined;
  /** In cohort mode: the share of the bar that went on. */
  readonly rate: AnswerRow | undefined;
  readonly side: number;
  readonly name: string | null;
  readonly better: "higher" | "lower" | "none";
  readonly scale: (value: number | null) => BarLength;
}

function Bar({ row, rate, side, name, better, scale }: BarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!row) return null;
  const { share, cut } = scale(row.value);
  const before = row.previous?.value ?? null;
  const mark = before === null ? null : scale(before);
  return (
    <div className={styles.line} data-side={side}>
      <div className={styles.track} aria-hidden="true">
        {row.value !== null && (
          <span
            className={`${styles.bar} ${row.state === "ok" ? "" : styles.open} ${rate ? styles.entered : ""}`}
            data-cut={cut !== null}
            style={{ width: percent(share) }}
          >
            {rate?.value != null && cut === null && (
              <span
                className={`${styles.moved} ${rate.state === "ok" ? "" : styles.open}`}
                style={{ width: percent(Math.min(1, rate.value)) }}
              />
            )}
          </span>
        )}
        {name === null && mark !== null && mark.cut === null && cut === null && (
          <span className={styles.mark} style={{ insetInlineStart: percent(mark.share) }} />
        )}
      </div>
      <p className={styles.value}>
        {name !== null && <Dot side={side} name={name} />}
        <b className="number" title={format.exact(row.value, row.unit)}>
          {format.value(row.value, row.unit)}
        </b>
        <StateWord row={row} />
        {row.value === null ? (
          <span className={styles.soft}>{row.reason?.text}</span>
        ) : (
          <span className={styles.soft}>
            <Comparison row={row} better={better} />
          </span>
        )}
        {cut !== null && (
          <span className={styles.soft}>{t("funnel.cut", { times: format.whole(Number(cut.toPrecision(2))) })}</span>
        )}
      </p>
    </div>
  );
}

interface StepProps {
  readonly rate: AnswerRow | undefined;
  readonly velocity: AnswerRow | undefined;
  readonly better: "higher" | "lower" | "none";
  readonly side: { readonly index: number; readonly name: string } | null;
}

function StepLine({ rate, velocity, better, side }: StepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const ends = rate?.interval && format.interval(rate.interval, "ratio");
  return (
    <div className={styles.stepLine}>
      <p>
        <span aria-hidden="true" className={styles.arrow}>
          ↓
        </span>
        {side && <Dot side={side.index} name={side.name} />}
        {rate?.value != null ? (
          <b className="number">{t("funnel.goes_on", { rate: format.value(rate.value, "ratio") })}</b>
        ) : (
          <b>–</b>
        )}
        {rate && <StateWord row={rate} />}
        {rate?.cohort && rate.value !== null && (
          <span className={styles.soft}>{t("funnel.within", { days: rate.cohort.window_days })}</span>
        )}
        {ends && <span className={styles.soft}>{t("card.interval", ends)}</span>}
        {rate?.value != null && !side && (
          <span className={styles.soft}>
            <Comparison row={rate} better={better} />
          </span>
        )}
        {rate && rate.state !== "ok" && rate.reason && <span className={styles.soft}>{rate.reason.text}</span>}
      </p>
      {velocity && (
        <p className={styles.median} title={velocity.reason?.text}>
          {velocity.value !== null
            ? t("funnel.median", { value: format.value(velocity.value, "days") })
            : velocity.state === "too_few"
              ? t("funnel.no_median")
              : velocity.reason?.text}
        </p>
      )}
    </div>
  );
}
