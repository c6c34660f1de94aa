import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";

// The embedded engine binds one data directory per process, so every test file runs in a process of its own.
export default defineConfig({
  test: {
    pool: "forks",
    isolate: true,
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "test/**/*.test.ts", "demo/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    reporters: ["default", "./test/support/closing-line.ts"],
  },
});
