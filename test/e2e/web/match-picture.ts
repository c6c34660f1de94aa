import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { expect } from "vitest";
import { CELL, type CoarsePicture, coarsePicture, readCoarse, writeCoarse } from "../../support/coarse-picture.ts";
import { type PictureDifferences, pictureDifferences } from "../../support/picture-differences.ts";

const STORED = join(import.meta.dirname, "pictures");
const REMEDY = 'If the page is meant to look so, run: npm test -- test/e2e/web -t "looks as stored" -u';

/** What is seen of a page, without a blinking cursor. */
export async function pictureOf(page: Page): Promise<{ screenshot: Buffer; picture: CoarsePicture }> {
  const screenshot = await page.screenshot({ animations: "disabled", caret: "hide" });
  return { screenshot, picture: coarsePicture(screenshot) };
}

/**
 * Fails where a page does not look like its stored picture, and names a folder with the picture that was taken, the
 * stored one and where they differ. Under vitest's `-u` it stores the page's picture instead.
 */
export async function matchPicture(page: Page, name: string): Promise<void> {
  const file = join(STORED, `${name}.png`);
  const { screenshot, picture } = await pictureOf(page);
  if (isUpdating()) {
    mkdirSync(STORED, { recursive: true });
    const stored = existsSync(file) ? readCoarse(readFileSync(file)) : null;
    if (stored === null || !pictureDifferences(picture, stored).same) writeFileSync(file, writeCoarse(picture));
    return;
  }
  if (!existsSync(file)) throw new Error(`There is no stored picture ${file}. ${REMEDY}`);
  const stored = readCoarse(readFileSync(file));
  const found = pictureDifferences(picture, stored);
  if (found.same) return;
  const folder = mkdtempSync(join(tmpdir(), `leadline-picture-${name}-`));
  writeFileSync(join(folder, "taken.png"), screenshot);
  writeFileSync(join(folder, "stored.png"), enlarged(stored));
  writeFileSync(join(folder, "differences.png"), enlarged(marked(picture, found)));
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  throw new Error(
    `${name} does not look as stored: ${percent(found.share)} of it differs, ${percent(found.worst)} at the worst ` +
      `place. See taken.png, stored.png and differences.png in ${folder}. ${REMEDY}`,
  );
}

/** Whether vitest was told to update what is stored. */
function isUpdating(): boolean {
  return Reflect.get(expect.getState().snapshotState ?? {}, "_updateSnapshot") === "all";
}

/** The picture, pale, with the differing cells in red. */
function marked({ columns, rows, colours }: CoarsePicture, { cells }: PictureDifferences): CoarsePicture {
  const pale = colours.map((value, at) => (cells[Math.floor(at / 3)] ? (at % 3 === 0 ? 220 : 0) : 160 + value * 0.37));
  return { columns, rows, colours: pale };
}

/** At the size of the page. */
function enlarged({ columns, rows, colours }: CoarsePicture): Buffer {
  const png = new PNG({ width: columns * CELL, height: rows * CELL });
  for (let y = 0; y < png.height; y++)
    for (let x = 0; x < png.width; x++) {
      const cell = (Math.floor(y / CELL) * columns + Math.floor(x / CELL)) * 3;
      png.data.set([...colours.subarray(cell, cell + 3), 255], (y * png.width + x) * 4);
    }
  return PNG.sync.write(png);
}
