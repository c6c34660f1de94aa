import { describe, expect, test } from "vitest";
import { deriving, type FactRow, stageEntries } from "./build.ts";

const { build } = deriving();

/** A join of one address: "ana 09:00 09:30". */
function joins(texts: readonly string[], event = "web-1"): FactRow[] {
  return texts.map((text) => {
    const [name, from, to] = text.split(" ");
    return {
      event_id: event,
      email_hash: name,
      date: "2026-05-12",
      joined_at: `2026-05-12 ${from}:00`,
      left_at: `2026-05-12 ${to}:00`,
      live_minutes: "1",
      status: "attended",
    };
  });
}

const WEBINAR = {
  external_id: "web-1",
  date: "2026-05-12",
  starts_at: "2026-05-12 09:00:00",
  duration_minutes: "120",
  event_name: "Launch",
  event_kind: "webinar",
  channel: "Webinar",
};

describe("one row per person and event", () => {
  test("joins one after the other add up; joins at the same time from two devices count once", async () => {
    const built = await build({
      event: [WEBINAR],
      participation: joins(["ana 09:00 09:30", "ana 09:35 10:30", "bo 09:00 10:00", "bo 09:30 10:10"]),
    });
    expect(await built.rows("participation_entry", "person_key attended live_minutes channel event_name")).toEqual([
      "address/ana 1 85 Webinar Launch",
      "address/bo 1 70 Webinar Launch",
    ]);
  });

  test("minutes without times of joining are added", async () => {
    const built = await build({
      participation: [
        { event_id: "e", email_hash: "ana", date: "2026-05-12", live_minutes: "30" },
        { event_id: "e", email_hash: "ana", date: "2026-05-12", live_minutes: "55" },
      ],
    });
    expect(await built.rows("participation_entry", "date attended live_minutes")).toEqual(["2026-05-12 1 85"]);
  });

  test("who registered after the live end, or cancelled, is no registrant; who stayed too short is no attendee", async () => {
    const built = await build({
      event: [{ ...WEBINAR, minimum_minutes: "10" }],
      participation: [
        { event_id: "web-1", email_hash: "late", registered_at: "2026-05-12 11:00:01", on_demand_minutes: "20" },
        { event_id: "web-1", email_hash: "ends", registered_at: "2026-05-12 11:00:00", status: "no_show" },
        { event_id: "web-1", email_hash: "off", registered_at: "2026-05-01 11:00:00", status: "cancelled" },
        { event_id: "web-1", email_hash: "short", live_minutes: "9", status: "attended" },
        { event_id: "web-1", email_hash: "enough", live_minutes: "10", status: "attended" },
        { event_id: "web-1", email_hash: "recording", status: "on_demand" },
      ],
    });
    expect(await built.rows("participation_entry", "person_key registered attended on_demand")).toEqual([
      "address/ends 1 0 0",
      "address/enough 1 1 0",
      "address/late 0 0 1",
      "address/off 0 0 0",
      "address/recording 0 0 1",
      "address/short 1 0 0",
    ]);
  });

  test("panelists and hosts are left out by a named rule, also where they join as attendees", async () => {
    const built = await build({
      participation: [
        { event_id: "e", email_hash: "ana", date: "2026-05-12", live_minutes: "30" },
        { event_id: "e", email_hash: "pat", date: "2026-05-12", live_minutes: "30" },
        { event_id: "e", email_hash: "pat", date: "2026-05-12", live_minutes: "30", role: "panelist" },
      ],
    });
    expect(await built.rows("participation_entry", "person_key excluded")).toEqual([
      "address/ana ",
      "address/pat event_staff",
    ]);
  });

  test("a later load that speaks of the person replaces all joins of the earlier one", async () => {
    const built = await build({
      participation: [
        ...joins(["ana 09:00 09:30", "ana 09:35 10:30", "bo 09:00 09:10"]),
        ...joins(["ana 09:00 09:20"]).map((row) => ({ ...row, load: 2, external_id: "again" })),
      ],
    });
    expect(await built.rows("participation_entry", "person_key live_minutes")).toEqual([
      "address/ana 20",
      "address/bo 10",
    ]);
  });

  test("the next step is the first stage beyond lead or meeting from the event's day on, of the person behind the address", async () => {
    const built = await build({
      event: [WEBINAR],
      person: [
        { external_id: "p1", email_hash: "ana", country: "FR" },
        { external_id: "p2", email_hash: "bo", is_test: 1 },
      ],
      stage_entry: stageEntries("p1 lead 2026-05-13; p1 mql 2026-05-20; p1 sql 2026-06-20; p2 mql 2026-05-01"),
      meeting: [{ external_id: "m", person_id: "p1", date: "2026-05-18", kind: "demo" }],
      participation: [
        ...joins(["ana 09:00 10:00", "bo 09:00 10:00"]),
        { event_id: "web-1", email_hash: "ana", on_demand_minutes: "5", watched_on: "2026-05-19" },
      ],
    });
    expect(
      await built.rows("participation_entry", "country excluded next_step_days on_demand on_demand_next_step_days"),
    ).toEqual([" test - 0 -", "FR  6 1 1"]);
  });
});

