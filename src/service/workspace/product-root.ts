import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The package's own folder: the nearest one above whose package.json is Leadline's. Catalogue and presets stand in it. */
export const PRODUCT_ROOT = packageAbove(import.meta.dirname);

function packageAbove(folder: string): string {
  const file = join(folder, "package.json");
  if (existsSync(file) && JSON.parse(readFileSync(file, "utf8")).name === "leadline") return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("Leadline's own package.json is not above its code: install it again.");
  return packageAbove(parent);
}
