import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { type ListedLoad, listLoads } from "../../ingest/load/list-sources.ts";
import { writeWhole } from "../state/write-whole.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

const noteSchema = z.object({
  /** The newest load of all when the note was begun. */
  since: z.number(),
  /** What the run's tap was given as its memory, as a hash; null: not known to us. */
  begins: z.string().nullable(),
  /** Files under which loads are, or are about to be, committed. */
  files: z.array(z.string()),
});
type Note = z.infer<typeof noteSchema>;

/**
 * The note of a connection's loads for which no state was given out yet. It is written before such a load is committed,
 * so that a run after a killed one knows what will come again.
 */
export class OpenLoads {
  readonly #workspace: OpenWorkspace;
  readonly #connection: string;
  readonly #path: string;
  readonly #begins: string | null;
  #note: Note | null = null;

  /** `saved`: the memory that the tap was given; undefined where it is not known to us. */
  constructor(workspace: OpenWorkspace, connection: string, saved: unknown) {
    this.#workspace = workspace;
    this.#connection = connection;
    this.#path = join(workspace.dataDir, "taps", `${encodeURIComponent(connection)}.open.json`);
    this.#begins = saved === undefined ? null : hashOf(saved);
  }

  /** Loads that a killed run left, newest first: the tap, which begins where that run began, brings their records again. */
  async left(): Promise<readonly ListedLoad[]> {
    if (!existsSync(this.#path)) return [];
    const { since, begins, files } = noteSchema.parse(JSON.parse(readFileSync(this.#path, "utf8")));
    // The state was saved, and the process killed before the note was struck out.
    if (begins !== null && this.#begins !== null && begins !== this.#begins) return [];
    return (await this.#standing()).filter(({ load_no, file }) => load_no > since && files.includes(file));
  }

  /** Says that loads of these files are about to be committed. */
  async announce(files: readonly string[]): Promise<void> {
    if (this.#note !== null && files.every((file) => this.#note?.files.includes(file))) return;
    const newest = async () => Math.max(0, ...(await listLoads(this.#workspace.engine)).map(({ load_no }) => load_no));
    const since = this.#note?.since ?? (await newest());
    this.#note = { since, begins: this.#begins, files: [...new Set([...(this.#note?.files ?? []), ...files])] };
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
    writeWhole(this.#path, `${JSON.stringify(this.#note)}\n`);
  }

  /** All loads are covered by a state, or taken back. */
  strike(): void {
    this.#note = null;
    rmSync(this.#path, { force: true });
  }

  async #standing(): Promise<readonly ListedLoad[]> {
    const loads = await listLoads(this.#workspace.engine);
    return loads.filter(({ connection, status }) => connection === this.#connection && status !== "reverted");
  }
}

function hashOf(saved: unknown): string {
  return createHash("sha256").update(JSON.stringify(saved)).digest("hex");
}
