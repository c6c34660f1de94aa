import { Decimal } from "decimal.js";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openRowEngine, type RowEngine } from "../../../test/support/row-expressions.ts";
import { NUMBER_UNITS } from "../../model/number-units.ts";

let engine: RowEngine;
beforeAll(async () => {
  engine = await openRowEngine();
});
afterAll(() => engine.close());

type Case = readonly [cell: string | null, value: string | null | "unreadable"];

async function expectAll(
  expression: string,
  decimal: "point" | "comma",
  cases: readonly Case[],
  nullTokens: string[] = [],
) {
  const results = await engine.run(
    expression,
    cases.map(([cell]) => ({ x: cell })),
    { decimal, nullTokens },
  );
  const shown = results.map(({ value, invalid }, i) => [cases[i]?.[0], invalid ? "unreadable" : value]);
  expect(shown).toEqual(cases.map(([cell, value]) => [cell, value]));
  for (const { value, invalid } of results) if (invalid) expect(value).toBeNull();
}

const EMPTY: readonly Case[] = [
  [null, null],
  ["", null],
  ["   ", null],
  ["\u00A0", null],
  ["--", null],
  [" --", null],
  ["-", null],
  ["—", null],
  ["N/A", null],
  ["<5", null],
  ["<10%", null],
  ["< 10%", null],
  ["> 90%", null],
];

const BROKEN: readonly Case[] = [
  ["abc", "unreadable"],
  ["12abc", "unreadable"],
  ["1.5.5", "unreadable"],
  ["1,5,5", "unreadable"],
  ["1.2,3.4", "unreadable"],
  [".", "unreadable"],
  [",", "unreadable"],
  ["+", "unreadable"],
  ["e5", "unreadable"],
  ["--5", "unreadable"],
  ["12 34", "unreadable"],
  ["$", "unreadable"],
  ["(not set)", "unreadable"],
  ["#DIV/0!", "unreadable"],
  ["1e400", "unreadable"],
  ["12345678901234567890123456789", "unreadable"],
];

