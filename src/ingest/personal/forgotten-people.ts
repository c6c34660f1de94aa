import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { LeadlineError } from "../../language/leadline-error.ts";

const FILE = "forgotten.json";

const schema = z.strictObject({
  /** Salted hash of the address -> the token that stands for the person. */
  people: z.record(z.string(), z.string()).default({}),
  /** Erasures that were begun and not yet finished: the hash that rows hold -> the token. */
  pending: z.record(z.string(), z.string()).default({}),
});

export interface ForgottenPeople {
  readonly people: Readonly<Record<string, string>>;
  readonly pending: Readonly<Record<string, string>>;
}

/** The people whose data must not come back, by salted hash: `<dataDir>/forgotten.json`. */
export function readForgotten(dataDir: string): ForgottenPeople {
  const file = join(dataDir, FILE);
  if (!existsSync(file)) return { people: {}, pending: {} };
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new LeadlineError(
      "personal.forgotten",
      "The list of forgotten people is damaged.",
      "Put the file back from a backup; without it, later loads could bring people back.",
      { file },
    );
  }
}

/** Writes the list so that a crash leaves the old or the new one, readable by its owner alone. */
export async function writeForgotten(dataDir: string, list: ForgottenPeople): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, FILE);
  const handle = await open(`${file}.new`, "w", 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(list, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  renameSync(`${file}.new`, file);
}
