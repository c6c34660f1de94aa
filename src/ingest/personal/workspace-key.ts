import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LeadlineError } from "../../language/leadline-error.ts";

const FILE = "key";

/**
 * The secret with which e-mail addresses, names and phone numbers are hashed: 64 hex digits in `<dataDir>/key`, made at
 * first use and readable by its owner alone. Without it no address can be matched with stored rows again.
 * Throws `personal.key` when the file holds something else.
 */
export function workspaceKey(dataDir: string): string {
  const file = join(dataDir, FILE);
  if (!existsSync(file)) create(dataDir, file);
  const key = readFileSync(file, "utf8").trim();
  if (/^[0-9a-f]{64}$/.test(key)) return key;
  throw new LeadlineError(
    "personal.key",
    "The workspace's key for personal data is damaged.",
    "Put the file back from a backup; with another key, people of earlier loads would not be recognised.",
    { file },
  );
}

function create(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
    chmodSync(file, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
