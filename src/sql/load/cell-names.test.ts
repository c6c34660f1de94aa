import { describe, expect, it } from "vitest";
import { trimmed } from "../row-expression/read-text.ts";
import { nameCells, withCellNames } from "./cell-names.ts";

const CELLS = [
  { place: 2, isEmail: false, cell: "cells[1]" },
  { place: 3, isEmail: true, cell: "cells[2]" },
];

describe("names of cells", () => {
  it("stand for a cell as it is and for its trimmed text", () => {
    const text = `f(${trimmed("ifNull(r2, '')")}, ifNull(r2, ''), ${trimmed("ifNull(h3, '')")})`;
    expect(withCellNames(text, CELLS)).toBe("f(r2t, r2, h3t)");
  });

  it("are bound once each; of an address also the hash alone", () => {
    expect(nameCells(CELLS).map((text) => text.split(" AS ").at(-1))).toEqual(["r2", "r2t", "r3", "r3t", "h3", "h3t"]);
  });
});