describe("one row per event", () => {
  test("its own figures stand before those of its contacts, and it is dated by its contacts where it has no record", async () => {
    const built = await build({
      event: [{ external_id: "fair", date: "2026-04-01", event_kind: "fair", items_given: 300 }],
      participation: [
        { event_id: "fair", email_hash: "a", items_given: 2, talk_held: 1 },
        { event_id: "fair", email_hash: "b", items_given: 1, talk_held: 0 },
        { event_id: "small", email_hash: "a", date: "2026-04-09", items_given: 1, event_name: "Meetup" },
      ],
    });
    expect(await built.rows("event_entry", "event_id date event_kind items_given talks_held")).toEqual([
      "fair 2026-04-01 fair 300 1",
      "small 2026-04-09  1 -",
    ]);
  });
});

describe("an event told day by day", () => {
  const day = (date: string, items: number, talks: number | null, load = 1): FactRow => ({
    external_id: `fair/${date}`,
    event_id: "fair",
    date,
    event_kind: "fair",
    event_name: "Fair",
    items_given: items,
    talks_held: talks,
    load,
  });
  const contact = (email_hash: string, date: string): FactRow => ({
    event_id: "fair",
    email_hash,
    date,
    items_given: 2,
    talk_held: 1,
    status: "contact",
  });

  test("is one event whose days add up, before its contacts' figures and a count of the whole; a person is there once", async () => {
    const built = await build({
      event: [
        day("2026-04-21", 285, 31),
        day("2026-04-20", 310, 24),
        { external_id: "fair", date: "2026-04-20", event_kind: "fair", items_given: 999, talks_held: 99 },
      ],
      participation: [contact("ana", "2026-04-20"), contact("ana", "2026-04-21"), contact("bo", "2026-04-21")],
    });
    expect(await built.rows("event_entry", "event_id date event_name items_given talks_held")).toEqual([
      "fair 2026-04-20 Fair 595 55",
    ]);
    expect(await built.rows("participation_entry", "event_id person_key date")).toEqual([
      "fair address/ana 2026-04-20",
      "fair address/bo 2026-04-20",
    ]);
  });

  test("a day counted again replaces that day alone; what no day tells is left to the contacts", async () => {
    const built = await build({
      event: [day("2026-04-20", 310, null), day("2026-04-21", 285, null), day("2026-04-21", 300, null, 2)],
      participation: [contact("ana", "2026-04-20"), contact("bo", "2026-04-21")],
    });
    expect(await built.rows("event_entry", "items_given talks_held")).toEqual(["610 2"]);
  });
});

