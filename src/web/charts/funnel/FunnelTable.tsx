import { useTranslation } from "react-i18next";
import { useFormat } from "../../app/use-format.ts";
import { StateWord } from "../../components/StateWord.tsx";
import type { FunnelAnswer } from "../../pages/funnel/funnel-types.ts";
import styles from "./funnel-chart.module.css";

interface Side {
  readonly name: string;
  readonly funnel: FunnelAnswer;
}

/** The chart's table twin, with every digit. */
export function FunnelTable({ sides }: { readonly sides: readonly Side[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const heads = [
    "stage_col",
    "count_col",
    "compare_col",
    "rate_col",
    "interval_col",
    "median_col",
    "money_col",
  ] as const;
  return (
    <>
      {sides.map((side) => {
        const { plan, segments, kpis } = side.funnel;
        const row = (id: string | null | undefined) => (id == null ? undefined : segments[0]?.rows[id]);
        return (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
          <section key={side.name} className={styles.scroll} tabIndex={0} aria-label={side.name}>
            <table className={styles.table}>
              {sides.length > 1 && <caption>{side.name}</caption>}
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head} scope="col">
                      {t(`funnel.${head}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {plan.stages.map(({ stage, count, beside }) => {
                  const step = plan.steps.find(({ from }) => from === stage);
                  const [entered, rate, days] = [row(count), row(step?.rate), row(step?.velocity)];
                  const exact = (one: typeof entered) => (one ? format.exact(one.value, one.unit) : "");
                  return (
                    <tr key={stage}>
                      <th scope="row">{t(`funnel.stage.${stage}`)}</th>
                      <td title={entered?.reason?.text}>
                        {exact(entered)} {entered && <StateWord row={entered} />}
                      </td>
                      <td>{entered?.previous ? format.exact(entered.previous.value, entered.unit) : ""}</td>
                      <td title={rate?.reason?.text}>
                        {exact(rate)} {rate && <StateWord row={rate} />}
                      </td>
                      <td>{rate?.interval?.map((edge) => format.exact(edge, "ratio")).join(" – ")}</td>
                      <td title={days?.reason?.text}>{exact(days)}</td>
                      <td>
                        {beside.map((id) => (
                          <div key={id}>
                            {kpis[id]?.name[format.language]}: {exact(row(id))}
                          </div>
                        ))}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </section>
        );
      })}
    </>
  );
}
