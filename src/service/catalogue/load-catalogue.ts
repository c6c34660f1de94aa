import { existsSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { LeadlineError } from "../../language/leadline-error.ts";
import type { Workspace } from "../../model/workspace.ts";
import type { Catalogue, CatalogueEntry } from "./catalogue.ts";
import { type Collected, collectFiles } from "./collect-files.ts";
import { definitionHash } from "./definition-hash.ts";
import { type KpiFile, type KpiFileRead, readKpiFile, yamlFiles } from "./kpi-file.ts";
import { loadBoards } from "./load-boards.ts";
import { resolveFormulas } from "./resolve-formulas.ts";

export type { Catalogue } from "./catalogue.ts";

export interface CatalogueSource {
  /** The product's own folder, in which `catalogue/` stands. */
  readonly productDir: string;
  /** A workspace, whose `kpis/` adds and overrides. */
  readonly workspaceDir?: string;
  /** The workspace's own boards. */
  readonly boards?: Workspace["boards"];
}

/**
 * Every KPI and board of the product and of a workspace. Nothing is thrown for a wrong file: it is refused with file, line,
 * column and remedy in `problems`, an override falls back to the built-in definition, and the rest works.
 */
export function loadCatalogue({ productDir, workspaceDir, boards = {} }: CatalogueSource): Catalogue {
  const folder = join(productDir, "catalogue");
  const boardsDir = join(folder, "boards");
  const other = [boardsDir + sep, join(folder, "annotations.yaml")];
  const paths = yamlFiles(folder).filter((path) => !other.some((start) => path.startsWith(start)));
  const reads = paths.map((path) => readKpiFile(path, productDir, "built-in"));
  if (workspaceDir !== undefined && existsSync(join(workspaceDir, "kpis")))
    for (const path of yamlFiles(join(workspaceDir, "kpis"))) reads.push(readKpiFile(path, workspaceDir, "workspace"));

  const collected = collectFiles(reads.flatMap(({ read }) => (read === null ? [] : [read])));
  const { kpis, problems } = resolveWithFallback(collected, unreadable(reads));
  const loaded = loadBoards(boardsDir, productDir, boards, kpis);
  return {
    kpis,
    boards: loaded.boards,
    problems: [...reads.flatMap((read) => read.problems), ...collected.problems, ...problems, ...loaded.problems],
  };
}

/** Files that cannot be read, by the id that their name tells. */
function unreadable(reads: readonly KpiFileRead[]): ReadonlyMap<string, string> {
  return new Map(
    reads.filter(({ read }) => read === null).map(({ file }) => [basename(file).replace(/\.ya?ml$/, ""), file]),
  );
}

/** Overrides that do not work give way to the built-in definitions, until what is left stands. */
function resolveWithFallback(
  { chosen, overridden }: Collected,
  unread: ReadonlyMap<string, string>,
): Pick<Catalogue, "kpis" | "problems"> {
  const files = new Map(chosen);
  const fallen: LeadlineError[] = [];
  for (;;) {
    const { trees, refused } = resolveFormulas(files, unread);
    const giving = [...refused].flatMap(([id, error]) => {
      const original = overridden.get(id);
      return original === undefined || files.get(id) === original ? [] : [{ id, error, original }];
    });
    if (giving.length === 0) return { kpis: entries(files, trees), problems: [...fallen, ...refused.values()] };
    for (const { id, error, original } of giving) {
      files.set(id, original);
      fallen.push(staysBuiltIn(error));
    }
  }
}

function staysBuiltIn({ code, message, remedy, place }: LeadlineError): LeadlineError {
  return new LeadlineError(code, `${message} The built-in definition stays in use.`, remedy, place);
}

function entries(
  files: ReadonlyMap<string, KpiFile>,
  trees: ReturnType<typeof resolveFormulas>["trees"],
): ReadonlyMap<string, CatalogueEntry> {
  const found: [string, CatalogueEntry][] = [];
  for (const [id, { kpi, origin, file }] of files) {
    const tree = trees.get(id);
    if (tree !== undefined) found.push([id, { kpi, tree, hash: definitionHash(kpi), origin, file }]);
  }
  return new Map(found);
}
