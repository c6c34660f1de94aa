import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shared, sharedDir, sharedNote } from "../support/shared-data.ts";
import { type TapWorkspace, tapWorkspace } from "./receive.ts";

const stream = (name: string): string => readFileSync(shared("data/singer", `${name}.singer`), "utf8");

describe.skipIf(!sharedDir)(`the usual streams that targets are tested with${sharedNote}`, () => {
  let taps: TapWorkspace;
  beforeAll(async () => {
    taps = await tapWorkspace();
  });
  afterAll(() => taps.team.close());

  const good = async (name: string, connection = name) => {
    const received = await taps.receive(stream(name), { connection });
    expect(received.error).toBeNull();
    return received;
  };
  const refused = async (name: string, code: string) => {
    const before = await taps.loads();
    const { error, states } = await taps.receive(stream(name), { connection: name });
    expect(error?.code).toBe(code);
    expect(states).toEqual([]);
    expect(await taps.loads()).toBe(before);
  };

  it("arrays stay arrays", async () => {
    const { states } = await good("array_data");
    const records = (await taps.landed("test_array_data", "array_data")) as { id: number; fruits: string[] }[];
    expect(records.map(({ id, fruits }) => [id, fruits.length])).toEqual([
      [1, 3],
      [2, 2],
      [3, 1],
      [4, 4],
    ]);
    expect(states).toEqual([{ test_array_data: 4 }]);
  });

  it("names keep their capitals", async () => {
    await good("camelcase");
    expect(await taps.landed("TestCamelcase", "camelcase")).toEqual([
      { Id: "1", clientName: "Gitter Windows Desktop App" },
      { Id: "2", clientName: "Gitter iOS App" },
    ]);
  });

  it("schemas without records are no load", async () => {
    const before = await taps.loads();
    const { outcome } = await good("camelcase_complex_schema");
    expect(outcome).toMatchObject({ streams: [], state_advanced: false });
    expect(await taps.loads()).toBe(before);
  });

  it("of records with the same key the last one stands", async () => {
    const { states } = await good("duplicate_records");
    expect(await taps.landed("test_duplicate_records", "duplicate_records")).toEqual([
      { id: 2, metric: 20 },
      { id: 1, metric: 100 },
    ]);
    expect(states).toEqual([{ test_duplicate_records: 2 }]);
  });

  it("text of every script, escapes and control characters come through", async () => {
    await good("encoded_string_data");
    const records = (await taps.landed("test_strings", "encoded_string_data")) as { id: number; info: string }[];
    expect(records.map(({ info }) => info)).toEqual([
      "simple string 2837",
      "απλή συμβολοσειρά",
      "简单的字串",
      "chaîne simple",
      'quoted "string"',
      'various " \\ / \n escape sequences',
      "m",
      "ā",
      "ƙ",
      "Double quoting: \\u0000 \\u0041 \\u0001",
      "Control Characters in string: \u0000 A \u0001",
    ]);
    expect(await taps.landed("test_strings_in_objects", "encoded_string_data")).toHaveLength(11);
    expect(await taps.landed("test_strings_in_arrays", "encoded_string_data")).toHaveLength(6);
  });

  it("a schema without properties is refused", () => refused("invalid_schema", "singer.bad_schema"));

  it("of several states the last comes out, and records behind it count as well", async () => {
    const { states } = await good("multiple_state_messages");
    expect(states).toEqual([{ test_multiple_state_messages_a: 5, test_multiple_state_messages_b: 6 }]);
    expect(await taps.landed("test_multiple_state_messages_a", "multiple_state_messages")).toHaveLength(6);
    expect(await taps.landed("test_multiple_state_messages_b", "multiple_state_messages")).toHaveLength(6);
  });

  it("with small batches states come out on the way, each after its records", async () => {
    const { states } = await taps.receive(stream("multiple_state_messages"), { connection: "small", batchRecords: 1 });
    expect(states).toEqual(
      [
        [1, 0],
        [2, 1],
        [3, 2],
        [5, 3],
        [5, 6],
      ].map(([a, b]) => ({ test_multiple_state_messages_a: a, test_multiple_state_messages_b: b })),
    );
    expect(await taps.landed("test_multiple_state_messages_a", "small")).toHaveLength(6);
  });

  it("records without a key are added, run after run", async () => {
    await good("no_primary_keys", "no_key");
    expect(await taps.landed("test_no_pk", "no_key")).toHaveLength(3);
    await good("no_primary_keys_append", "no_key");
    const records = (await taps.landed("test_no_pk", "no_key")) as { metric: number }[];
    expect(records.map(({ metric }) => metric)).toEqual([11, 22, 33, 101, 202, 303, 404, 505]);
  });

  it("properties that are not required may be missing", async () => {
    await good("optional_attributes");
    expect(await taps.landed("test_optional_attributes", "optional_attributes")).toEqual([
      { id: 1, optional: "This is optional" },
      { id: 2 },
      { id: 3, optional: "Also optional" },
      { id: 4 },
    ]);
    await good("record_missing_fields");
    expect(await taps.landed("record_missing_fields", "record_missing_fields")).toHaveLength(2);
  });

  it("a key that changes is refused", () => refused("pk_updates", "singer.key_changed"));
  it("a record before its schema is refused", () => refused("record_before_schema", "singer.record_before_schema"));
  it("a record without its key is refused", () => refused("record_missing_key_property", "singer.no_key"));
  it("a record without a required property is refused", () =>
    refused("record_missing_required_property", "singer.missing_property"));

  it("objects may have properties that the schema does not name", async () => {
    await good("schema_no_properties");
    expect(await taps.landed("test_object_schema_no_properties", "schema_no_properties")).toEqual([
      { object_store: { id: 1, metric: 1 } },
      { object_store: { id: 2, metric: 2 } },
    ]);
    expect(await taps.landed("test_object_schema_with_properties", "schema_no_properties")).toHaveLength(2);
  });

  it("a schema may grow on the way", async () => {
    const { states } = await good("schema_updates");
    const records = (await taps.landed("test_schema_updates", "schema_updates")) as Record<string, unknown>[];
    expect(records.map((record) => Object.keys(record).length)).toEqual([3, 4, 6, 6, 7, 7]);
    expect(records[5]).toMatchObject({ id: 6, a4: { id: 4, value: 444 }, a5: ["banana", "orange"], a6: 341 });
    expect(states).toEqual([{ test_schema_updates: 6 }]);
  });

  it("streams and properties may be called anything", async () => {
    await good("special_chars_in_attributes");
    expect(await taps.landed("test:SpecialChars!in?attributes", "special_chars_in_attributes")).toEqual([
      { _id: "a2e98886", d: { env: "prod", "agent:type": "desktop", "agent:os:version": "10.13.1" } },
    ]);
  });

  it("a later run replaces records by their key and adds the new ones", async () => {
    await good("user_location_data", "users");
    await good("user_location_upsert_data", "users");
    const users = (await taps.landed("test_users", "users")) as { id: number; name: string }[];
    expect(Object.fromEntries(users.map(({ id, name }) => [id, name]))).toEqual({
      1: "Johny",
      2: "George",
      3: "Jacob",
      4: "Josh",
      5: "Jim",
      8: "Thomas",
      12: "Paul",
      13: "Mary",
    });
    const places = (await taps.landed("test_locations", "users")) as { id: number; name: string }[];
    expect(Object.fromEntries(places.map(({ id, name }) => [id, name]))).toEqual({
      1: "Philly",
      2: "NY",
      3: "San Francisco",
      6: "Colorado",
      8: "Boston",
    });
    expect(await taps.landed("test_user_in_location", "users")).toHaveLength(5);
  });

  it("there is a test for each of the streams", () => {
    const text = readFileSync(import.meta.filename, "utf8");
    const untested = readdirSync(shared("data/singer"))
      .map((file) => file.replace(".singer", ""))
      .filter((name) => !text.includes(`"${name}"`));
    expect(untested).toEqual([]);
  });
});
