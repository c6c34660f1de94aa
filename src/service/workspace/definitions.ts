import { type LoadedPresets, loadPresets } from "../../ingest/presets/load-presets.ts";
import type { LeadlineError } from "../../language/leadline-error.ts";
import type { Workspace } from "../../model/workspace.ts";
import { type Catalogue, loadCatalogue } from "../catalogue/load-catalogue.ts";
import { PRODUCT_ROOT } from "./product-root.ts";
import { readSettings } from "./read-settings.ts";

/** What the files of a workspace and of the product say. */
export interface Definitions {
  readonly settings: Workspace;
  readonly catalogue: Catalogue;
  readonly presets: LoadedPresets;
  /** Wrong files of the workspace: the rest works without them. */
  readonly problems: readonly LeadlineError[];
}

/** Reads settings, KPIs, boards and presets of a workspace; throws what `readSettings` throws. */
export function readDefinitions(dir: string): Definitions {
  const settings = readSettings(dir);
  const catalogue = loadCatalogue({ productDir: PRODUCT_ROOT, workspaceDir: dir, boards: settings.boards });
  let presets: LoadedPresets | undefined;
  return {
    settings,
    catalogue,
    // Most questions need none of the product's many.
    get presets() {
      presets ??= loadPresets(PRODUCT_ROOT, dir);
      return presets;
    },
    problems: [...catalogue.problems, ...loadPresets(dir).problems],
  };
}
