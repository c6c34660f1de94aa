import { expect, test } from "vitest";
import { loadEmbedded } from "./load-embedded.ts";

test("where the engine is not installed or cannot run, the error names the ways out", async () => {
  const cause = new Error("chdb: no native binding for win32-x64");
  const loading = loadEmbedded(() => Promise.reject(cause));
  await expect(loading).rejects.toMatchObject({
    code: "engine.missing",
    cause,
    remedy: expect.stringMatching(/WSL2.*Docker.*ClickHouse server/),
  });
});
