import { pipedInput } from "./piped-input.ts";

/** What a command may touch of the outside; tests hand in their own. */
export interface World {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly now: () => Date;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Bytes that are piped in; undefined where a person sits at the terminal. */
  readonly input?: () => AsyncIterable<Uint8Array> | undefined;
  /** Whether stderr is a terminal: progress bars and colour. */
  readonly terminal: boolean;
  /** Columns of the terminal that stdout is; undefined where it is a file or a pipe, which takes lines of any length. */
  readonly columns?: number | undefined;
}

/** How wide lines may be. `COLUMNS` goes before the terminal's own width. */
export function widthOf({ env, columns }: World): number {
  const told = Number(env.COLUMNS ?? "");
  return told > 0 ? told : (columns ?? Number.POSITIVE_INFINITY);
}

export const realWorld: World = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  now: () => new Date(),
  env: process.env,
  input: pipedInput,
  terminal: Boolean(process.stderr.isTTY),
  columns: process.stdout.columns,
};