describe("one row per mailing", () => {
  test("a later report replaces the earlier; what it leaves out and its other figures tell is filled in", async () => {
    const mailing = { external_id: "m1", date: "2026-06-09", sent: 110, hard_bounces: 1, soft_bounces: 1 };
    const built = await build({
      email_campaign: [
        { ...mailing, unique_opens: 20 },
        { ...mailing, unique_opens: 30, machine_opens: 10, unique_clicks: 25, load: 2 },
      ],
    });
    expect(await built.rows("email_send", "sent delivered bounces unique_opens human_opens openers channel")).toEqual([
      "110 108 2 30 20 25 Email",
    ]);
  });

  test("events are counted by person; a click implies an open; machine opens and clicks stand apart", async () => {
    const event = (email_hash: string, event_type: string, is_machine = 0): FactRow => ({
      campaign_id: "m1",
      date: event_type === "sent" ? "2026-06-09" : "2026-06-10",
      email_hash,
      event_type,
      is_machine,
    });
    const built = await build({
      email_event: [
        ...["a", "b", "c", "d", "e"].map((who) => event(who, "sent")),
        event("e", "hard_bounce"),
        event("a", "open"),
        event("a", "open"),
        event("b", "open", 1),
        event("c", "click"),
        event("d", "click", 1),
      ],
    });
    expect(
      await built.rows(
        "email_send",
        "date sent delivered unique_opens machine_opens human_opens openers unique_clicks complaints",
      ),
    ).toEqual(["2026-06-09 5 4 2 1 1 2 1 -"]);
  });

  test("opens and clicks that machines made are told by five signals, kept, and counted apart from people's", async () => {
    const mail = (who: string, event_type: string, at: string, more: FactRow = {}): FactRow => ({
      campaign_id: "m1",
      date: "2026-06-09",
      occurred_at: `2026-06-09 ${at}`,
      email_hash: who,
      event_type,
      ...more,
    });
    const people = ["flag", "agent", "apple", "relay", "instant", "burst", "person", "slow"];
    const built = await build({
      person: [
        { external_id: "p1", email_hash: "relay", mail_domain: "icloud.com" },
        { external_id: "p2", email_hash: "slow", mail_domain: "icloud.com" },
      ],
      email_event: [
        ...people.map((who) => mail(who, "sent", "07:59:50.000")),
        ...people.map((who) => mail(who, "delivered", "08:00:00.000")),
        mail("flag", "open", "09:00:00.000", { is_machine: 1 }),
        mail("agent", "open", "09:00:00.000", { user_agent: "Barracuda Sentinel (EE)" }),
        mail("apple", "open", "11:00:00.000", { user_agent: "Mozilla/5.0" }),
        mail("relay", "open", "08:00:09.000"),
        mail("slow", "open", "08:00:11.000"),
        mail("instant", "click", "08:00:01.500"),
        mail("burst", "click", "09:00:00.000"),
        mail("burst", "click", "09:00:00.999"),
        mail("person", "open", "08:00:05.000", { user_agent: "Mozilla/5.0 (Windows NT 10.0)" }),
        mail("person", "click", "08:00:02.000"),
        mail("person", "click", "08:00:03.000"),
      ],
    });
    expect(
      await built.rows(
        "email_send",
        "delivered unique_opens machine_opens human_opens openers raw_clickers machine_clicks unique_clicks total_clicks",
      ),
    ).toEqual(["8 6 4 2 2 3 2 1 2"]);
    expect(await built.rows("email_send", "machine_open_signals")).toEqual([
      "known_agent=1,privacy_relay=2,vendor_flag=1",
    ]);
    expect(await built.rows("email_send", "machine_click_signals")).toEqual(["click_burst=1,instant_click=1"]);
  });

  test("what machines did begins no nurture and engages no account", async () => {
    const event = (who: string, at: string, user_agent: string): FactRow => ({
      campaign_id: "m1",
      date: "2026-06-09",
      occurred_at: `2026-06-09 ${at}`,
      email_hash: who,
      event_type: "click",
      program_type: "nurture",
      user_agent,
    });
    const built = await build({
      email_event: [
        event("ana", "09:00:00", "Mozilla/5.0 (iPhone)"),
        event("bo", "09:00:00", "Proofpoint URL Defense"),
      ],
    });
    expect(await built.rows("nurture_entry", "person_key")).toEqual(["address/ana"]);
  });

  test("events of a mailing whose totals are reported do not count again", async () => {
    const built = await build({
      email_campaign: [{ external_id: "m1", date: "2026-06-09", sent: 10 }],
      email_event: [
        { campaign_id: "m1", date: "2026-06-09", email_hash: "a", event_type: "sent" },
        { campaign_id: "m2", date: "2026-06-09", email_hash: "a", event_type: "sent" },
      ],
    });
    expect(await built.rows("email_send", "send_id sent")).toEqual(["m1 10", "m2 1"]);
  });
});

