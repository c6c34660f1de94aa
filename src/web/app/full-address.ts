import type { WorkspaceInfo } from "../api/client.ts";
import { defaultPeriod } from "./default-period.ts";

/** The address with period and language spelled out, so that it shows everyone the same on every day. */
export function fullAddress(
  address: URL,
  { today, covered }: Pick<WorkspaceInfo, "today" | "covered">,
  language: "en" | "zh",
): string {
  const full = new URL(address);
  if (!full.searchParams.has("period")) full.searchParams.set("period", defaultPeriod(today, covered));
  full.searchParams.set("lang", language);
  return full.href;
}
