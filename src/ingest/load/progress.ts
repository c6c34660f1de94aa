/** How far a load is: `done` of `total`, and what it is doing. */
export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

/** Steps of a load with their usual share of its time. */
export const LOAD_STEPS = { read: 30, store: 32, map: 28, check: 3, build: 7 } as const;
export type LoadStepName = keyof typeof LOAD_STEPS;

/** Reports steps as one rising figure out of 100. */
export function progressReporter(onProgress: ((progress: Progress) => void) | undefined) {
  const names = Object.keys(LOAD_STEPS) as LoadStepName[];
  return (step: LoadStepName, share = 0): void => {
    const before = names.slice(0, names.indexOf(step)).reduce((sum, name) => sum + LOAD_STEPS[name], 0);
    onProgress?.({ step, done: Math.floor(before + LOAD_STEPS[step] * share), total: 100 });
  };
}
