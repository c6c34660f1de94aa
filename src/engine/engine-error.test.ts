import { expect, test } from "vitest";
import { LeadlineError } from "../language/leadline-error.ts";
import { engineError } from "./engine-error.ts";

const thrown = (code: string, message = "why") => Object.assign(new Error(message), { code });

test.each([
  ["159", "engine.timeout"],
  ["241", "engine.memory"],
  ["243", "engine.disk"],
  ["394", "engine.cancelled"],
  ["497", "engine.permission"],
  ["516", "engine.login"],
  ["202", "engine.busy"],
  ["47", "engine.query"],
  ["ECONNREFUSED", "engine.unreachable"],
  ["ENOTFOUND", "engine.unreachable"],
])("the engine's %s is %s, with a remedy and the cause", (code, expected) => {
  const cause = thrown(code);
  const error = engineError(cause);
  expect(error).toMatchObject({ code: expected, cause, remedy: expect.stringMatching(/\.$/) });
  expect(error.message).toMatch(/^The /);
});

test("an error that is already for people stays as it is", () => {
  const error = new LeadlineError("engine.closed", "Closed.", "Open it.");
  expect(engineError(error)).toBe(error);
});

test("the engine's reason is told in one line of bounded length", () => {
  const { message } = engineError(thrown("62", `Syntax\n  error ${"x".repeat(5000)}`));
  expect(message).toMatch(/: Syntax error x+…$/);
  expect(message.length).toBeLessThan(700);
});

test("what is no error at all is told too", () => {
  expect(engineError("broken").message).toContain("broken");
});
