import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Ten made-up contacts: source, and the days on which they became lead, MQL, SQL, opportunity, customer. */
const CONTACTS: readonly (readonly [string, string, string?, string?, string?, string?])[] = [
  ["Paid Search", "2026-01-05", "2026-01-15", "2026-02-01", "2026-02-10", "2026-05-02"],
  ["Paid Search", "2026-01-05", "2026-01-25", "2026-03-01"],
  ["Paid Search", "2026-01-05", "2026-02-14"],
  ["Paid Search", "2026-01-05", "2026-04-15"],
  ["Paid Search", "2026-01-06"],
  ["Paid Search", "2026-01-07"],
  ["Organic Search", "2026-01-10", "2026-02-09", "2026-04-01", "2026-04-05"],
  ["Organic Search", "2026-01-20"],
  ["Organic Search", "2026-02-02", "2026-02-12"],
  ["Organic Search", "2026-02-20"],
];

/** Writes them as a HubSpot export; answers with its path. */
export function contactsFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), "leadline-contacts-")), "contacts.csv");
  const header =
    "Record ID,Email,Lifecycle Stage,Original Source,Create Date,Became a Lead Date,Became a Marketing Qualified Lead Date," +
    "Became a Sales Qualified Lead Date,Became an Opportunity Date,Became a Customer Date";
  const at = (day: string | undefined) => (day === undefined ? "" : `${day} 12:00`);
  const lines = CONTACTS.map(([source, lead, ...later], index) =>
    [
      501 + index,
      `p${index}@buyer${index}.test`,
      "Lead",
      source,
      at(lead),
      at(lead),
      ...[0, 1, 2, 3].map((stage) => at(later[stage])),
    ].join(","),
  );
  writeFileSync(file, `${[header, ...lines].join("\n")}\n`);
  return file;
}
