/** What a command may touch of the outside; tests hand in their own. */
export interface World {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly now: () => Date;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether stderr is a terminal: progress bars and colour. */
  readonly terminal: boolean;
}

export const realWorld: World = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  now: () => new Date(),
  env: process.env,
  terminal: Boolean(process.stderr.isTTY),
};
