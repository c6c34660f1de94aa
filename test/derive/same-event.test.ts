import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { explain } from "../../src/service/receipts/explain.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const ATTENDEES = `Attendee Report
Report generated time,05/20/2026 10:00:00 AM
Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,# Cancelled,Unique Viewers,Total Users,Max Concurrent Views
Test Webinar,123 456 7890,05/12/2026 09:00:00 AM,120,2,0,1,1,1
Attendee Details
Attended,User Name (Original Name),First Name,Last Name,Email,Phone,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name
Yes,Alice Roy,Alice,Roy,alice@buyer.example,,05/01/2026 08:00:00 AM,approved,05/12/2026 09:00:00 AM,05/12/2026 09:30:00 AM,30,Yes,France
No,Bob Kurz,Bob,Kurz,bob@buyer.example,,05/02/2026 08:00:00 AM,approved,--,--,--,--,
`;

const MEMBERS = `Campaign Name,Campaign ID,Parent Campaign,Campaign Type,Member ID,Member Type,Lead ID,Contact ID,First Name,Last Name,Email,Company,Member Status,Responded,Member First Associated Date,First Responded Date
test webinar ,701A,,Webcast,m1,Lead,L1,,Alice,Roy,Alice@buyer.example,Buyer,Attended,1,5/1/2026,5/12/2026
test webinar ,701A,,Webcast,m2,Lead,L2,,Bob,Kurz,bob@buyer.example,Buyer,No Show,0,5/2/2026,
test webinar ,701A,,Webcast,m3,Lead,L3,,Dana,Poe,dana@buyer.example,Buyer,Attended,1,5/2/2026,5/12/2026
Spring talk,701B,,Webcast,m4,Lead,L1,,Alice,Roy,alice@buyer.example,Buyer,Attended,1,5/1/2026,5/12/2026
June talk,701C,,Webcast,m5,Lead,L1,,Alice,Roy,alice@buyer.example,Buyer,Attended,1,6/1/2026,6/9/2026
`;

let team: TestWorkspace;
let dir: string;
beforeEach(async () => {
  team = await testWorkspace();
  dir = mkdtempSync(join(tmpdir(), "leadline-webinar-"));
});
afterEach(async () => {
  await team.close();
  rmSync(dir, { recursive: true, force: true });
});

async function load(name: string, text: string, preset: string, set: Record<string, string>) {
  const file = join(dir, name);
  writeFileSync(file, text);
  expect(await team.load(file, set, preset)).toMatchObject({ status: "committed", rows_quarantined: 0 });
}

async function told() {
  const question = { kpis: ["attendance_rate"], period: "2026-Q2" };
  const receipt = await explain(team.workspace, question);
  const [answer] = receipt.answers;
  return {
    rate: answer?.value,
    left: receipt.exclusions.map(({ rule, rows }) => `${rule} ${rows}`),
  };
}

it("of a person at one webinar in the tool's report and in the CRM's campaign, the tool's word counts", async () => {
  await load("members.csv", MEMBERS, "salesforce", { dates: "mdy" });
  // Alone, the CRM tells five registrations, four of them attended.
  expect(await told()).toMatchObject({ rate: 0.8, left: [] });
  await load("attendees.csv", ATTENDEES, "zoom", { minimum_minutes: "0" });
  // Zoom: Alice came, Bob did not. Left of the CRM: Dana, whom Zoom does not know, and Alice in June.
  // Not counted again: Alice and Bob by the name, Alice's Spring talk by the day.
  expect(await told()).toMatchObject({ rate: 0.75, left: ["same_event 3"] });
});

it("which of the files came first does not matter, and without the CRM's file nothing is left out", async () => {
  await load("attendees.csv", ATTENDEES, "zoom", { minimum_minutes: "0" });
  expect(await told()).toMatchObject({ rate: 0.5, left: [] });
  await load("members.csv", MEMBERS, "salesforce", { dates: "mdy" });
  expect(await told()).toMatchObject({ rate: 0.75, left: ["same_event 3"] });
});
