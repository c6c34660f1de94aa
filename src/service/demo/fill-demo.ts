import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { generateDemo } from "../../../demo/generate.ts";
import { loadOrder } from "../../../demo/load-order.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import { annotationSchema } from "../../model/annotations.ts";
import { addAnnotation } from "../annotations/change-annotations.ts";
import { finishLoads, loadFiles } from "../sources/load-files.ts";
import { openWorkspace, type Surroundings } from "../workspace/open-workspace.ts";
import { SETTINGS_FILE } from "../workspace/read-settings.ts";

export interface DemoOptions extends Surroundings {
  readonly onProgress?: (step: string, done: number, total: number) => void;
}

export interface FilledDemo {
  /** False where the demo stood there already. */
  readonly filled: boolean;
  readonly files: number;
  readonly rows: number;
}

/**
 * Writes the demo company's exports into a folder and loads them. A folder that is a workspace already is left as it is; a
 * half-filled one, from a start that broke off, is filled anew.
 */
export async function fillDemo(folder: string, options: DemoOptions): Promise<FilledDemo> {
  const dir = resolve(folder);
  if (existsSync(join(dir, SETTINGS_FILE))) return { filled: false, files: 0, rows: 0 };
  if (existsSync(dir) && readdirSync(dir).length > 0) {
    throw new LeadlineError(
      "demo.not_empty",
      `${folder} is not empty and no workspace.`,
      "Name a new folder for the demo.",
      {
        file: folder,
      },
    );
  }
  const building = `${dir}.filling`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  options.onProgress?.("writing the exports", 0, 1);
  const { files, stories } = generateDemo(building, { today: options.now().toISOString().slice(0, 10) });
  const loads = loadOrder(files);
  const workspace = await openWorkspace(building, options);
  let rows = 0;
  try {
    for (const [i, load] of loads.entries()) {
      options.onProgress?.(load.file, i, loads.length);
      const { files: done } = await loadFiles(workspace, [join(building, load.file)], {
        settings: load.set ?? {},
        moreToCome: true,
        ...(load.preset && { preset: load.preset }),
        ...(load.connection && { connection: load.connection }),
      });
      const [loaded] = done;
      if (!loaded || loaded.status === "failed") {
        throw new LeadlineError(
          "demo.broken",
          `${load.file}: ${loaded?.error?.message ?? "not loaded"}`,
          loaded?.error?.remedy ?? "Report this.",
          { file: load.file },
        );
      }
      rows += loaded.rows_loaded;
    }
    options.onProgress?.("people, deals and customers", loads.length, loads.length);
    await finishLoads(workspace);
    for (const story of stories) await addAnnotation(workspace, annotationSchema.parse(story));
  } finally {
    await workspace.close();
  }
  rmSync(dir, { recursive: true, force: true });
  renameSync(building, dir);
  return { filled: true, files: loads.length, rows };
}
