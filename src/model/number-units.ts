/** Words and letters behind the digits of a number, and the power of ten that each stands for. */
export const NUMBER_UNITS: Readonly<Record<string, number>> = {
  万亿: 12,
  亿: 8,
  億: 8,
  千万: 7,
  百万: 6,
  万: 4,
  萬: 4,
  千: 3,
  B: 9,
  M: 6,
  K: 3,
  k: 3,
};

const named = (script: RegExp): string =>
  Object.keys(NUMBER_UNITS)
    .filter((unit) => script.test(unit))
    .join("|");

/** For patterns: the Chinese and Japanese units, of several signs first. */
export const CHINESE_UNIT = `(?:${named(/\p{Script=Han}/u)})`;

/** For patterns: the letters. A small m may be minutes, metres or a thousandth, so it is none of them. */
export const LATIN_UNIT = `(?:${named(/\p{Script=Latin}/u)})`;
