import type { ClickHouseClient, ClickHouseClientConfigOptions } from "@clickhouse/client";
import { LeadlineError } from "../language/leadline-error.ts";

type ClientConnection = NonNullable<ClickHouseClientConfigOptions["connection"]>;

export interface EmbeddedParts {
  readonly connect: (path: string) => ClickHouseClient;
  /** Waits until the engine has let go of closed connections. */
  readonly drain: () => Promise<void>;
}

/** Loads the engine's half gigabyte into this process; nothing of it is loaded before. */
export async function loadEmbedded(): Promise<EmbeddedParts> {
  try {
    const [{ createClient, ClickHouseLogLevel }, { createChdbConnection }, { drainPending }] = await Promise.all([
      import("@clickhouse/client"),
      import("chdb/connection"),
      import("chdb"),
    ]);
    // chdb's declarations speak of another copy of the client's types.
    const connection = (path: string) => createChdbConnection({ path }) as unknown as ClientConnection;
    const log = { level: ClickHouseLogLevel.OFF };
    return { connect: (path) => createClient({ connection: connection(path), log }), drain: drainPending };
  } catch (cause) {
    const error = new LeadlineError(
      "engine.missing",
      `The embedded engine cannot be loaded on this machine (${process.platform}-${process.arch}).`,
      "It runs on Linux with glibc and on macOS, and is installed with `npm install chdb`. " +
        "Elsewhere use WSL2 or Docker, or a ClickHouse server: `warehouse: { url: … }` in leadline.yaml.",
    );
    error.cause = cause;
    throw error;
  }
}
