import { LeadlineError } from "../../language/leadline-error.ts";
import type { Annotation } from "../../model/annotations.ts";
import { changed } from "../state/changed.ts";
import { refuseUnknownKpis } from "../state/known-kpis.ts";
import { newId } from "../state/new-id.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { builtInAnnotations } from "./built-in-annotations.ts";
import { type ListedAnnotation, ownAnnotation } from "./list-annotations.ts";

/** Notes something on the time axis; throws `annotation.unknown_kpi`. */
export async function addAnnotation(workspace: OpenWorkspace, annotation: Annotation): Promise<ListedAnnotation> {
  refuseUnknownKpis("annotation", workspace.catalogue, annotation.scope.kpis);
  const { annotations } = await workspace.store();
  return ownAnnotation(await annotations.add(newId(annotation.kind, "note"), annotation));
}

/** Replaces an annotation; throws `state.changed`, `annotation.unknown`, `annotation.read_only`, `annotation.unknown_kpi`. */
export async function changeAnnotation(
  workspace: OpenWorkspace,
  id: string,
  revision: number,
  annotation: Annotation,
): Promise<ListedAnnotation> {
  refuseBuiltIn(id);
  refuseUnknownKpis("annotation", workspace.catalogue, annotation.scope.kpis);
  const { annotations } = await workspace.store();
  return changed(await annotations.change(id, revision, annotation), "annotation", id, (kept) => ownAnnotation(kept));
}

/** Removes an annotation and answers with what it was; throws `state.changed`, `annotation.unknown`, `annotation.read_only`. */
export async function removeAnnotation(
  workspace: OpenWorkspace,
  id: string,
  revision: number,
): Promise<ListedAnnotation> {
  refuseBuiltIn(id);
  const { annotations } = await workspace.store();
  return changed(await annotations.remove(id, revision), "annotation", id, (kept) => ownAnnotation(kept));
}

function refuseBuiltIn(id: string): void {
  if (!builtInAnnotations().some((one) => one.id === id)) return;
  throw new LeadlineError(
    "annotation.read_only",
    `The annotation ${id} comes with Leadline and is not changed here.`,
    "Add one of your own; lists can leave the built-in ones out.",
    { key: id },
  );
}
