import { trimmed } from "../row-expression/read-text.ts";
import { emailHash } from "./personal-cells.ts";

/** A cell that expressions read: `r<place>`, its text, and `h<place>`, for an address the hash alone. */
export interface NamedCell {
  readonly place: number;
  readonly isEmail: boolean;
  /** Its text in the source. */
  readonly cell: string;
}

export const rawName = (place: number): string => `r${place}`;
export const hashName = (place: number): string => `h${place}`;

/** `… AS r3, … AS r3t` for a SELECT list: every cell as it stands and trimmed, so that both are written once. */
export function nameCells(cells: readonly NamedCell[]): string[] {
  return cells.flatMap(({ place, isEmail, cell }) => [
    `${cell} AS ${rawName(place)}`,
    `${quicklyTrimmed(rawName(place))} AS ${trimmedName(rawName(place))}`,
    ...(isEmail
      ? [`${emailHash(cell)} AS ${hashName(place)}`, `${emailHash(cell)} AS ${trimmedName(hashName(place))}`]
      : []),
  ]);
}

/** Most cells begin and end with a plain character, and need no look at the blanks of every script. */
function quicklyTrimmed(text: string): string {
  const isPlain = (character: string): string => `ascii(${character}) BETWEEN 33 AND 126`;
  return `if(${isPlain(text)} AND ${isPlain(`right(${text}, 1)`)}, ${text}, ${trimmed(text)})`;
}

/** Puts the names of trimmed cells into the text of an expression. */
export function withCellNames(text: string, cells: readonly NamedCell[]): string {
  return cells
    .flatMap(({ place, isEmail }) => [rawName(place), ...(isEmail ? [hashName(place)] : [])])
    .reduce(
      (rest, name) =>
        rest.replaceAll(trimmed(`ifNull(${name}, '')`), trimmedName(name)).replaceAll(`ifNull(${name}, '')`, name),
      text,
    );
}

const trimmedName = (name: string): string => `${name}t`;
