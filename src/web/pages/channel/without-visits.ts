import type { FunnelAnswer } from "../funnel/funnel-types.ts";

/** A funnel without its visits where nobody came by a visit, as by events, post or calls. */
export function withoutVisits(funnel: FunnelAnswer): FunnelAnswer {
  const { plan, segments } = funnel;
  const count = plan.stages.find(({ stage }) => stage === "visit")?.count;
  const row = count ? segments[0]?.rows[count] : undefined;
  if (!row || (row.value ?? 0) !== 0 || (row.previous?.value ?? 0) !== 0) return funnel;
  return {
    ...funnel,
    plan: {
      stages: plan.stages.filter(({ stage }) => stage !== "visit"),
      steps: plan.steps.filter(({ from }) => from !== "visit"),
      spans: plan.spans.filter(({ from }) => from !== "visit"),
    },
  };
}

/** Whether nobody entered any stage, now or in the period it is compared with. */
export function isEmpty({ plan, segments }: FunnelAnswer): boolean {
  return plan.stages.every(({ count }) => {
    const row = count ? segments[0]?.rows[count] : undefined;
    return row === undefined || (row.value === 0 && (row.previous?.value ?? 0) === 0);
  });
}
