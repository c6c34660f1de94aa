import type { NUMBER_FUNCTIONS } from "../../language/row/number-functions.ts";
import { textLiteral } from "../channel/text-literal.ts";
import { signed } from "./arithmetic.ts";
import { constantText, type FunctionSql, fromArguments } from "./call-sql.ts";
import { anyOf } from "./compiled.ts";

export const NUMBER_SQL: Readonly<Record<keyof typeof NUMBER_FUNCTIONS, FunctionSql>> = {
  abs: (call) => signed(call.arg(0), "abs"),
  sum_in: (call) => {
    const [list, key, value, number] = [
      call.arg(0).value,
      ...[1, 2, 3].map((index) => textLiteral(constantText(call, index))),
    ];
    const objects = `JSONExtractArrayRaw(${list})`;
    const figure = `toDecimal128OrZero(trim(BOTH '"' FROM JSONExtractRaw(object, ${number})), 10)`;
    const sum = `arraySum(object -> ${figure}, arrayFilter(object -> JSONExtractString(object, ${key}) = ${value}, ${objects}))`;
    return fromArguments(call, "number", `if(${list} = '', NULL, CAST(${sum}, 'Nullable(Decimal(38, 10))'))`);
  },
  /** Days count from 1970-01-01 = 0 to 2149-06-06 = 65535. */
  add_days: (call) => {
    const [day, days] = [call.arg(0), call.arg(1)];
    const sum = `toInt128(toUInt16(${day.value})) + ${days.value}`;
    const value = `toDate(accurateCastOrNull(${sum}, 'UInt16'))`;
    const overflow = `(isNull(${value}) AND isNotNull(${day.value}) AND isNotNull(${days.value}))`;
    return { type: "date", value, invalid: anyOf(day.invalid, days.invalid, overflow) };
  },
  days_between: (call) =>
    fromArguments(call, "integer", `toInt64(toUInt16(${call.arg(1).value})) - toInt64(toUInt16(${call.arg(0).value}))`),
  month_start: (call) => fromArguments(call, "date", `toStartOfMonth(${call.arg(0).value})`),
  month_end: (call) => fromArguments(call, "date", `toLastDayOfMonth(${call.arg(0).value})`),
};
