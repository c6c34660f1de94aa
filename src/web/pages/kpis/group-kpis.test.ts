import { expect, test } from "vitest";
import { groupKpis } from "./group-kpis.ts";

const kpi = (id: string, family: string, race: "reach" | "convert", owner: string) => ({
  id,
  family,
  race,
  goal_class: "impact" as const,
  owner,
});
const all = [
  kpi("win_rate", "funnel", "convert", "sales"),
  kpi("sessions", "traffic", "reach", "marketing"),
  kpi("leads", "funnel", "convert", "our own team"),
];
const shown = (by: Parameters<typeof groupKpis>[1]) =>
  groupKpis(all, by).map((group) => `${group.id}: ${group.kpis.map(({ id }) => id).join(" ")}`);

test("families stand as the catalogue has them, stages and owners in their order, unknown owners last", () => {
  expect(shown(undefined)).toEqual(["funnel: win_rate leads", "traffic: sessions"]);
  expect(shown("race")).toEqual(["reach: sessions", "convert: win_rate leads"]);
  expect(shown("owner")).toEqual(["marketing: sessions", "sales: win_rate", "our own team: leads"]);
});
