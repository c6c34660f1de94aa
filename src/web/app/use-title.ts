import { useEffect } from "react";
import { useWorkspace } from "./workspace-context.ts";

/** Names the browser's tab. */
export function useTitle(title: string): void {
  const { name } = useWorkspace();
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
}
