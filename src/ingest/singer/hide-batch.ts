import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import type { AddressHider } from "./hide-addresses.ts";
import { parseExact } from "./parse-exact.ts";
import type { StreamBatch } from "./receive-messages.ts";

interface LandedLine {
  readonly record: string;
  readonly key: string;
}

export interface HiddenBatch {
  readonly path: string;
  readonly properties: readonly string[];
  /** Those that do not speak of a forgotten person. */
  readonly records: number;
  /** Hash and address of each person. */
  readonly addresses: readonly (readonly [hash: string, email: string])[];
}

/** Writes records that are to land anew with hidden addresses, beside the file that holds them. */
export async function hideBatch({ path, properties }: StreamBatch, hider: AddressHider): Promise<HiddenBatch> {
  const beside = `${path}.hidden`;
  const out = createWriteStream(beside, { mode: 0o600 });
  let records = 0;
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const hidden = hiddenLine(line, hider);
    if (hidden === null) continue;
    records += 1;
    if (!out.write(`${hidden}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  const names = properties.map((name) => hider.hide(name) as string);
  return { path: beside, properties: names, records, addresses: [...hider.found] };
}

/** null where the record speaks of a forgotten person. */
function hiddenLine(line: string, hider: AddressHider): string | null {
  if (!/@|%40/.test(line)) return line;
  const { record, key } = JSON.parse(line) as LandedLine;
  const hiddenRecord = JSON.stringify(hider.hide(parseExact(record)));
  if (hider.sawForgotten()) return null;
  const hiddenKey = key === "" ? "" : JSON.stringify(hider.hide(parseExact(key)));
  return JSON.stringify({ record: hiddenRecord, key: hiddenKey });
}
