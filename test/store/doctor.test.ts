import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkWorkspace } from "../../src/service/health/check-workspace.ts";
import { initWorkspace } from "../../src/service/workspace/init-workspace.ts";
import { STATE_FILE } from "../../src/store/open-store.ts";
import { LATER } from "../support/workspace.ts";

it("the doctor says whether what people made can be read, and goes on where it cannot", async () => {
  const dir = mkdtempSync(join(tmpdir(), "leadline-doctor-"));
  initWorkspace(dir, {});
  const check = () => checkWorkspace(dir, { now: () => LATER, env: {} });
  expect((await check()).find(({ code }) => code === "store.readable")?.text).toContain("0 boards");
  for (const end of ["-wal", "-shm"]) rmSync(join(dir, ".leadline", STATE_FILE + end), { force: true });
  writeFileSync(join(dir, ".leadline", STATE_FILE), "no database ".repeat(1000));
  const facts = await check();
  expect(facts.find(({ code }) => code === "store.unreadable")).toMatchObject({ level: "fail" });
  expect(facts.find(({ code }) => code === "sources.none")).toBeDefined();
  rmSync(dir, { recursive: true, force: true });
});
