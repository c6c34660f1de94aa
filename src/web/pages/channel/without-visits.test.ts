import { expect, test } from "vitest";
import type { FunnelAnswer } from "../funnel/funnel-types.ts";
import { isEmpty, withoutVisits } from "./without-visits.ts";

const funnel = (visits: number, before: number): FunnelAnswer =>
  ({
    plan: {
      stages: [
        { stage: "visit", count: "sessions", beside: [] },
        { stage: "lead", count: "leads", beside: [] },
      ],
      steps: [{ from: "visit", to: "lead", rate: "traffic_to_lead_rate", velocity: null }],
      spans: [],
    },
    segments: [{ by: {}, rows: { sessions: { value: visits, previous: { value: before } }, leads: { value: 3 } } }],
  }) as unknown as FunnelAnswer;

test("a channel without visits has a funnel that begins with its leads", () => {
  const { stages, steps } = withoutVisits(funnel(0, 0)).plan;
  expect([stages.map(({ stage }) => stage), steps]).toEqual([["lead"], []]);
});

test("a funnel is empty where nobody entered any stage, not where nothing is known of one", () => {
  const counted = (leads: number | null) => {
    const answer = funnel(0, 0);
    return { ...answer, segments: [{ by: {}, rows: { leads: { value: leads } } }] } as unknown as FunnelAnswer;
  };
  expect([counted(0), counted(3), counted(null)].map(isEmpty)).toEqual([true, false, false]);
});

test("visits that only stopped stay in the funnel", () => {
  expect(withoutVisits(funnel(0, 12)).plan.stages).toHaveLength(2);
});
