import { expect, test } from "vitest";
import { refuseLateFailure } from "./late-failure.ts";

const FAILURE = "Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED) (version 26.7)\n";

test("a failure after a success status is a failure with its number", () => {
  expect(() => refuseLateFailure(FAILURE)).toThrow(
    expect.objectContaining({ code: "241", message: expect.stringContaining("Memory limit") }),
  );
});

test("so is one behind the first rows, bare or in a newer server's frame", () => {
  expect(() => refuseLateFailure(`{"n":1}\n${FAILURE}`)).toThrow("Memory limit");
  expect(() =>
    refuseLateFailure(`{"n":1}\n__exception__\r\nabcdefgh\r\n${FAILURE}96 abcdefgh\r\n__exception__\r\n`),
  ).toThrow("Memory limit");
});

test("a cell that speaks of a failure is none", () => {
  expect(() => refuseLateFailure(`{"note":"Code: 241. DB::Exception: x"}\n`)).not.toThrow();
  expect(() => refuseLateFailure("")).not.toThrow();
});
