import { expect, test } from "vitest";
import type { Receipt } from "../../model/answer.ts";
import type { Inventory } from "../../model/inventory.ts";
import { dialectsOf } from "./dialects-of.ts";

const says = (text: string) => ({ en: text, zh: `${text}（中）` });
const presets = [
  {
    id: "hubspot_email",
    name: { en: "HubSpot", zh: "HubSpot 邮件" },
    dialects: [
      { about: ["click_to_open_rate"], says: says("click-through rate = our click_to_open_rate") },
      { about: ["unique_click_rate"], says: says("click rate = our unique_click_rate") },
    ],
  },
  {
    id: "pardot",
    name: { en: "Pardot", zh: "Pardot" },
    dialects: [{ about: ["click_to_open_rate"], says: says("x") }],
  },
];
const loads = [{ load_id: "hubspot_email-1" }] as unknown as Receipt["loads"];
const inventory = {
  loads: [
    { loadId: "hubspot_email-1", preset: "hubspot_email" },
    { loadId: "pardot-2", preset: "pardot" },
  ],
} as unknown as Inventory;

test("only the words for these KPIs, of the tools whose loads are in the number, in the reader's language", () => {
  expect(dialectsOf(new Set(["click_to_open_rate"]), loads, inventory, presets, "zh")).toEqual([
    { preset: "hubspot_email", name: "HubSpot 邮件", text: "click-through rate = our click_to_open_rate（中）" },
  ]);
  expect(dialectsOf(new Set(["leads"]), loads, inventory, presets, "en")).toEqual([]);
});
