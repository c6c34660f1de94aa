import { expect, test } from "vitest";
import { readTimezone } from "./read-timezone.ts";

test.each<[string, string | null]>([
  ["Time Zone: (GMT-08:00) Pacific Time (US & Canada); Tijuana", "America/Los_Angeles"],
  ["Time Zone: (GMT+08:00) Beijing, Chongqing, Hong Kong SAR, Urumqi", "Asia/Shanghai"],
  ["Time Zone: (GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin"],
  ["Time Zone: (GMT-03:00) Somewhere", "Etc/GMT+3"],
  ["Campaign Performance Report (in UTC)", "UTC"],
  ["Start Date (in UTC)", "UTC"],
  ["Created (UTC)", "UTC"],
  ["Time zone: America/New_York", "America/New_York"],
  ["时区：Asia/Shanghai", "Asia/Shanghai"],
  ["Last Completed Available Day: 9/3/2026 10:15:00 PM (GMT)", null],
  ["Campaign report", null],
])("%s is %s", (line, zone) => {
  expect(readTimezone([line])).toBe(zone);
});
