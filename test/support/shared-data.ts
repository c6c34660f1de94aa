import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** The folder of real data beside the project, or undefined; tests that need it say so and skip. */
export const sharedDir: string | undefined = [process.env.LEADLINE_SHARED, join(root, "../shared")].find(
  (dir) => dir !== undefined && existsSync(join(dir, "data")),
);

/** A file or folder of the shared data; the path need not exist when the data is absent. */
export const shared = (...parts: string[]): string => join(sharedDir ?? "(no shared data)", ...parts);

/** Why a suite is skipped, for its title. */
export const sharedNote = sharedDir ? "" : " (skipped: the shared data is not beside the project)";

/** `truth.json` of a data set: the value of a metric. */
export function truthOf<Value>(dataset: string, metric: string): Value {
  return JSON.parse(readFileSync(shared("data", dataset, "truth.json"), "utf8")).metrics[metric].value;
}
