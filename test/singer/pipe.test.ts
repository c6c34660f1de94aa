import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe("a tap is piped into the command, both as programs of their own", () => {
  const dir = mkdtempSync(join(tmpdir(), "leadline-pipe-"));
  beforeAll(() => cpSync(join(import.meta.dirname, "workspace"), dir, { recursive: true }));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const node = JSON.stringify(process.execPath);
  const shell = (line: string, env: Record<string, string> = {}): Promise<Ended> =>
    new Promise((resolve) => {
      execFile("sh", ["-c", line], { cwd: root, env: { ...process.env, ...env } }, (error, out, err) =>
        resolve({ code: error === null ? 0 : Number(error.code), out, err }),
      );
    });
  const tap = (how: string) => `${node} test/singer/taps/fake-tap.mjs ${how}`;
  const leadline = `${node} bin/leadline.js singer ${dir}`;

  it("a flood is taken in at our pace, in bounded memory, and its state comes out at the end", async () => {
    const { code, out, err } = await shell(
      `${tap("floods")} | NODE_OPTIONS=--max-old-space-size=128 ${leadline} --connection flood`,
      { FLOOD: JSON.stringify({ records: 300_000 }) },
    );
    expect([code, out]).toEqual([0, '{"at":300000}\n']);
    expect(err).toContain("contacts: tap_crm, 300000 records, person 300000");
  }, 180_000);

  it("a stream that is cut off keeps nothing, and gives no state", async () => {
    const { code, out, err } = await shell(`${tap("cut_off")} | ${leadline} --connection cut`);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("[singer.cut_off]");
  });

  it("a file of messages can be given as well as a pipe", async () => {
    const file = join(dir, "messages.singer");
    await shell(`${tap("cut_off")} | head -n 2 > ${file}`);
    const { code, err } = await shell(`${leadline} --connection file < ${file}`);
    expect([code, err]).toEqual([0, expect.stringContaining("contacts: tap_crm, 1 records, person 1")]);
  });

  it("without a tap the command says how to pipe one in", async () => {
    expect(await shell(`${leadline}`)).toMatchObject({ code: 2, err: expect.stringContaining("--connection") });
    expect(await shell(`${leadline} --connection x --format csv < /dev/null`)).toMatchObject({ code: 2 });
  });
});