describe("number(x)", () => {
  test("with a decimal point", () =>
    expectAll("number([x])", "point", [
      ...EMPTY,
      ...BROKEN,
      ["0", "0"],
      ["12.5", "12.5"],
      [" 12.5 ", "12.5"],
      ["-3", "-3"],
      ["+3", "3"],
      [".5", "0.5"],
      ["5.", "5"],
      ["007", "7"],
      ["1,234", "1234"],
      ["1,234.50", "1234.5"],
      ["12,345,678.9", "12345678.9"],
      ["1,23,456.78", "123456.78"],
      ["1 234.50", "1234.5"],
      ["1\u00A0234.50", "1234.5"],
      ["1\u202F234.50", "1234.5"],
      ["1'234.50", "1234.5"],
      ["$1,234.50", "1234.5"],
      ["$ 1,234.50", "1234.5"],
      ["-$1,234.50", "-1234.5"],
      ["$-1,234.50", "-1234.5"],
      ["1,234.50 €", "1234.5"],
      ["£7", "7"],
      ["¥7", "7"],
      ["￥1,000", "1000"],
      ["R$ 12.30", "12.3"],
      ["US$5", "5"],
      ["USD 1,234.50", "1234.5"],
      ["1,234.50 USD", "1234.5"],
      ["(1,234.50)", "-1234.5"],
      ["($5)", "-5"],
      ["5-", "-5"],
      ["\u22125.5", "-5.5"],
      ["12.5%", "0.125"],
      ["12.5 %", "0.125"],
      ["-5%", "-0.05"],
      ["１２，３４５", "12345"],
      ["1.2E+3", "1200"],
      ["1e-3", "0.001"],
      ["2.82E+18", "2820000000000000000"],
      ["0.12345678901", "0.123456789"],
      ["1,23", "unreadable"],
      ["1.234,50", "unreadable"],
      ["12,50 €", "unreadable"],
    ]));

  test("with a decimal comma", () =>
    expectAll("number([x])", "comma", [
      ...EMPTY,
      ...BROKEN,
      ["0", "0"],
      ["12,5", "12.5"],
      ["-3,25", "-3.25"],
      [",5", "0.5"],
      ["1.234", "1234"],
      ["3.000", "3000"],
      ["1.234,50", "1234.5"],
      ["12.345.678,9", "12345678.9"],
      ["1 234,50", "1234.5"],
      ["1\u00A0234,50", "1234.5"],
      ["1\u202F234,50", "1234.5"],
      ["1'234,50", "1234.5"],
      ["12,50 €", "12.5"],
      ["12,50\u00A0€", "12.5"],
      ["€ 1.234,50", "1234.5"],
      ["R$ 1.234,50", "1234.5"],
      ["(12,50)", "-12.5"],
      ["12,5 %", "0.125"],
      ["1,2E+3", "1200"],
      ["1.23", "unreadable"],
      ["1,234.50", "unreadable"],
    ]));

  test("with a unit in Chinese signs or as a letter, exactly", async () => {
    await expectAll("number([x])", "point", [
      ["1.2万", "12000"],
      ["1.2 万", "12000"],
      ["3,456.7万元", "34567000"],
      ["1.5亿", "150000000"],
      ["1.5億円", "150000000"],
      ["¥12.3万", "123000"],
      ["￥１２．３万", "123000"],
      ["-¥0.05万", "-500"],
      ["(1.2万元)", "-12000"],
      ["CNY 1.2万", "12000"],
      ["1.2万 CNY", "12000"],
      ["8千", "8000"],
      ["2百万", "2000000"],
      ["3千万元", "30000000"],
      ["1.1万亿", "1100000000000"],
      ["0.00000000012345亿", "0.012345"],
      ["12.5K", "12500"],
      ["12.5k", "12500"],
      ["1.2M", "1200000"],
      ["-3.4B", "-3400000000"],
      ["$1.2M", "1200000"],
      ["1.2M€", "1200000"],
      ["5K€", "5000"],
      ["5K €", "5000"],
      ["1.2M USD", "1200000"],
      ["1.2MUSD", "1200000"],
      ["5KUS$", "5000"],
      [".5K", "500"],
      // Currencies that begin with the letter of a unit.
      ["5 MXN", "5"],
      ["5MYR", "5"],
      ["5 KRW", "5"],
      ["5BRL", "5"],
      ["5 MX$", "5"],
      ["5Kč", "5"],
      ["5 kr", "5"],
      // A metre, a minute, a thousandth; and what is no number at all.
      ["5 m", "unreadable"],
      ["5m", "unreadable"],
      ["5 M", "unreadable"],
      ["5 K", "unreadable"],
      ["5 km", "unreadable"],
      ["5 GB", "unreadable"],
      ["5MB", "unreadable"],
      ["万", "unreadable"],
      ["K", "unreadable"],
      ["1.2万3", "unreadable"],
      ["1万2千", "unreadable"],
      ["1.2万万", "unreadable"],
      ["1.2KM", "unreadable"],
      ["1.2万K", "unreadable"],
      ["1.2万%", "unreadable"],
      ["10万+", "unreadable"],
      ["1,2万", "unreadable"],
      ["9999999999999999999999999999亿", "unreadable"],
      ["<1万", null],
      ["＜1.2K", null],
    ]);
    await expectAll("number([x])", "comma", [
      ["1,2万", "12000"],
      ["1.234,5K", "1234500"],
      ["1,2M€", "1200000"],
      ["12,5 €", "12.5"],
      ["1.2万", "unreadable"],
    ]);
    await expectAll("integer([x])", "point", [
      ["1.2万", "12000"],
      ["3,456万", "34560000"],
      ["12.5K", "12500"],
      ["1.23456万", "unreadable"],
      ["92233720368.54775808亿", "unreadable"],
    ]);
    await expectAll("money([x])", "point", [
      ["¥12.34567890万", "123456.789"],
      ["0.12345678万", "1234.5678"],
      ["99999999万亿", "unreadable"],
      ["922337.2036亿", "92233720360000"],
    ]);
  });

  test("a unit with any digits is that power of ten, as a reader of decimals works it out", async () => {
    const units = Object.entries(NUMBER_UNITS);
    const drawn = fc.sample(fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.nat(4), fc.nat(units.length - 1)), {
      numRuns: 200,
      seed: 11,
    });
    const cases = drawn.map(([digits, places, at]): Case => {
      const [unit, power] = units[at] ?? ["", 0];
      const number = new Decimal(digits.toString()).div(new Decimal(10).pow(places));
      return [`${number.toFixed(places)}${unit}`, number.times(new Decimal(10).pow(power)).toFixed()];
    });
    await expectAll("number([x])", "point", cases);
  });

  test("the layout's own words for nothing are empty, in this layout alone", async () => {
    await expectAll("number([x])", "point", [["nicht verfügbar", null]], ["nicht verfügbar"]);
    await expectAll("number([x])", "point", [["nicht verfügbar", "unreadable"]]);
  });
});

