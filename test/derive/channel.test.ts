import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../src/engine/engine.ts";
import { CHANNELS } from "../../src/model/channels.ts";
import { HOST_CATEGORIES, HOSTS } from "../../src/model/host-categories.ts";
import type { Workspace } from "../../src/model/workspace.ts";
import { classifyChannel } from "../../src/sql/channel/classify-channel.ts";
import { sourceCategory } from "../../src/sql/channel/source-category.ts";
import { textLiteral } from "../../src/sql/channel/text-literal.ts";
import { embeddedOpener } from "../support/engines.ts";
import { shared } from "../support/shared-data.ts";

const open = embeddedOpener();
let engine: Engine;
beforeAll(async () => {
  engine = await open();
});

interface Case {
  readonly source?: string;
  readonly medium?: string;
  readonly campaign?: string;
  readonly program?: string;
  readonly system?: string;
  readonly click?: string;
}

async function channelsOf(cases: readonly Case[], rules: Workspace["channel_rules"] = []): Promise<string[]> {
  const inputs = {
    ...{ source: "c.1", medium: "c.2", campaign: "c.3", program: "c.4", system: "c.5", clickId: "c.6" },
  };
  const texts = cases.map(
    ({ source = "", medium = "", campaign = "", program = "", system = "", click = "" }) =>
      `(${[source, medium, campaign, program, system, click].map(textLiteral).join(", ")})`,
  );
  const rows = await engine.query<{ channel: string }>(
    `SELECT ${classifyChannel(inputs, rules)} AS channel FROM (SELECT arrayJoin(arrayEnumerate([${texts.join(", ")}])) AS place, [${texts.join(", ")}][place] AS c) ORDER BY place`,
  );
  return rows.map(({ channel }) => channel);
}

/** "source / medium / campaign" → channel. */
async function expectChannels(expected: Readonly<Record<string, string>>): Promise<void> {
  const keys = Object.keys(expected);
  const got = await channelsOf(
    keys.map((key) => {
      const [source = "", medium = "", campaign = ""] = key.split(" / ").map((text) => (text === "-" ? "" : text));
      return { source, medium, campaign };
    }),
  );
  expect(Object.fromEntries(keys.map((key, index) => [key, got[index]]))).toEqual(expected);
}

describe("GA4's default channel groups", () => {
  test("each group by its rule", async () => {
    await expectChannels({
      "(direct) / (none)": "Direct",
      "(direct) / (not set)": "Direct",
      "- / -": "Direct",
      "google / cpc / Cross-network summer": "Cross-network",
      "amazon / cpc": "Paid Shopping",
      "google / cpc / spring-shopping": "Paid Shopping",
      "google / cpc / my shop": "Paid Shopping",
      "google / cpc / eshop": "Paid Shopping",
      "google / cpc / workshop": "Paid Search",
      "bing / ppc": "Paid Search",
      "baidu / paid_search": "Paid Search",
      "facebook / retargeting": "Paid Social",
      "youtube.com / paid": "Paid Video",
      "dv360 / display": "Display",
      "somewhere / cpm": "Display",
      "google / cpm": "Paid Search",
      "newsletter / cpa": "Paid Other",
      "newsletter / cpc": "Paid Other",
      "ebay.de / referral": "Organic Shopping",
      "linkedin / -": "Organic Social",
      "blog / social-media": "Organic Social",
      "blog / sm": "Organic Social",
      "vimeo.com / referral": "Organic Video",
      "blog / in-video-link": "Organic Video",
      "chatgpt.com / referral": "AI Assistant",
      "anything / ai-assistant": "AI Assistant",
      "google / organic": "Organic Search",
      "somewhere / organic": "Organic Search",
      "example.org / referral": "Referral",
      "example.org / app": "Referral",
      "e-mail / spring": "Email",
      "newsletter / e mail": "Email",
      "someone / affiliate": "Affiliates",
      "spotify / audio": "Audio",
      "sms / -": "SMS",
      "app / web-push": "Mobile Push",
      "firebase / x": "Mobile Push",
      "app / mobile-banner": "Mobile Push",
      "example.org / something": "Unassigned",
    });
  });

  test("the first match wins and case and outer blanks do not matter", async () => {
    await expectChannels({
      " GOOGLE / CPC ": "Paid Search",
      "LinkedIn / Paid-Social": "Paid Social",
      "chatgpt.com / cpc": "Paid Other",
      "email / social": "Organic Social",
    });
  });
});

describe("source hosts", () => {
  test("match by domain, label by label, never by substring", async () => {
    await expectChannels({
      "t.co / referral": "Organic Social",
      "microsoft.com / referral": "Referral",
      "www.google.co.uk / referral": "Organic Search",
      "notgoogle.com / referral": "Referral",
      "google.com.evil.example / referral": "Referral",
      "m.facebook.com / referral": "Organic Social",
      "a.b.c.d.linkedin.com / referral": "Organic Social",
      "notion.so / referral": "Referral",
      "docs.google.com / referral": "Referral",
      "gemini.google.com / referral": "AI Assistant",
      "aws.amazon.com / referral": "Referral",
    });
  });

  test("know the hosts of China and the assistants", async () => {
    const search = ["baidu", "m.baidu.com", "sogou.com", "so.com", "sm.cn", "bing", "yandex.ru", "naver.com"];
    const social = ["weixin", "weibo.com", "zhihu.com", "xiaohongshu.com", "mp.weixin.qq.com"];
    const video = ["bilibili.com", "douyin.com"];
    const ai = [
      "chatgpt.com",
      "gemini.google.com",
      "copilot.microsoft.com",
      "claude.ai",
      "perplexity.ai",
      "deepseek.com",
      "kimi.com",
      "doubao.com",
    ];
    await expectChannels(
      Object.fromEntries([
        ...search.map((host) => [`${host} / referral`, "Organic Search"]),
        ...social.map((host) => [`${host} / referral`, "Organic Social"]),
        ...video.map((host) => [`${host} / referral`, "Organic Video"]),
        ...ai.map((host) => [`${host} / referral`, "AI Assistant"]),
      ]),
    );
  });

  test("are the table that the script makes from the package's data", () => {
    const script = resolve(import.meta.dirname, "../../scripts/make-host-categories.mjs");
    expect(() => execFileSync(process.execPath, [script, "--check"])).not.toThrow();
  });

  test("stand in the table once, in lower case", () => {
    const hosts = HOSTS.map(([host]) => host);
    expect(new Set(hosts).size).toBe(hosts.length);
    expect(hosts.filter((host) => host !== host.toLowerCase() || host === "" || host.startsWith("www."))).toEqual([]);
  });
});

