import type { Settings } from "./settings-api.ts";

/** A part of the settings: as saved, as changed, and the way to change it. */
export interface PartProps {
  readonly saved: Settings;
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>) => void;
}
