import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareFile } from "./prepare-file.ts";
import { rowsOf } from "./test-folder.ts";
import { testPreset } from "./test-presets.ts";

const SAMPLES = join(import.meta.dirname, "../../../presets");
let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "leadline-reports-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const REPORT = testPreset("report", [
  {
    id: "single",
    shape: "key_value",
    preamble: "^Mailing Report",
    columns: { title: ["Title", "标题"], opens: ["Total Opens"], clicks: ["Total Clicks"] },
    required: ["title", "opens"],
  },
]);
const WEBINAR = testPreset("webinar", [
  {
    id: "hosts",
    section: "^Hosts",
    context: { topic: ["Topic"], length: ["Length (minutes)"], made: ["Made on"], absent: ["Absent"] },
    columns: { name: ["Name"], joined: ["Join"] },
    required: ["name", "joined"],
  },
  {
    id: "guests",
    section: "^Guests",
    columns: { name: ["Name"], joined: ["Join"] },
    required: ["name", "joined"],
  },
]);

async function prepared(text: string, preset = REPORT) {
  const file = join(dir, "file.csv");
  writeFileSync(file, text);
  return prepareFile(file, [preset], { workDir: dir });
}

describe("a file of titles and values", () => {
  test("is one row; a title that comes again, as for a variant, keeps its first value", async () => {
    const { tables, encoding } = await prepared(
      'Mailing Report\n"Title:","Sale, again"\n\n"Overall"\n"Total Opens:","1,500"\n\n"Variant 1"\n"Total Opens:","700"\n"Total Clicks:","20"\n',
    );
    const [table] = tables;
    expect(encoding).toBe("utf-8");
    expect(tables).toHaveLength(1);
    expect(table).toMatchObject({ records: 1, fields: [null, "title", "opens", "clicks"] });
    expect(
      readFileSync(table?.path ?? "", "utf8")
        .split("\n")
        .slice(table?.skipLines)[0],
    ).toBe('1,"Sale, again","1,500",20');
  });

  test("is read with semicolons and full-width colons too", async () => {
    const { tables } = await prepared("Mailing Report\n标题：;春季\nTotal Opens：;7\n");
    expect(tables[0]?.fields).toEqual([null, "title", "opens"]);
  });

  test("is refused where its first line is another report's", async () => {
    await expect(prepared("Other Report\nTitle:,Sale\nTotal Opens:,1\n")).rejects.toThrow(/No source has the columns/);
  });
});

describe("values above a table", () => {
  const text = [
    "Made on:,2026-05-20",
    "Topic,Length (minutes)",
    "Launch,120",
    "Hosts",
    "Name,Join",
    "Ana,09:00",
    "Guests",
    "Name,Join",
    "Bo,09:05",
    "",
  ].join("\n");

  test("are read beside or below their titles; what is not there is left out", async () => {
    const { tables } = await prepared(text, WEBINAR);
    expect(tables[0]?.captured).toEqual({
      "header.topic": "Launch",
      "header.length": "120",
      "header.made": "2026-05-20",
    });
  });

  test("tables with the same header under different section titles are different tables", async () => {
    const { tables } = await prepared(text, WEBINAR);
    expect(tables.map(({ layout, records, section }) => [layout.id, records, section])).toEqual([
      ["hosts", 1, "Hosts"],
      ["guests", 1, "Guests"],
    ]);
  });
});

describe("layouts that read a part of a file", () => {
  const zoom = testPreset("zoom_like", [
    {
      id: "attendees",
      section: "^Attendee Details$",
      columns: {
        attended: ["Attended"],
        email: ["Email"],
        minutes: ["Time in Session (minutes)"],
        joined: ["Join Time"],
      },
      required: ["attended", "email", "minutes"],
      facts: [{ fact: "cost", set: { date: "date([joined])", amount: "money([minutes])" } }],
    },
  ]);

  test("only the section that a layout names is read, and the others are told", async () => {
    const file = await prepareFile(join(SAMPLES, "zoom/sample/attendee_report.csv"), [zoom], { workDir: dir });
    expect(file.encoding).toBe("utf-8-bom");
    expect(file.tables.map(({ section, records, headerLine }) => [section, records, headerLine])).toEqual([
      ["Attendee Details", 4, 12],
    ]);
    expect(file.unread.map(({ title }) => title)).toEqual([null, "Host Details", "Panelist Details"]);
    expect(file.tables[0] && rowsOf(file.tables[0]).map(({ email }) => email)).toEqual([
      "alice@buyer.example",
      "alice@buyer.example",
      "bob@buyer.example",
      "carol@other.example",
    ]);
    await file.dispose();
  });

  test("an array inside a JSON object is read with its keys as titles", async () => {
    const on24 = testPreset("on24_like", [
      {
        id: "attendees",
        columns: { id: ["eventuserid"], email: ["email"], minutes: ["liveminutes"] },
        required: ["id", "email"],
      },
    ]);
    const file = await prepareFile(join(SAMPLES, "on24/sample/attendee_api.json"), [on24], { workDir: dir });
    expect(file.kind).toBe("json");
    expect(file.tables[0]?.records).toBe(1);
    expect(file.tables[0] && rowsOf(file.tables[0])).toEqual([
      { id: "987654321", email: "alice@buyer.example", minutes: "42" },
    ]);
    await file.dispose();
  });
});
