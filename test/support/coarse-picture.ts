import { PNG } from "pngjs";

/** Edge of a cell in pixels: about a line of text, so that a cell tells how dark a text is, not which letters it has. */
export const CELL = 8;
/** Colours are kept in so many steps: finer ones differ from machine to machine, and pack badly. */
const STEP = 4;

/** A picture as cells, each with its mean colour. */
export interface CoarsePicture {
  readonly columns: number;
  readonly rows: number;
  /** Red, green and blue of each cell, row by row. */
  readonly colours: Uint8Array;
}

/** Shrinks a screenshot to cells; what is left of a cell at the right and lower edge is dropped. */
export function coarsePicture(screenshot: Buffer): CoarsePicture {
  const { width, height, data } = PNG.sync.read(screenshot);
  const columns = Math.floor(width / CELL);
  const rows = Math.floor(height / CELL);
  const sums = new Float64Array(columns * rows * 3);
  for (let y = 0; y < rows * CELL; y++)
    for (let x = 0; x < columns * CELL; x++) {
      const cell = (Math.floor(y / CELL) * columns + Math.floor(x / CELL)) * 3;
      for (let part = 0; part < 3; part++)
        sums[cell + part] = (sums[cell + part] ?? 0) + (data[(y * width + x) * 4 + part] ?? 0);
    }
  const colours = Uint8Array.from(sums, (sum) => Math.min(255, Math.round(sum / CELL ** 2 / STEP) * STEP));
  return { columns, rows, colours };
}

/** As a PNG with a pixel for each cell. */
export function writeCoarse({ columns, rows, colours }: CoarsePicture): Buffer {
  const png = new PNG({ width: columns, height: rows });
  for (let cell = 0; cell < columns * rows; cell++)
    png.data.set([...colours.subarray(cell * 3, cell * 3 + 3), 255], cell * 4);
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 9 });
}

/** The reverse of `writeCoarse`. */
export function readCoarse(file: Buffer): CoarsePicture {
  const { width, height, data } = PNG.sync.read(file);
  const colours = new Uint8Array(width * height * 3);
  for (let cell = 0; cell < width * height; cell++) colours.set(data.subarray(cell * 4, cell * 4 + 3), cell * 3);
  return { columns: width, rows: height, colours };
}
