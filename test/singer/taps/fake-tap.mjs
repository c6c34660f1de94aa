#!/usr/bin/env node
// A tap that behaves, or misbehaves, as its first argument says.
import { readFileSync } from "node:fs";

const [how, ...flags] = process.argv.slice(2);
const given = (flag) => (flags.includes(flag) ? readFileSync(flags[flags.indexOf(flag) + 1], "utf8") : null);
const write = (message) =>
  new Promise((done) =>
    process.stdout.write(`${typeof message === "string" ? message : JSON.stringify(message)}\n`, done),
  );
const schema = {
  type: "SCHEMA",
  stream: "contacts",
  key_properties: ["id"],
  schema: { properties: { id: {}, created_at: {}, properties: { properties: { email: {}, company: {} } } } },
};
const contact = (id) => ({
  type: "RECORD",
  stream: "contacts",
  record: { id, properties: { email: `p${id}@x.example` } },
});
const state = (at) => ({ type: "STATE", value: { at } });
const forever = () => new Promise(() => setInterval(() => {}, 1000));

const ways = {
  async good() {
    const { at = 0 } = JSON.parse(given("--state") ?? "{}");
    process.stderr.write(`INFO begins at ${at}, token ${JSON.parse(given("--config")).token.length} letters\n`);
    await write(schema);
    await write(contact(at + 1));
    await write(contact(at + 2));
    await write(state(at + 2));
  },
  async dies() {
    await write(schema);
    await write(contact(91));
    await write(state(91));
    process.stderr.write("CRITICAL the API said 401\n");
    process.exitCode = 2;
  },
  async is_killed() {
    await write(schema);
    await write(contact(92));
    process.kill(process.pid, "SIGKILL");
    await forever();
  },
  async hangs() {
    await write(schema);
    await write(contact(93));
    await write(state(93));
    await forever();
  },
  async never_ends() {
    await write(schema);
    for (let id = 1000; ; id += 1) {
      await write(contact(id));
      await new Promise((done) => setTimeout(done, 20));
    }
  },
  async ignores_end() {
    process.on("SIGTERM", () => process.stderr.write("INFO not now\n"));
    await ways.hangs();
  },
  async one_endless_line() {
    const chunk = "x".repeat(1024 * 1024);
    while (true) await new Promise((done) => process.stdout.write(chunk, done));
  },
  async floods() {
    await write(schema);
    const { records } = JSON.parse(given("--config") ?? process.env.FLOOD);
    for (let id = 0; id < records; id += 1000)
      await write(Array.from({ length: 1000 }, (_, at) => JSON.stringify(contact(id + at))).join("\n"));
    await write(state(records));
  },
  async cut_off() {
    await write(schema);
    await write(contact(94));
    await new Promise((done) => process.stdout.write('{"type": "RECORD", "str', done));
  },
  async writes_log_to_stdout() {
    await write(schema);
    await write("INFO starting sync");
  },
  async record_first() {
    await write(contact(95));
    await write(schema);
  },
  async changes_key() {
    await write(schema);
    await write(contact(96));
    await write(state(96));
    await write({ ...schema, key_properties: ["email"] });
  },
  async sends_batches() {
    await write(schema);
    await write({ type: "BATCH", stream: "contacts", manifest: [] });
  },
};
await ways[how]();
