import { expect, test } from "vitest";
import { Pool } from "./pool.ts";

const never = new AbortController().signal;

test("each member is lent to one user at a time, who waits longest comes first", async () => {
  const pool = new Pool(["a", "b"]);
  const order: string[] = [];
  const [one, two] = [await pool.lend(never), await pool.lend(never)];
  expect(new Set([one, two])).toEqual(new Set(["a", "b"]));
  const third = pool.lend(never).then((member) => order.push(`third ${member}`));
  const fourth = pool.lend(never).then((member) => order.push(`fourth ${member}`));
  pool.giveBack(two);
  await third;
  pool.giveBack(one);
  await fourth;
  expect(order).toEqual([`third ${two}`, `fourth ${one}`]);
});

test("who leaves the line gets nothing, and the next one gets it", async () => {
  const pool = new Pool(["a"]);
  const member = await pool.lend(never);
  const leaving = new AbortController();
  const left = pool.lend(leaving.signal);
  const next = pool.lend(never);
  leaving.abort(new Error("left"));
  await expect(left).rejects.toThrow("left");
  pool.giveBack(member);
  expect(await next).toBe("a");
});

test("who has left before coming is not lent to", async () => {
  const pool = new Pool(["a"]);
  await expect(pool.lend(AbortSignal.abort(new Error("left")))).rejects.toThrow("left");
  expect(await pool.lend(never)).toBe("a");
});
