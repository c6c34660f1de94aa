import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** Processor, cores and memory. */
export function machine(): string {
  const all = cpus();
  return `${all[0]?.model.trim()}, ${all.length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB of memory`;
}

/** Leadline, Node and the packages at work, each with its version. */
export function versions(engine: string): string {
  const of = (path: string): string => JSON.parse(readFileSync(join(root, path), "utf8")).version;
  const drizzle = JSON.parse(readFileSync(join(root, "bench/rivals/drizzle-cube/package.json"), "utf8")).dependencies;
  return [
    `Leadline ${of("package.json")}`,
    `ClickHouse ${engine} (chdb ${of("node_modules/chdb/package.json")})`,
    `DuckDB ${of("node_modules/@duckdb/node-api/package.json")}`,
    `drizzle-cube ${drizzle["drizzle-cube"]}`,
    `Node ${process.versions.node}`,
  ].join(", ");
}
