import { once } from "node:events";
import { closeSync, createReadStream, createWriteStream, openSync, writeSync } from "node:fs";
import { rename } from "node:fs/promises";
import { createInterface } from "node:readline";

const BUFFER_CHARACTERS = 1024 * 1024;

/**
 * Records of one stream on their way in, one line each, on the disk. Of several lines with the same key the last one
 * stands; an empty key is no key.
 */
export class StreamSpool {
  readonly path: string;
  readonly #descriptor: number;
  readonly #places = new Map<string, number>();
  readonly #replaced = new Set<number>();
  #lines = 0;
  #buffer: string[] = [];
  #buffered = 0;

  constructor(path: string) {
    this.path = path;
    this.#descriptor = openSync(path, "w", 0o600);
  }

  get lines(): number {
    return this.#lines;
  }

  /** Records that stand. */
  get records(): number {
    return this.#lines - this.#replaced.size;
  }

  add(key: string, line: string): void {
    if (key !== "") {
      const before = this.#places.get(key);
      if (before !== undefined) this.#replaced.add(before);
      this.#places.set(key, this.#lines);
    }
    this.#lines += 1;
    this.#buffer.push(line);
    this.#buffered += line.length;
    if (this.#buffered > BUFFER_CHARACTERS) this.#flush();
  }

  /** Leaves the standing records in the file. */
  async finish(): Promise<void> {
    this.#flush();
    closeSync(this.#descriptor);
    this.#places.clear();
    if (this.#replaced.size === 0) return;
    const beside = `${this.path}.standing`;
    const out = createWriteStream(beside, { mode: 0o600 });
    let at = 0;
    for await (const line of createInterface({
      input: createReadStream(this.path),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      if (!this.#replaced.has(at) && !out.write(`${line}\n`)) await once(out, "drain");
      at += 1;
    }
    out.end();
    await once(out, "finish");
    await rename(beside, this.path);
  }

  #flush(): void {
    if (this.#buffer.length > 0) {
      const bytes = Buffer.from(`${this.#buffer.join("\n")}\n`);
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at);
    }
    this.#buffer = [];
    this.#buffered = 0;
  }
}
