import { expect, test } from "vitest";
import { narrowing } from "./narrowing.ts";

const campaign_aliases = { Spring: ["spring_launch", "120210"] };

test("a country in any language and any of a campaign's names mean the one that rows are gathered under", () => {
  const where = { country: ["Deutschland", "!=法国", "EMEA"], campaign: ["SPRING_launch", "!= 120210", "Autumn"] };
  expect(narrowing(where, { campaign_aliases })).toMatchObject({
    narrowed: { country: ["DE", "!=FR", "EMEA"], campaign: ["Spring", "!= Spring", "Autumn"] },
    campaigns: { spring: "Spring", spring_launch: "Spring", "120210": "Spring" },
  });
});

test("other columns, numbers and the bare question whether something is set stay as they are", () => {
  const where = { channel: ["Germany"], page_views: [2, ">3"], country: ["!="] };
  expect(narrowing(where, { campaign_aliases })).toEqual({ narrowed: where });
});

test("without aliases rows are compared with the name itself", () => {
  expect(narrowing({ campaign: ["Spring"] }, { campaign_aliases: {} })).toEqual({ narrowed: { campaign: ["Spring"] } });
});
