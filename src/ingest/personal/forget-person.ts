import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { LeadlineError } from "../../language/leadline-error.ts";
import { DERIVED_IDS } from "../../model/facts.ts";
import { FORGOTTEN_SALT } from "../../sql/load/personal-cells.ts";
import { readLedger } from "../ledger/read-inventory.ts";
import { replayLedger } from "../ledger/replay-ledger.ts";
import { takeTurn } from "../load/clean-uncommitted.ts";
import { commitEvent, type Site } from "../load/commit-event.ts";
import { deleteRows } from "../load/delete-rows.ts";
import { oneAtATime } from "../load/one-at-a-time.ts";
import { tablesHolding } from "../load/tables-holding.ts";
import { dropOldFiles, eraseHash } from "./erase-hash.ts";
import { eraseLanded } from "./erase-landed.ts";
import { readForgotten, writeForgotten } from "./forgotten-people.ts";
import { keepCaught } from "./keep-caught.ts";
import { keyedHash, normalised } from "./keyed-hash.ts";
import { workspaceKey } from "./workspace-key.ts";

export interface PersonalSite extends Site {
  readonly dataDir: string;
}

export interface Forgotten {
  /** Whether any row spoke of the person. */
  readonly found: boolean;
  /** Rows of facts, raw rows and personal data that did. */
  readonly rows: number;
}

/**
 * Erases one person by e-mail address: address, name and phone are deleted from the disk; in facts and raw rows a random
 * token takes the place of the hash, so that every number stays. Files loaded later give the person the same token and
 * bring no personal data back. Throws `personal.email`.
 */
export async function forgetPerson(site: PersonalSite, email: string): Promise<Forgotten> {
  const address = normalised(email);
  if (!/^[^@\s]+@[^@\s]+$/.test(address)) {
    throw new LeadlineError(
      "personal.email",
      `"${email}" is not an e-mail address.`,
      "Give it as name@company.example.",
    );
  }
  return oneAtATime(site.engine, async () => {
    await resumeForgetting(site);
    await takeTurn(site.engine);
    const key = workspaceKey(site.dataDir);
    const { people, pending } = readForgotten(site.dataDir);
    const salted = keyedHash(key, `${FORGOTTEN_SALT}${address}`);
    const token = people[salted] ?? randomBytes(32).toString("hex");
    await keepCaught(site, keyedHash(key, address), token);
    await writeForgotten(site.dataDir, {
      people: { ...people, [salted]: token },
      pending: { ...pending, [keyedHash(key, address)]: token },
    });
    const rows = await erasePending(site, false);
    return { found: rows > 0, rows };
  });
}

/** Finishes erasures that a killed process had begun. */
export async function resumeForgetting(site: PersonalSite): Promise<void> {
  if (Object.keys(readForgotten(site.dataDir).pending).length > 0) {
    await takeTurn(site.engine);
    await erasePending(site, true);
  }
}

/** `resumed`: what was erased before the process was killed may still stand in the derived tables. */
async function erasePending(site: PersonalSite, resumed: boolean): Promise<number> {
  const { engine, dataDir } = site;
  await rm(join(dataDir, "tmp"), { recursive: true, force: true });
  let rows = 0;
  for (const [hash, token] of Object.entries(readForgotten(dataDir).pending)) {
    rows += await eraseLanded(engine, hash, workspaceKey(dataDir));
    rows += await eraseHash(engine, { hash, token });
  }
  if (rows > 0 || resumed) {
    await commitEvent(site, { event: "forget", loadNo: 0 });
    const { buildNo } = replayLedger((await readLedger(engine)).events, []);
    const condition = "build_no != {build:UInt32}";
    for (const table of await tablesHolding(engine, ["derived_part", ...DERIVED_IDS], condition, { build: buildNo }))
      await deleteRows(engine, table, condition, { build: buildNo });
    await dropOldFiles(engine);
  }
  await writeForgotten(dataDir, { people: readForgotten(dataDir).people, pending: {} });
  return rows;
}
