/// <reference lib="dom" />
import type { Page } from "playwright-core";

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

/** How far things jumped while the page loaded: the browser's layout shifts added up. */
export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const shift of list.getEntries() as Shift[]) if (!shift.hadRecentInput) sum += shift.value;
        }).observe({ type: "layout-shift", buffered: true });
        // What is buffered comes in a task of its own.
        setTimeout(() => done(sum), 50);
      }),
  );
