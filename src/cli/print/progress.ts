import { Presets, SingleBar } from "cli-progress";
import type { World } from "../world.ts";

export interface Progress {
  readonly report: (step: string, done: number, total: number) => void;
  readonly end: () => void;
}

/** A bar on a terminal once a second has passed; nothing elsewhere, so that logs and JSON stay clean. */
export function progress(world: World, label: string): Progress {
  if (!world.terminal) return { report: () => {}, end: () => {} };
  const bar = new SingleBar(
    { format: `${label} {bar} {percentage}% {step}`, hideCursor: true, stream: process.stderr, clearOnComplete: true },
    Presets.shades_classic,
  );
  const begun = world.now().getTime();
  let shown = false;
  return {
    report(step, done, total) {
      if (!shown && world.now().getTime() - begun > 1000) {
        bar.start(Math.max(total, 1), done, { step });
        shown = true;
      }
      if (shown) {
        bar.setTotal(Math.max(total, 1));
        bar.update(done, { step });
      }
    },
    end() {
      if (shown) bar.stop();
    },
  };
}
