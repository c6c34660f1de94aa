import type { DatabaseSync } from "node:sqlite";
import {
  CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from "kysely";

type Value = null | number | bigint | string | Uint8Array;

/** SQLite changes its schema inside transactions, too, so that a migration that is cut short leaves nothing behind. */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): true {
    return true;
  }
}

/** Transactions take the write lock at once: waiting for it later would fail instead of wait. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

/** Node's own SQLite for Kysely. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(database: DatabaseSync) {
    const config: SqliteDialectConfig = {
      database: {
        close: () => database.close(),
        prepare: (sql): SqliteStatement => {
          const statement = database.prepare(sql);
          return {
            reader: statement.columns().length > 0,
            all: (parameters) => statement.all(...(parameters as Value[])),
            run: (parameters) => statement.run(...(parameters as Value[])),
            iterate: (parameters) => statement.iterate(...(parameters as Value[])),
          };
        },
      },
    };
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config);
  }

  override createAdapter(): DialectAdapter {
    return new Adapter();
  }
}