describe("B2B groups", () => {
  test("come before GA4's when the programme, medium or source names one whole", async () => {
    expect(
      await channelsOf([
        { program: "Webinar", source: "linkedin", medium: "cpc" },
        { program: "Trade Show" },
        { medium: "direct_mail" },
        { source: "Content Syndication" },
        { medium: "sales-outbound" },
        { source: "Partner Referral" },
        { program: "展会" },
        { source: "webinarworld.com", medium: "referral" },
      ]),
    ).toEqual([
      "Webinar",
      "Event",
      "Direct Mail",
      "Content Syndication",
      "Sales Outbound",
      "Partner",
      "Event",
      "Referral",
    ]);
  });
});

describe("a workspace's own rules", () => {
  test("come first, in their order, and all conditions of one must hold", async () => {
    const rules = [
      { channel: "ABM", when: { campaign: "^abm_", source: "linkedin" } },
      { channel: "It's ours", when: { system: "HUBSPOT" } },
    ];
    expect(
      await channelsOf(
        [
          { source: "LinkedIn", medium: "cpc", campaign: "ABM_dach" },
          { source: "google", medium: "cpc", campaign: "abm_dach" },
          { source: "google", medium: "cpc", system: "hubspot" },
          { program: "Webinar", source: "linkedin", campaign: "abm_x" },
        ],
        rules,
      ),
    ).toEqual(["ABM", "Paid Search", "It's ours", "ABM"]);
  });

  test("with a pattern the engine cannot read are refused by name", () => {
    const rules = [{ channel: "X", when: { campaign: "^(?!abm)" } }];
    expect(() => classifyChannel({ source: "s", medium: "m", campaign: "c" }, rules)).toThrowError(
      expect.objectContaining({ code: "settings.pattern", place: { key: "channel_rules.campaign" } }),
    );
  });
});

describe("click ids", () => {
  test("fill the gap that UTM parameters leave, and only certain ones prove a paid click", async () => {
    expect(
      await channelsOf([
        { click: "gclid" },
        { source: "(direct)", medium: "(none)", click: "msclkid" },
        { click: "dclid" },
        { click: "bd_vid" },
        { source: "newsletter", medium: "email", click: "gclid" },
        { click: "fbclid" },
      ]),
    ).toEqual(["Paid Search", "Paid Search", "Display", "Paid Search", "Email", "Direct"]);
  });
});

describe("the expression", () => {
  test("gives known channels for any text, also quotes and line breaks", async () => {
    const nasty = ["'", "\\", "a\nb", "\0", "。", "%", "x".repeat(5000)];
    const got = await channelsOf(nasty.map((text) => ({ source: text, medium: text, campaign: text })));
    for (const channel of got) expect(CHANNELS).toContain(channel);
  });
});

/** Hosts that we file elsewhere than GA4, with the reason. */
const ELSEWHERE: Readonly<Record<string, string>> = {};

const list = shared("data", "ga4-source-categories", "ga4_source_categories.csv");

describe.skipIf(!existsSync(list))("GA4's own list of sources (skipped without the shared data)", () => {
  test("agrees with ours, but for consumer networks that we do not know", async () => {
    const rows = readFileSync(list, "utf8")
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(","))
      .map(([source = "", category = ""]) => [source, category.replace("SOURCE_CATEGORY_", "").toLowerCase()] as const);
    const got = await engine.query<{ number: number }>(
      `SELECT ${sourceCategory("source")} AS number FROM (SELECT arrayJoin(arrayEnumerate([${rows.map(([source]) => textLiteral(source.toLowerCase())).join(", ")}])) AS place, [${rows.map(([source]) => textLiteral(source.toLowerCase())).join(", ")}][place] AS source) ORDER BY place`,
    );
    const ours = rows.map(([source, theirs], index) => ({
      source,
      theirs,
      ours: HOST_CATEGORIES[(got[index]?.number ?? 0) - 1] ?? "unknown",
    }));
    const contradictions = ours.filter(
      (row) => row.ours !== row.theirs && row.ours !== "unknown" && ELSEWHERE[row.source] === undefined,
    );
    const unknown = ours.filter((row) => row.ours === "unknown");
    expect(contradictions).toEqual([]);
    // Closed or purely private networks (vampirefreaks, dogster, …): their rare visits count as referrals.
    expect(new Set(unknown.map((row) => row.theirs))).toEqual(new Set(["social"]));
    expect(unknown.length).toBeLessThan(300);
    expect(ours.length).toBeGreaterThan(800);
  });
});
