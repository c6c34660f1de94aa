import { expect, test } from "vitest";
import type { KpiInfo } from "../../api/client.ts";
import { kpisOfChannel } from "./kpis-of-channel.ts";

const kpi = (id: string, race: KpiInfo["race"], channels: KpiInfo["channels"]) => ({ id, race, channels }) as KpiInfo;

test("the catalogue says which KPIs belong to a channel; they stand from reach to convert", () => {
  const kpis = [
    kpi("unsubscribe_rate", "engage", ["Email"]),
    kpi("delivery_rate", "reach", ["Email"]),
    kpi("claim_rate", "act", ["Direct Mail"]),
    kpi("leads", "act", "any"),
    kpi("ltv", "engage", null),
  ];
  const { own, shared } = kpisOfChannel(kpis, "Email");
  expect(own.map(({ id }) => id)).toEqual(["delivery_rate", "unsubscribe_rate"]);
  expect(shared.map(({ id }) => id)).toEqual(["leads"]);
  expect(kpisOfChannel(kpis, "Community").own).toEqual([]);
});
