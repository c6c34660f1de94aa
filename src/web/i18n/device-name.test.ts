import { expect, test } from "vitest";
import { deviceName } from "./device-name.ts";

test("devices that web analytics names are in the reader's words, others as they are", () => {
  expect(["desktop", "mobile", "Tablet"].map((value) => deviceName(value, "zh"))).toEqual(["桌面端", "手机", "平板"]);
  expect(["desktop", "smart tv"].map((value) => deviceName(value, "en"))).toEqual(["Desktop", "smart tv"]);
});
