import { describe, expect, test } from "vitest";
import { type NamedCampaign, suggestCampaign } from "./suggest-campaign.ts";

const campaign = (name: string, ...ids: string[]): NamedCampaign => ({ campaign: name, names: [name], ids });
const PLATFORM = [
  campaign("Marke DACH", "21456780001"),
  campaign("Füllstand Generisch DACH", "21456780002"),
  campaign("Capteurs de niveau FR"),
  campaign("2026 Spring"),
  campaign("2026 Spring Retargeting"),
];

describe("which campaign a name is likely another name of", () => {
  test("one that reads alike, whatever the case, accents and signs", () => {
    expect(suggestCampaign("marke_dach", PLATFORM)).toEqual({ campaign: "Marke DACH", why: "same_text" });
    expect(suggestCampaign("fuellstand-generisch-dach", PLATFORM)?.why).toBe("same_text");
    expect(suggestCampaign("2026-spring", PLATFORM)).toEqual({ campaign: "2026 Spring", why: "same_text" });
  });

  test("one whose platform id it holds", () => {
    expect(suggestCampaign("search|21456780002|de", PLATFORM)).toEqual({
      campaign: "Füllstand Generisch DACH",
      why: "holds_id",
    });
    expect(suggestCampaign("2145678000", PLATFORM)).toBeNull();
  });

  test("one that has all its words, if there are two of them and no other campaign has them too", () => {
    expect(suggestCampaign("capteurs_fr", PLATFORM)).toEqual({ campaign: "Capteurs de niveau FR", why: "same_words" });
    expect(suggestCampaign("dach", PLATFORM)).toBeNull();
    expect(suggestCampaign("2026_spring_mail", PLATFORM)?.campaign).toBe("2026 Spring");
    expect(suggestCampaign("spring_2026", PLATFORM)).toBeNull();
  });

  test("a name of signs alone, or of another script, is like nothing", () => {
    expect(suggestCampaign("--", PLATFORM)).toBeNull();
    expect(suggestCampaign("品牌词", [campaign("品牌 词"), ...PLATFORM])).toEqual({
      campaign: "品牌 词",
      why: "same_text",
    });
  });
});