describe("number(x) and money(x) against the formats of the world", () => {
  const locales = [
    ["en-US", "USD", "point"],
    ["en-GB", "GBP", "point"],
    ["en-IN", "INR", "point"],
    ["zh-CN", "CNY", "point"],
    ["ja-JP", "JPY", "point"],
    ["de-CH", "CHF", "point"],
    ["de-DE", "EUR", "comma"],
    ["fr-FR", "EUR", "comma"],
    ["es-ES", "EUR", "comma"],
    ["pt-BR", "BRL", "comma"],
    ["sv-SE", "SEK", "comma"],
    ["pl-PL", "PLN", "comma"],
  ] as const;

  test.each(locales)("%s with %s", async (locale, currency, decimal) => {
    const cents = fc.sample(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), { numRuns: 60, seed: 7 });
    const amounts = [...cents, 0n, 5n, -5n, 100n, 99999n, 100000n, -123456789n];
    const exact = (value: bigint) => {
      const digits = String(value < 0n ? -value : value).padStart(3, "0");
      const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, "");
      return value < 0n ? `-${text}` : text;
    };
    const styles: Intl.NumberFormatOptions[] = [
      { minimumFractionDigits: 2 },
      { style: "currency", currency, minimumFractionDigits: 2 },
      { style: "currency", currency, minimumFractionDigits: 2, currencyDisplay: "code" },
      { style: "currency", currency, minimumFractionDigits: 2, currencySign: "accounting" },
    ];
    const cases = styles.flatMap((style) => {
      const format = new Intl.NumberFormat(locale, style);
      return amounts.map((value) => [format.format(exact(value) as never), exact(value)] as const);
    });
    await expectAll("number([x])", decimal, cases);
    await expectAll("money([x])", decimal, cases);
  });
});

describe("percent(x)", () => {
  test("is a share, with or without the sign", () =>
    expectAll("percent([x])", "point", [
      ...EMPTY,
      ["12.5%", "0.125"],
      ["12.5", "0.125"],
      ["1,200%", "12"],
      ["0.4", "0.004"],
      ["many", "unreadable"],
    ]));
});

describe("integer(x)", () => {
  test("is whole, or not readable", () =>
    expectAll("integer([x])", "point", [
      ...EMPTY,
      ...BROKEN,
      ["12", "12"],
      ["-12", "-12"],
      [" 12 ", "12"],
      ["1,234", "1234"],
      ["1 234", "1234"],
      ["12.0", "12"],
      ["1.2E+3", "1200"],
      ["9223372036854775807", "9223372036854775807"],
      ["9223372036854775808", "unreadable"],
      ["99999999999999999999", "unreadable"],
      ["12.5", "unreadable"],
      ["12%", "unreadable"],
    ]));

  test("with a decimal comma a point groups thousands", () =>
    expectAll("integer([x])", "comma", [
      ["1.234", "1234"],
      ["6.111", "6111"],
      ["1.234.567", "1234567"],
      ["1.23", "unreadable"],
      ["12,5", "unreadable"],
      ["12,0", "12"],
    ]));
});

describe("money(x)", () => {
  test("is exact to four places and never wraps around", () =>
    expectAll("money([x])", "point", [
      ...EMPTY,
      ...BROKEN,
      ["0.1", "0.1"],
      ["1.31999993", "1.32"],
      ["1.82000005", "1.82"],
      ["0.00005", "0.0001"],
      ["-0.00005", "-0.0001"],
      ["0.000049999999", "0"],
      ["99999999999999.9999", "99999999999999.9999"],
      ["922337203685477.5807", "922337203685477.5807"],
      ["922337203685477.58075", "unreadable"],
      ["-922337203685477.5809", "unreadable"],
      ["1000000000000000", "unreadable"],
      ["-99999999999999.9999", "-99999999999999.9999"],
      ["922337203685477.5808", "unreadable"],
      ["18446744073709551616", "unreadable"],
      ["12%", "unreadable"],
      ["$1,234.50", "1234.5"],
    ]));
});

describe("is_masked(x)", () => {
  test("tells hidden figures", () =>
    expectAll("is_masked([x])", "point", [
      ["<5", "1"],
      ["< 10%", "1"],
      ["> 90%", "1"],
      ["＜5", "1"],
      ["<$5", "1"],
      ["5", "0"],
      ["", "0"],
      ["<b>", "0"],
    ]));
});

describe("is_rounded_id(x)", () => {
  test("tells ids that a spreadsheet has rounded, which text(x) lets pass", async () => {
    await expectAll("is_rounded_id([x])", "point", [
      ["2.82E+18", "1"],
      ["1E+17", "1"],
      ["1,2E+17", "1"],
      ["120210000000000001", "0"],
      ["7E12345", "0"],
      ["0034x000003E5", "0"],
      ["", "0"],
    ]);
    await expectAll("text([x])", "point", [["2.82E+18", "2.82E+18"]]);
  });
});
