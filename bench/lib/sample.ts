/** Milliseconds of several runs. */
export interface Sample {
  readonly runs: readonly number[];
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/**
 * Runs the rivals in turn, round by round, so that a busy moment of the machine meets all of them. Each gives its own
 * figure (milliseconds).
 */
export async function interleaved<Name extends string>(
  rivals: Readonly<Record<Name, () => Promise<number>>>,
  rounds: number,
): Promise<Record<Name, Sample>> {
  const names = Object.keys(rivals) as Name[];
  const runs = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) for (const name of names) runs[name].push(await rivals[name]());
  return Object.fromEntries(names.map((name): [Name, Sample] => [name, { runs: runs[name] }])) as Record<Name, Sample>;
}

export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** One's figures divided by the other's of the same round. */
export function ratios(one: Sample, other: Sample): readonly number[] {
  return one.runs.map((run, round) => run / (other.runs[round] ?? Number.NaN));
}
