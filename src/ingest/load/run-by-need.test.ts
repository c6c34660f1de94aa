import { expect, test } from "vitest";
import { runByNeed } from "./run-by-need.ts";

/** Steps that end when told to; `log` says what began and ended. */
function steps() {
  const log: string[] = [];
  const ends = new Map<number, { readonly end: () => void; readonly fail: () => void }>();
  const run = (step: number): Promise<void> => {
    log.push(`${step} begins`);
    return new Promise((resolve, reject) => {
      ends.set(step, {
        end: () => {
          log.push(`${step} ends`);
          resolve();
        },
        fail: () => reject(new Error(`${step} fails`)),
      });
    });
  };
  const settle = async (step: number, how: "end" | "fail" = "end"): Promise<void> => {
    ends.get(step)?.[how]();
    await new Promise((done) => setTimeout(done));
  };
  return { log, run, settle };
}

test("a step begins when all it needs has run, and no more run at once than may", async () => {
  const { log, run, settle } = steps();
  const all = runByNeed([[], [], [], [0], [1, 3]], 2, run);
  await settle(1);
  await settle(0);
  await settle(2);
  await settle(3);
  await settle(4);
  await all;
  expect(log).toEqual(
    ["0 begins", "1 begins", "1 ends", "2 begins", "0 ends", "3 begins", "2 ends", "3 ends"].concat([
      "4 begins",
      "4 ends",
    ]),
  );
});

test("after a failure nothing more begins, and what runs is waited for", async () => {
  const { log, run, settle } = steps();
  let over = false;
  const all = runByNeed([[], [], [0], []], 2, run).finally(() => {
    over = true;
  });
  const failed = expect(all).rejects.toThrow("0 fails");
  await settle(0, "fail");
  expect(over).toBe(false);
  await settle(1);
  await failed;
  expect(log).toEqual(["0 begins", "1 begins", "1 ends"]);
});

test("nothing to run is run at once", async () => {
  await runByNeed([], 2, () => Promise.reject(new Error("never")));
});
