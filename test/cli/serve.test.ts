import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, openAsBlob, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Job } from "../../src/api/uploads/jobs.ts";
import { runCli } from "../support/run-cli.ts";

const root = join(import.meta.dirname, "../..");
const { CLICKHOUSE_URL: _, ...env } = process.env;
const ROWS = 400_000;
const PROMPTLY = 15_000;

describe("serving a workspace", () => {
  const folder = mkdtempSync(join(tmpdir(), "leadline-serve-"));
  const dir = join(folder, "team");
  const children: ChildProcess[] = [];

  const start = (...args: string[]) => {
    const child = spawn(process.execPath, [join(root, "bin/leadline.js"), ...args], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.push(child);
    let err = "";
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.stdout.resume();
    const ended = once(child, "close").then(([code, signal]) => ({ code, signal, err }));
    const address = new Promise<string>((resolve, reject) => {
      child.stderr.on("data", () => {
        const [found] = /http:\/\/localhost:\d+/.exec(err) ?? [];
        if (found) resolve(found);
      });
      ended.then(() => reject(new Error(err)));
    });
    address.catch(() => {});
    return { child, ended, address };
  };

  beforeAll(async () => {
    expect((await runCli(["init", dir, "--currency", "USD"])).code).toBe(0);
    const sample = join(root, "presets/linkedin/sample/campaign_performance_en_utf16le.csv");
    expect((await runCli(["load", dir, sample])).code).toBe(0);
  });
  afterAll(() => {
    for (const child of children) child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  it("on an address that others can reach is refused, with the reason and exit code 1", async () => {
    const { code, err } = await start("serve", dir, "--host", "0.0.0.0", "--port", "0").ended;
    expect(code).toBe(1);
    expect(err).toContain("Everyone who can reach 0.0.0.0 could read and change this workspace");
    expect(err).toContain("--allow-remote");
    expect(err).toContain("[serve.remote]");
    expect(err).not.toContain("Leadline serves");
  });

  it("keeps other processes out of it, which say so at once; when it has ended they come in", async () => {
    const { child, ended, address } = start("serve", dir, "--port", "0");
    await address;
    for (const args of [
      ["serve", dir, "--port", "0"],
      ["ask", dir, "ad_spend", "--period", "2026-09"],
    ]) {
      const began = performance.now();
      const { code, err } = await start(...args).ended;
      expect(code).toBe(1);
      expect(err).toContain(`The warehouse is in use by another process (${child.pid}).`);
      expect(err).toContain("[engine.locked]");
      expect(performance.now() - began).toBeLessThan(PROMPTLY);
    }
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 0, signal: null });
    expect((await start("ask", dir, "ad_spend", "--period", "2026-09").ended).code).toBe(0);
  });

  it("told to stop in the middle of a load ends promptly and leaves the old state", async () => {
    const file = join(folder, "large.csv");
    const lines = Array.from(
      { length: ROWS },
      (_, i) => `2026-03-${10 + (i % 20)},Expo,Media,Event,Expo ${i % 90},${i % 700}.10,EUR,${i}`,
    );
    writeFileSync(file, ["Date,Vendor,Category,Channel,Campaign,Amount,Currency,Memo", ...lines].join("\n"));
    const { child, ended, address } = start("serve", dir, "--port", "0");
    const api = async <Result>(path: string, body?: Blob | string): Promise<Result> => {
      const headers = { "content-type": typeof body === "string" ? "application/json" : "application/octet-stream" };
      const answer = await fetch(
        `${await address}/api/${path}`,
        body === undefined ? {} : { method: "POST", body, headers },
      );
      expect(answer.ok, await answer.clone().text()).toBe(true);
      return answer.json() as Promise<Result>;
    };
    const { upload } = await api<{ upload: string }>("uploads?name=large.csv&preview=0", await openAsBlob(file));
    let job = await api<Job>("loads", JSON.stringify({ files: [{ upload }] }));
    while (job.state === "running" && !/map|check/.test(job.step)) {
      await wait(20);
      job = await api<Job>(`jobs/${job.id}`);
    }
    expect(job).toMatchObject({ state: "running", problem: null });
    const told = performance.now();
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 0, signal: null });
    expect(performance.now() - told).toBeLessThan(PROMPTLY);
    expect(existsSync(join(dir, ".leadline/warehouse/leadline.lock"))).toBe(false);

    const sources = JSON.parse((await runCli(["sources", dir, "--json"])).out).sources;
    expect(sources.map(({ system }: { system: string }) => system)).toEqual(["linkedin"]);
    const doctor = await runCli(["doctor", dir]);
    expect(doctor.out).toContain("No rows of unfinished loads.");
    // The same file is not known yet, and loads whole.
    const again = JSON.parse((await runCli(["load", dir, file, "--json"])).out).files[0];
    expect(again).toMatchObject({ status: "committed", rows_loaded: ROWS });
  });
});
