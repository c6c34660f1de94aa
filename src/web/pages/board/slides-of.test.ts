import { expect, test } from "vitest";
import { slidesOf } from "./slides-of.ts";

const name = { en: "Impact", zh: "影响" };
const sizes = (count: number) =>
  slidesOf({ groups: [{ name, kpis: Array.from({ length: count }, (_, i) => `k${i}`) }] }).map(
    ({ kpis }) => kpis.length,
  );

test("a group is a page; a long one is told in equal parts", () => {
  expect(sizes(1)).toEqual([1]);
  expect(sizes(4)).toEqual([4]);
  expect(sizes(5)).toEqual([3, 2]);
  expect(sizes(6)).toEqual([3, 3]);
  expect(sizes(17)).toEqual([4, 4, 4, 4, 1]);
});

test("no KPI is lost or told twice", () => {
  const kpis = Array.from({ length: 11 }, (_, i) => `k${i}`);
  expect(slidesOf({ groups: [{ name, kpis }] }).flatMap((slide) => slide.kpis)).toEqual(kpis);
});
