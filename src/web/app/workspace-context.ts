import { createContext, useContext } from "react";
import type { WorkspaceInfo } from "../api/client.ts";

export const WorkspaceContext = createContext<WorkspaceInfo | null>(null);

/** The workspace; only inside the loaded app. */
export function useWorkspace(): WorkspaceInfo {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error("useWorkspace stands outside the app");
  return workspace;
}
