import { closeSync, openSync, writeSync } from "node:fs";
import { quoteCell } from "./split-cells.ts";

/** Writes rows of text cells as a comma-delimited UTF-8 file, buffered. */
export class CellWriter {
  readonly path: string;
  readonly #descriptor: number;
  #lines: string[] = [];
  #size = 0;

  constructor(path: string) {
    this.path = path;
    this.#descriptor = openSync(path, "w");
  }

  write(cells: readonly string[]): void {
    const line = cells.map(quoteCell).join(",");
    this.#lines.push(line);
    this.#size += line.length + 1;
    if (this.#size > 1024 * 1024) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#descriptor);
  }

  #flush(): void {
    if (this.#lines.length > 0) {
      const bytes = Buffer.from(`${this.#lines.join("\n")}\n`);
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at);
    }
    this.#lines = [];
    this.#size = 0;
  }
}
