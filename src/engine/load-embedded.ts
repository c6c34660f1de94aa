import type { ClickHouseClient, ClickHouseClientConfigOptions } from "@clickhouse/client";
import { LeadlineError } from "../language/leadline-error.ts";

type ClientConnection = NonNullable<ClickHouseClientConfigOptions["connection"]>;

export interface EmbeddedParts {
  readonly connect: (path: string) => ClickHouseClient;
  /** Waits until the engine has let go of closed connections. */
  readonly drain: () => Promise<void>;
}

interface Packages {
  readonly client: typeof import("@clickhouse/client");
  readonly connection: typeof import("chdb/connection");
  readonly chdb: typeof import("chdb");
}

async function importPackages(): Promise<Packages> {
  const [client, connection, chdb] = await Promise.all([
    import("@clickhouse/client"),
    import("chdb/connection"),
    import("chdb"),
  ]);
  return { client, connection, chdb };
}

/** Loads the engine's half gigabyte into this process; nothing of it is loaded before. */
export async function loadEmbedded(load: () => Promise<Packages> = importPackages): Promise<EmbeddedParts> {
  try {
    const { client, connection, chdb } = await load();
    const log = { level: client.ClickHouseLogLevel.OFF };
    // chdb's declarations speak of another copy of the client's types.
    const to = (path: string) => connection.createChdbConnection({ path }) as unknown as ClientConnection;
    return { connect: (path) => client.createClient({ connection: to(path), log }), drain: chdb.drainPending };
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
