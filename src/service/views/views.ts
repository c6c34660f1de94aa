import type { View } from "../../model/views.ts";
import type { Kept } from "../../store/collection.ts";
import { changed, unknownThing } from "../state/changed.ts";
import { refuseUnknownKpis } from "../state/known-kpis.ts";
import { newId } from "../state/new-id.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

export interface ListedView extends View {
  readonly id: string;
  readonly revision: number;
  readonly created_at: string;
  readonly changed_at: string;
}

/** All saved views, the oldest first. */
export async function listViews(workspace: OpenWorkspace): Promise<ListedView[]> {
  const { views } = await workspace.store();
  return (await views.list()).map(listed);
}

/** One saved view; throws `view.unknown`. */
export async function getView(workspace: OpenWorkspace, id: string): Promise<ListedView> {
  const { views } = await workspace.store();
  const kept = await views.get(id);
  if (kept) return listed(kept);
  throw unknownThing("view", id, "See the saved views under /api/views.");
}

/** Saves a view; throws `view.unknown_kpi`. */
export async function addView(workspace: OpenWorkspace, view: View): Promise<ListedView> {
  refuseUnknownKpis("view", workspace.catalogue, view.query.kpis);
  const { views } = await workspace.store();
  return listed(await views.add(newId(view.name, "view"), view));
}

/** Replaces a view; throws `state.changed`, `view.unknown`, `view.unknown_kpi`. */
export async function changeView(
  workspace: OpenWorkspace,
  id: string,
  revision: number,
  view: View,
): Promise<ListedView> {
  refuseUnknownKpis("view", workspace.catalogue, view.query.kpis);
  const { views } = await workspace.store();
  return changed(await views.change(id, revision, view), "view", id, listed);
}

/** Removes a view and answers with what it was; throws `state.changed`, `view.unknown`. */
export async function removeView(workspace: OpenWorkspace, id: string, revision: number): Promise<ListedView> {
  const { views } = await workspace.store();
  return changed(await views.remove(id, revision), "view", id, listed);
}

function listed({ id, content, revision, createdAt, changedAt }: Kept<View>): ListedView {
  return { id, ...content, revision, created_at: createdAt, changed_at: changedAt };
}
