import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateDemo } from "../../../demo/generate.ts";
import { loadOrder } from "../../../demo/load-order.ts";
import { finishLoads, loadFiles } from "../../../src/service/sources/load-files.ts";
import { initWorkspace } from "../../../src/service/workspace/init-workspace.ts";
import { openWorkspace } from "../../../src/service/workspace/open-workspace.ts";
import { teamFiles } from "../../channels/team-files.ts";

const ROOT = join(import.meta.dirname, "../../..");
/** A year of the demo company's visits, contacts, deals, costs and subscriptions. */
const SOME = /ga4-traffic|hubspot-(contacts|deals)|cost-sheet-202|stripe-subscriptions/;
/** Journeys and stored pictures are of one day, whenever they run; within it the clock goes on. */
const MORNING = Date.parse("2026-11-20T09:00:00Z");
const begun = Date.now();
const now = () => new Date(MORNING + Date.now() - begun);
const surroundings = { now, env: {} };

/** A served workspace. */
export interface Site {
  readonly url: string;
  readonly dir: string;
  /** The last whole month, `2026-10`. */
  readonly month: string;
  readonly get: <Answer>(path: string) => Promise<Answer>;
  readonly post: <Answer>(path: string, body: unknown) => Promise<Answer>;
  readonly stop: () => Promise<void>;
  /** Ends the server as a crash would. */
  readonly kill: () => Promise<void>;
  /** Serves again at the same address. */
  readonly start: () => Promise<void>;
  /** Stops and removes everything. */
  readonly close: () => Promise<void>;
}

/** The demo company on a few of its exports. */
export async function demoSite(): Promise<Site> {
  const dir = mkdtempSync(join(tmpdir(), "leadline-web-"));
  const { files } = generateDemo(dir, { today: now().toISOString().slice(0, 10) });
  // People stand in the order of their pseudonyms, and these come of the key.
  mkdirSync(join(dir, ".leadline"));
  writeFileSync(join(dir, ".leadline/key"), `${"5ca1ab1e".repeat(8)}\n`);
  const workspace = await openWorkspace(dir, surroundings);
  for (const load of loadOrder(files).filter(({ file }) => SOME.test(file))) {
    const done = await loadFiles(workspace, [join(dir, load.file)], {
      settings: {},
      moreToCome: true,
      ...(load.connection && { connection: load.connection }),
    });
    if (done.files[0]?.status !== "committed") throw new Error(`${load.file}: ${JSON.stringify(done.files[0])}`);
  }
  await finishLoads(workspace);
  await workspace.close();
  return serve(dir);
}

/** A workspace into which nothing is loaded. */
export async function emptySite(): Promise<Site> {
  const dir = join(mkdtempSync(join(tmpdir(), "leadline-web-")), "empty");
  mkdirSync(dir);
  initWorkspace(dir, { name: "Nordlicht", timezone: "Europe/Berlin" });
  return serve(dir);
}

/** The small team whose figures are worked out by hand, with its lists of accounts, leads and costs. */
export async function teamSite(): Promise<Site> {
  const { template, file, folders } = teamFiles();
  const workspace = await openWorkspace(template, surroundings);
  const names = [
    "contacts",
    "companies",
    "deals",
    "linkedin",
    "ga4",
    "costs",
    "syndication",
    "targets",
    "briefings",
  ] as const;
  for (const name of names) {
    const done = await loadFiles(workspace, [file(`${name}.csv`)], { settings: {}, moreToCome: true });
    if (done.files[0]?.status !== "committed") throw new Error(`${name}: ${JSON.stringify(done.files[0])}`);
  }
  await finishLoads(workspace);
  await workspace.close();
  for (const folder of folders.filter((one) => one !== template)) rmSync(folder, { recursive: true, force: true });
  return serve(template);
}

async function serve(dir: string): Promise<Site> {
  if (!existsSync(join(ROOT, "dist/web/index.html"))) {
    throw new Error("The web app is not built: run npm test, or build it with vite first.");
  }
  let child: ChildProcess | null = null;
  let port = 0;
  const start = async () => {
    const script = join(ROOT, "test/support/serve-from.ts");
    const args = [script, now().toISOString(), "serve", dir, "--port", String(port)];
    const started = spawn(process.execPath, args, {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, CLICKHOUSE_URL: "", UV_THREADPOOL_SIZE: "8" },
    });
    child = started;
    const address = await new Promise<string>((ready, failed) => {
      let said = "";
      started.stderr?.on("data", (text: Buffer) => {
        said += text.toString();
        const found = /http:\/\/\S+?:(\d+)/.exec(said);
        if (found?.[1]) ready(found[1]);
      });
      started.on("exit", (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
    });
    port = Number(address);
  };
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((done) => {
      if (!child || child.exitCode !== null) return done();
      child.once("exit", () => done());
      child.kill(signal);
    });
  await start();
  const url = `http://localhost:${port}`;
  const read = async (response: Response) => {
    if (!response.ok) throw new Error(`${response.url}: ${await response.text()}`);
    return response.json();
  };
  const today = ((await read(await fetch(`${url}/api/workspace`))) as { today: string }).today;
  const [year = 0, month = 1] = today.split("-").map(Number);
  return {
    url,
    dir,
    month: new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7),
    get: async (path) => read(await fetch(url + path)) as never,
    post: async (path, body) =>
      read(
        await fetch(url + path, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        }),
      ) as never,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    start,
    async close() {
      await end("SIGTERM");
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
