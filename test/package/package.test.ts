import { execFileSync, type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const { CLICKHOUSE_URL: _, ...env } = process.env;

describe("the package that npm would publish", () => {
  const folder = mkdtempSync(join(tmpdir(), "leadline-package-"));
  const installed = join(folder, "package");
  const team = join(folder, "team");
  const bin = join(installed, "bin/leadline.js");
  let files: readonly string[];

  const leadline = (...args: string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [bin, ...args], { cwd: folder, env, encoding: "utf8" });
  const json = (...args: string[]) => {
    const { status, stdout, stderr } = leadline(...args, "--json");
    expect([status, stderr]).toEqual([0, ""]);
    return JSON.parse(stdout);
  };

  beforeAll(() => {
    execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: root, stdio: "pipe" });
    const [tarball = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
    execFileSync("tar", ["-xzf", join(folder, tarball), "-C", folder]);
    files = readdirSync(installed, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1));
    // What the package says it needs, and nothing of what only its development needs.
    const { dependencies } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    for (const name of Object.keys(dependencies)) {
      const link = join(installed, "node_modules", name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(root, "node_modules", name), link);
    }
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("holds no tests, no sources and no data but the presets' own", () => {
    expect(files.filter((file) => /\.test\.|^test\/|^src\/|^bench\/|^scripts\/|\.tsx?$/.test(file))).toEqual([]);
    const data = files.filter((file) => /\.(csv|tsv|txt|xlsx|parquet|jsonl?|ndjson)$/.test(file));
    expect(
      data.filter((file) => file !== "package.json" && !/^presets\/(singer\/)?\w+\/(sample|expected)\//.test(file)),
    ).toEqual([]);
  });

  test("holds everything that the program finds beside itself", () => {
    expect(files).toEqual(
      expect.arrayContaining(["dist/src/cli/main.js", "dist/web/index.html", "catalogue/funnel/leads.yaml"]),
    );
    const presets = (dir: string) => readdirSync(join(dir)).toSorted();
    expect(presets(join(installed, "presets"))).toEqual(presets(join(root, "presets")));
    expect(presets(join(installed, "dist/demo/presets"))).toEqual(presets(join(root, "demo/presets")));
  });

  test("names no folder of the machine that built it", () => {
    const places = [root, homedir(), tmpdir()].filter((place) => place.length > 4);
    const telling = files.filter((file) => {
      const text = readFileSync(join(installed, file), "latin1");
      return places.some((place) => text.includes(`${place}/`));
    });
    expect(telling).toEqual([]);
  });

  test("lists the catalogue", () => {
    const kpis = json("kpis");
    expect(kpis.length).toBeGreaterThan(70);
    expect(kpis.find((kpi: { id: string }) => kpi.id === "ad_spend").name.zh).toBe("广告花费");
  });

  test("makes a workspace, loads an export, answers", () => {
    expect(leadline("init", team, "--currency", "USD").status).toBe(0);
    const sample = join(installed, "presets/linkedin/sample/campaign_performance_en_utf16le.csv");
    const { files: loaded } = json("load", team, sample);
    expect(loaded[0]).toMatchObject({ preset: "linkedin", status: "committed", rows_loaded: 3 });
    // 1,234.50 + 10.25 + 100.00
    const { rows } = json("ask", team, "ad_spend", "--period", "2026-09");
    expect(rows[0].value).toBeCloseTo(1344.75, 10);
  });

  test("serves the page and the numbers", async () => {
    const server = spawn(process.execPath, [bin, "serve", team, "--port", "0"], {
      env,
      stdio: ["ignore", "ignore", "pipe"],
    });
    const exited = once(server, "exit");
    const address = await new Promise<string>((resolve, reject) => {
      let said = "";
      server.stderr.on("data", (chunk) => {
        said += chunk;
        const [found] = /http:\/\/localhost:\d+\//.exec(said) ?? [];
        if (found) resolve(found);
      });
      exited.then(([code]) => reject(new Error(`ended with ${code}: ${said}`)));
    });
    const page = await (await fetch(address)).text();
    const [script] = /assets\/[\w-]+\.js/.exec(page) ?? [];
    expect((await fetch(new URL(script ?? "missing", address))).headers.get("content-type")).toContain("javascript");
    const kpis = await fetch(new URL("api/kpis", address));
    expect(kpis.status).toBe(200);
    server.kill("SIGTERM");
    expect(await exited).toEqual([0, null]);
  });
});
