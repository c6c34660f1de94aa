/** A directory of this machine, read by the engine inside this process. */
interface EmbeddedTarget {
  readonly path: string;
}

/** A ClickHouse server or cluster, spoken to over HTTP. */
export interface ServerTarget {
  readonly url: string;
  readonly database?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
}

export type EngineTarget = EmbeddedTarget | ServerTarget;

/** The database that holds the warehouse, unless a server target names another one. */
export const DATABASE = "leadline";
