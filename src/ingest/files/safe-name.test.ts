import { expect, it } from "vitest";
import { safeName } from "./safe-name.ts";

it("a name keeps its last part alone, without signs that mean something to a system", () => {
  expect(safeName("../../etc/report.csv")).toBe("report.csv");
  expect(safeName("C:\\Users\\me\\report.csv")).toBe("report.csv");
  expect(safeName('a"b:c\u0000\n?.csv')).toBe("abc.csv");
  expect(safeName("..")).toBe("upload..");
  expect(safeName("")).toBe("upload");
});

it("a long name keeps its end, counted in bytes", () => {
  const long = safeName(`${"投放".repeat(200)}.csv`);
  expect(Buffer.byteLength(long)).toBeLessThanOrEqual(200);
  expect(long).toMatch(/^(?:投|放)+\.csv$/);
});
