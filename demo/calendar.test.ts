import { expect, test } from "vitest";
import { addMonths, berlinDay, berlinOffset, dayOf, isoOf, longGermanOf, minuteOf, stampOf } from "./calendar.ts";

test("Berlin is two hours ahead of UTC in summer, one in winter, and changes at 01:00 UTC", () => {
  const at = (iso: string, hour: number, minute: number) => minuteOf(dayOf(iso), hour, minute);
  expect(berlinOffset(at("2026-03-29", 0, 59))).toBe(60);
  expect(berlinOffset(at("2026-03-29", 1, 0))).toBe(120);
  expect(berlinOffset(at("2026-10-25", 0, 59))).toBe(120);
  expect(berlinOffset(at("2026-10-25", 1, 0))).toBe(60);
});

test("an hour before midnight in UTC is the next business day in Berlin", () => {
  expect(isoOf(berlinDay(minuteOf(dayOf("2025-12-31"), 23, 10)))).toBe("2026-01-01");
  expect(isoOf(berlinDay(minuteOf(dayOf("2025-06-30"), 22, 0)))).toBe("2025-07-01");
  expect(isoOf(berlinDay(minuteOf(dayOf("2025-06-30"), 21, 59)))).toBe("2025-06-30");
});

test("months are added by the calendar and days are written as systems write them", () => {
  expect(isoOf(addMonths(dayOf("2026-11-20"), -24))).toBe("2024-11-01");
  expect(longGermanOf(dayOf("2026-03-05"))).toBe("5. März 2026");
  expect(stampOf(minuteOf(dayOf("2026-03-05"), 9, 4))).toBe("2026-03-05 09:04");
});
