import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { revertLoad } from "../../src/ingest/load/revert-load.ts";
import { forgetPerson } from "../../src/ingest/personal/forget-person.ts";
import { readForgotten, writeForgotten } from "../../src/ingest/personal/forgotten-people.ts";
import { keyedHash } from "../../src/ingest/personal/keyed-hash.ts";
import { workspaceKey } from "../../src/ingest/personal/workspace-key.ts";
import { DERIVED_IDS, FACT_IDS } from "../../src/model/facts.ts";
import { openSite, type TestSite } from "./fixtures/open-site.ts";

const CONTACTS = [
  "Contact ID,First name,Last name,Email,Phone,Company,Source,Lead since,MQL since,Private notes",
  "1,Zebulon,Quackenbush, Zebulon.Quackenbush@Acme.example ,+49 30 5551234,Acme,google,2026-01-05,2026-01-20,likes tea",
  "2,Bo,Lin,bo.lin@other.example,+86 10 555,Other,linkedin,2026-02-03,,",
  "3,Cy,Ng,not readable,,Third,linkedin,someday,,",
].join("\n");
const LEADS = [
  "Lead email,Lead name,Delivered",
  "zebulon.quackenbush@acme.example,Zebulon Quackenbush,2026-01-28",
  "bo.lin@other.example,Bo Lin,2026-01-29",
].join("\n");
const EMAIL = "zebulon.quackenbush@acme.example";
const TABLES = ["load", "load_part", "ledger", "raw_row", "quarantine", "personal_data", ...FACT_IDS, ...DERIVED_IDS];

