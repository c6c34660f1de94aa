import type { CoarsePicture } from "./coarse-picture.ts";

/** So much further than the colours around it a cell may be: letters are thicker on one machine than on another. */
const LENIENCE = 20;
/** Edge of a window in cells: about a small card. */
const WINDOW = 8;
/**
 * More of a window's cells than this differ where something is missing or has moved. On the board a missing card gives
 * one half and more, a chart moved by its own height a third, another font of system or browser a quarter at most.
 */
const MOST_OF_WINDOW = 0.3;
/** More of all cells than this differ where the whole page looks otherwise. */
const MOST_OF_ALL = 0.05;

export interface PictureDifferences {
  readonly same: boolean;
  /** Share of all cells that differ, and of the cells of the window where most do. */
  readonly share: number;
  readonly worst: number;
  /** Per cell whether it differs. */
  readonly cells: readonly boolean[];
}

/**
 * Compares two pictures of a page so that letters of another font or browser do not matter: a cell's colour must be among
 * those of its neighbourhood in the other picture, both ways.
 */
export function pictureDifferences(one: CoarsePicture, other: CoarsePicture): PictureDifferences {
  const { columns, rows } = one;
  if (columns !== other.columns || rows !== other.rows) return { same: false, share: 1, worst: 1, cells: [] };
  const there = strayCells(one, other);
  const back = strayCells(other, one);
  const cells = there.map((stray, cell) => stray || back[cell] === true);
  const share = cells.filter(Boolean).length / cells.length;
  const worst = mostInWindow(cells, columns, rows) / WINDOW ** 2;
  return { same: share <= MOST_OF_ALL && worst <= MOST_OF_WINDOW, share, worst, cells };
}

/** How many cells are marked in the window that holds most of them. */
function mostInWindow(cells: readonly boolean[], columns: number, rows: number): number {
  // Marked cells above and to the left of each corner.
  const sums = new Int32Array((columns + 1) * (rows + 1));
  const sum = (x: number, y: number): number => sums[y * (columns + 1) + x] ?? 0;
  let most = 0;
  for (let y = 1; y <= rows; y++)
    for (let x = 1; x <= columns; x++) {
      const own = Number(cells[(y - 1) * columns + x - 1]);
      sums[y * (columns + 1) + x] = own + sum(x - 1, y) + sum(x, y - 1) - sum(x - 1, y - 1);
      const [left, top] = [Math.max(0, x - WINDOW), Math.max(0, y - WINDOW)];
      most = Math.max(most, sum(x, y) - sum(left, y) - sum(x, top) + sum(left, top));
    }
  return most;
}

/** Cells of a picture whose colour is not found around their place in the other. */
function strayCells({ columns, rows, colours }: CoarsePicture, other: CoarsePicture): boolean[] {
  return Array.from({ length: columns * rows }, (_, cell) => {
    const [x, y] = [cell % columns, Math.floor(cell / columns)];
    for (let part = 0; part < 3; part++) {
      let [least, most] = [255, 0];
      for (let v = Math.max(0, y - 1); v <= Math.min(rows - 1, y + 1); v++)
        for (let u = Math.max(0, x - 1); u <= Math.min(columns - 1, x + 1); u++) {
          const value = other.colours[(v * columns + u) * 3 + part] ?? 0;
          least = Math.min(least, value);
          most = Math.max(most, value);
        }
      const own = colours[cell * 3 + part] ?? 0;
      if (own < least - LENIENCE || own > most + LENIENCE) return true;
    }
    return false;
  });
}
