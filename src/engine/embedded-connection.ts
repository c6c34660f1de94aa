import type { ClickHouseClient } from "@clickhouse/client";
import type { Parameters } from "./engine.ts";
import { engineError } from "./engine-error.ts";
import { BASE_SETTINGS, type Settings } from "./engine-settings.ts";
import { DATABASE } from "./engine-target.ts";
import { parameterText } from "./parameter-text.ts";
import { literal } from "./sql-text.ts";
import { refuseForgotten } from "./statement-parameters.ts";

/**
 * One connection into the engine of this process. It remembers settings and parameters from statement to statement, so
 * this puts back what a statement changed. Parameters are set by `SET param_…`: bound ones (`query_params`) make every
 * parameterised statement of the process wait for the one before it, on whatever connection.
 */
export class EmbeddedConnection {
  readonly #client: ClickHouseClient;
  readonly #changed = new Set<string>();
  readonly #parameters = new Set<string>();

  constructor(client: ClickHouseClient) {
    this.#client = client;
  }

  async prepare(): Promise<void> {
    await this.#client.command({ query: setAll(BASE_SETTINGS) });
    await this.#client.command({ query: `CREATE DATABASE IF NOT EXISTS ${DATABASE} ENGINE = Atomic` });
    await this.#client.command({ query: `USE ${DATABASE}` });
  }

  async query<Row>(sql: string, parameters: Parameters, settings: Settings): Promise<Row[]> {
    return this.#reported(async () => {
      const query = this.#prefixed(sql, parameters, settings);
      const result = await this.#client.query({ query, format: "JSONEachRow" });
      return result.json<Row>();
    });
  }

  async command(sql: string, parameters: Parameters, settings: Settings): Promise<void> {
    await this.#reported(() => this.#client.command({ query: this.#prefixed(sql, parameters, settings) }));
  }

  async insert(table: string, rows: readonly object[], settings: Settings): Promise<void> {
    await this.command("SELECT 1", {}, settings);
    await this.#reported(() => this.#client.insert({ table, values: [...rows], format: "JSONEachRow" }));
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  async #reported<Result>(run: () => Promise<Result>): Promise<Result> {
    try {
      return await run();
    } catch (thrown) {
      // A failed statement stays among the running ones, with its memory, until its connection runs another.
      await this.#client.command({ query: "SELECT 1" }).catch(() => {});
      throw engineError(thrown);
    }
  }

  #prefixed(sql: string, parameters: Parameters, settings: Settings): string {
    refuseForgotten(sql, parameters, this.#parameters);
    const forgotten = [...this.#changed].filter((name) => !Object.hasOwn(settings, name));
    for (const name of forgotten) this.#changed.delete(name);
    for (const name of Object.keys(settings)) if (!Object.hasOwn(BASE_SETTINGS, name)) this.#changed.add(name);
    for (const name of Object.keys(parameters)) this.#parameters.add(name);
    return [
      ...forgotten.map((name) => `SET ${name} = DEFAULT`),
      ...(Object.keys(settings).length === 0 ? [] : [setAll(settings)]),
      ...Object.entries(parameters).map(([name, value]) => `SET param_${name} = ${literal(parameterText(value))}`),
      sql,
    ].join(";\n");
  }
}

function setAll(settings: Settings): string {
  const texts = Object.entries(settings).map(
    ([name, value]) => `${name} = ${typeof value === "number" ? value : literal(value)}`,
  );
  return `SET ${texts.join(", ")}`;
}