test("a gift counts at its delivery; what expired costs nothing; the next meeting is the gift's or the person's", async () => {
  const built = await build({
    person: [{ external_id: "p1", email_hash: "ana" }],
    meeting: [{ external_id: "m", person_id: "p1", date: "2026-03-01" }],
    gift: [
      {
        external_id: "1",
        email_hash: "ana",
        date: "2026-02-12",
        delivered_date: "2026-02-19",
        status: "delivered",
        cost: "52.5",
      },
      { external_id: "2", email_hash: "bo", date: "2026-02-12", status: "expired", cost: "25" },
      {
        external_id: "3",
        email_hash: "cy",
        date: "2026-02-12",
        claimed_date: "2026-02-14",
        met_date: "2026-02-14",
        cost: "25",
      },
    ],
  });
  expect(await built.rows("gift_entry", "date delivered claimed meeting_days cost")).toEqual([
    "2026-02-12 0 0 - 0",
    "2026-02-14 1 1 0 25",
    "2026-02-19 1 0 10 52.5",
  ]);
});

test("a vendor's lead has a price only when it was accepted", async () => {
  const built = await build({
    vendor_lead: [
      { external_id: "1", date: "2026-01-28", status: "accepted", price: "60", currency: "USD" },
      { external_id: "2", date: "2026-01-28", status: "Rejected", price: "60", currency: "USD" },
    ],
  });
  expect(await built.rows("vendor_lead_entry", "status price")).toEqual(["accepted 60", "rejected 0"]);
});

describe("target accounts", () => {
  test("contacts are known by domain, their roles by job title or the field role, and engage from the listing on", async () => {
    const built = await build({
      account: [{ external_id: "a1", name: "Acme", domain: "acme.test" }],
      target_account: [
        {
          external_id: "t1",
          date: "2026-01-01",
          name: "ACME Corporation",
          domain: "acme.test",
          wanted_roles: ["CFO", "IT"],
        },
        { external_id: "t2", date: "2026-01-01", until: "2026-03-01", name: "Beta", wanted_roles: ["CFO"] },
      ],
      person: [
        { external_id: "p1", email_hash: "ana", mail_domain: "acme.test", attributes: { title: "VP IT, EMEA" } },
        {
          external_id: "p2",
          email_hash: "bo",
          company: "Beta",
          account: "Beta",
          attributes: { role: "cfo" },
          created_date: "2026-02-05",
        },
        { external_id: "p3", email_hash: "cy", mail_domain: "acme.test", attributes: { job_title: "Digital lead" } },
      ],
      touch: [
        { email_hash: "cy", date: "2025-12-31" },
        { email_hash: "ana", date: "2026-02-02", attributes: { responded: "no" } },
        { email_hash: "bo", date: "2026-03-01" },
      ],
      participation: [{ event_id: "e", email_hash: "ana", date: "2026-02-03", live_minutes: "12" }],
    });
    expect(await built.rows("target_event", "event account buying_role date engagement")).toEqual([
      "engaged Acme  2026-02-03 webinar",
      "engaged Acme it 2026-02-03 webinar",
      "listed Acme  2026-01-01 ",
      "listed Beta  2026-01-01 ",
      "role_known Acme it 2026-01-01 ",
      "role_known Beta cfo 2026-02-05 ",
      "role_wanted Acme cfo 2026-01-01 ",
      "role_wanted Acme it 2026-01-01 ",
      "role_wanted Beta cfo 2026-01-01 ",
    ]);
  });
});