describe("personal data", () => {
  let test: TestSite;
  let hash: string;
  beforeAll(async () => {
    test = await openSite();
    await test.load("contacts.csv", CONTACTS);
    await test.load("leads.csv", LEADS);
    hash = keyedHash(workspaceKey(test.site.dataDir), EMAIL);
  });
  afterAll(() => test.close());

  /** Tables in which a text occurs in any column. */
  const tablesWith = async (text: string): Promise<string[]> => {
    const found: string[] = [];
    for (const table of TABLES) {
      const [row] = await test.engine.query<{ n: string }>(
        `SELECT count() AS n FROM ${table} WHERE positionCaseInsensitive(toString(tuple(*)), {text:String}) > 0`,
        { text },
      );
      if (row?.n !== "0") found.push(table);
    }
    return found;
  };
  const filesWith = (...texts: string[]): string[] =>
    filesBelow(test.site.dataDir).filter((file) => {
      const bytes = readFileSync(file).toString("latin1").toLowerCase();
      return texts.some((text) => bytes.includes(text.toLowerCase()));
    });
  const counts = async () =>
    Promise.all([
      test.visible("person", "count() AS n, uniqExact(external_id) AS ids, uniqExact(email_hash) AS people"),
      test.visible(
        "stage_entry",
        "countIf(stage = 'mql') AS mqls, count() AS n, uniqExact(person_id) AS people, min(date) AS first",
      ),
      test.visible("touch", "count() AS n, uniqExact(email_hash) AS people"),
      derivedCounts(),
    ]);
  const derivedCounts = async () => {
    const { buildNo } = await test.inventory();
    return test.engine.query(
      `SELECT stage, count() AS n, uniqExact(person_key) AS people, min(date) AS first, max(date) AS last
       FROM funnel_entry WHERE build_no = ${buildNo} GROUP BY stage ORDER BY stage`,
    );
  };

  it("the key is made once and readable by its owner alone", () => {
    const file = join(test.site.dataDir, "key");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(workspaceKey(test.site.dataDir)).toBe(readFileSync(file, "utf8").trim());
  });

  it("stands in one table alone; facts and raw rows hold the keyed hash", async () => {
    expect(await tablesWith(EMAIL)).toEqual(["personal_data"]);
    expect(await tablesWith("Quackenbush")).toEqual(["personal_data"]);
    expect(await tablesWith("5551234")).toEqual(["personal_data"]);
    expect(await tablesWith(hash)).toEqual(expect.arrayContaining(["raw_row", "personal_data", "person", "touch"]));
    expect(
      await test.engine.query(
        "SELECT email, names, phone, persons FROM personal_data WHERE load_no = 1 ORDER BY email",
      ),
    ).toEqual([
      { email: "bo.lin@other.example", names: ["Bo Lin"], phone: "+86 10 555", persons: ["test_people/test_people/2"] },
      {
        email: EMAIL,
        names: ["Zebulon Quackenbush"],
        phone: "+49 30 5551234",
        persons: ["test_people/test_people/1"],
      },
    ]);
  });

  it("of the same address in two files becomes one person with its domain", async () => {
    expect(
      await test.engine.query(
        `SELECT external_id, email_hash, mail_domain FROM person WHERE email_hash = '${hash}' ORDER BY length(external_id)`,
      ),
    ).toEqual([
      { external_id: "1", email_hash: hash, mail_domain: "acme.example" },
      { external_id: hash, email_hash: hash, mail_domain: "acme.example" },
    ]);
  });

  it("in columns that the preset does not know is not kept", async () => {
    expect(await tablesWith("likes tea")).toEqual([]);
  });

  it("of a rejected row is stored as a hash, too", async () => {
    const rows = await test.engine.query<{ cells: string[] }>("SELECT cells FROM quarantine");
    expect(rows).toHaveLength(1);
    expect(rows[0]?.cells[3]).toMatch(/^[0-9a-f]{64}$/);
    expect(rows[0]?.cells[5]).toBe("Third");
  });

  it("is erased from every table and from the disk, and every count stays", async () => {
    const before = await counts();
    expect(before).toHaveLength(4);
    expect(await forgetPerson(test.site, ` ${EMAIL.toUpperCase()} `)).toEqual({
      found: true,
      rows: expect.any(Number),
    });
    for (const text of [EMAIL, "Quackenbush", "Zebulon", "5551234", hash]) expect(await tablesWith(text)).toEqual([]);
    expect(filesWith(EMAIL, "quackenbush", hash)).toEqual([]);
    expect(await counts()).toEqual(before);
    expect(await test.engine.query("SELECT email FROM personal_data")).toEqual([
      { email: "bo.lin@other.example" },
      { email: "bo.lin@other.example" },
    ]);
  });

  it("leaves the names of other people where they are", async () => {
    expect(await tablesWith("Bo Lin")).toEqual(["personal_data"]);
  });

  it("does not come back with a later load, and the person is still the same one", async () => {
    const before = await counts();
    await revertLoad(test.site, "test_people-1");
    await revertLoad(test.site, "test_people-2");
    await test.load("contacts.csv", CONTACTS);
    await test.load("leads.csv", LEADS);
    for (const text of [EMAIL, "Quackenbush", "5551234", hash]) expect(await tablesWith(text)).toEqual([]);
    expect(await counts()).toEqual(before);
    const [{ people = "" } = {}] = await test.visible<{ people: string }>("person", "uniqExact(email_hash) AS people");
    expect(people).toBe("2");
  });

  it("of somebody unknown is put on the list all the same", async () => {
    expect(await forgetPerson(test.site, "nobody@nowhere.example")).toEqual({ found: false, rows: 0 });
    await expect(forgetPerson(test.site, "no address")).rejects.toMatchObject({ code: "personal.email" });
    await test.load("nobody.csv", "Lead email,Lead name,Delivered\nnobody@nowhere.example,No Body,2026-05-01");
    expect(await tablesWith("nobody@nowhere.example")).toEqual([]);
    expect(await tablesWith("No Body")).toEqual([]);
  });

  it("whose erasure was cut short is erased by the next load", async () => {
    const address = "bo.lin@other.example";
    const bo = keyedHash(workspaceKey(test.site.dataDir), address);
    const { people } = readForgotten(test.site.dataDir);
    await writeForgotten(test.site.dataDir, { people, pending: { [bo]: "f".repeat(64) } });
    const before = await counts();
    // What a killed erasure leaves: copies under the token beside the rows under the hash.
    await test.engine.command(
      `INSERT INTO stage_entry SELECT * REPLACE (replaceAll(person_id, '${bo}', '${"f".repeat(64)}') AS person_id) FROM stage_entry WHERE person_id = '${bo}'`,
    );
    const { load_id } = await test.load(
      "next.csv",
      "Lead email,Lead name,Delivered\nsomeone@else.example,Some One,1999-05-01",
    );
    expect(await tablesWith(address)).toEqual([]);
    expect(await tablesWith(bo)).toEqual([]);
    await revertLoad(test.site, load_id ?? "");
    expect(await counts()).toEqual(before);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
