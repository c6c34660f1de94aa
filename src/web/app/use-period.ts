import { useSearch } from "@tanstack/react-router";
import { defaultPeriod } from "./default-period.ts";
import { useWorkspace } from "./workspace-context.ts";

/** The period of the address, else the one that pages open with. */
export function usePeriod(): string {
  const { period } = useSearch({ strict: false });
  const { today, covered } = useWorkspace();
  return period ?? defaultPeriod(today, covered);
}
