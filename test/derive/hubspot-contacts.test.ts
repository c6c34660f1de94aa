import { expect, test } from "vitest";
import { deriving, type FactRow } from "./build.ts";

const { build } = deriving();

/** Four contacts of a HubSpot export as its preset loads them: one day per stage, merged ids, no history. */
const CONTACTS: readonly {
  id: string;
  email: string;
  domain: string;
  days: Readonly<Record<string, string>>;
  merged?: string[];
}[] = [
  {
    id: "101",
    email: "ana",
    domain: "acme-gmbh.example",
    merged: ["88", "91"],
    days: { lead: "2026-01-05", mql: "2026-01-20", sql: "2026-02-01", opportunity: "2026-02-10", won: "2026-05-02" },
  },
  { id: "102", email: "bo", domain: "gmail.com", days: { lead: "2026-02-03", mql: "2026-02-09" } },
  { id: "103", email: "qa", domain: "ourcompany.example", days: { lead: "2026-02-03" } },
  { id: "104", email: "cy", domain: "acme-gmbh.example", days: { mql: "2026-03-01", sql: "2026-02-20" } },
];

const stages: FactRow[] = CONTACTS.flatMap(({ id, days }) =>
  Object.entries(days).map(([stage, date]) => ({
    ...{ external_id: `${id}/${stage}`, person_id: id, stage, date, evidence: "became_date" },
  })),
);

test("a HubSpot contact export: merged, skipped, reversed and internal contacts", async () => {
  const built = await build(
    {
      person: [
        ...CONTACTS.map(({ id, email, domain }) => ({ external_id: id, email_hash: email, mail_domain: domain })),
        { external_id: "88", system: "crm", email_hash: "ana-before" },
      ],
      person_identity: CONTACTS.flatMap(({ id, merged = [] }) =>
        merged.map((alias) => ({ external_id: alias, person_id: id })),
      ),
      stage_entry: [
        ...stages,
        { external_id: "88/lead", person_id: "88", stage: "lead", date: "2025-12-30", evidence: "became_date" },
      ],
    },
    {
      workspace: {
        exclusions: [
          {
            id: "us",
            kind: "internal",
            email_domains: ["ourcompany.example"],
            email_patterns: [],
            account_ids: [],
            person_ids: [],
          },
        ],
      },
    },
  );
  expect(await built.rows("funnel_entry", "person_key stage date inferred excluded")).toEqual([
    "crm/main/101 lead 2025-12-30 0 ",
    "crm/main/101 mql 2026-01-20 0 ",
    "crm/main/101 opportunity 2026-02-10 0 ",
    "crm/main/101 sql 2026-02-01 0 ",
    "crm/main/101 won 2026-05-02 0 ",
    "crm/main/102 lead 2026-02-03 0 ",
    "crm/main/102 mql 2026-02-09 0 ",
    "crm/main/103 lead 2026-02-03 0 us",
    "crm/main/104 lead 2026-02-20 1 ",
    "crm/main/104 mql 2026-02-20 1 ",
    "crm/main/104 sql 2026-02-20 0 ",
  ]);
});
