import { CHOICE_FUNCTIONS } from "./choice-functions.ts";
import { FILE_FUNCTIONS } from "./file-functions.ts";
import { NUMBER_FUNCTIONS } from "./number-functions.ts";
import { READING_FUNCTIONS } from "./reading-functions.ts";
import type { RowFunction } from "./row-function.ts";
import { TEXT_FUNCTIONS } from "./text-functions.ts";

/** All functions of row expressions. */
export const ROW_FUNCTIONS = {
  ...READING_FUNCTIONS,
  ...TEXT_FUNCTIONS,
  ...CHOICE_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...FILE_FUNCTIONS,
} as const satisfies Record<string, RowFunction>;

export type RowFunctionId = keyof typeof ROW_FUNCTIONS;

export function isRowFunctionId(id: string): id is RowFunctionId {
  return Object.hasOwn(ROW_FUNCTIONS, id);
}
