import type { Workspace } from "../../../model/workspace.ts";
import { call, send } from "../../api/client.ts";

/** What a team sets; where the warehouse is stands in the file alone. */
export type Settings = Omit<Workspace, "warehouse">;

export interface ListedSettings {
  readonly revision: string;
  readonly settings: Settings;
  /** false: the file was changed outside, and the server still goes by the earlier one. */
  readonly applied: boolean;
}

export interface ChangedSettings extends ListedSettings {
  readonly rebuilt: boolean;
  readonly load_again: readonly { readonly load_id: string; readonly file: string }[];
}

export interface ChannelMoves {
  readonly facts: readonly {
    readonly fact: string;
    readonly rows: number;
    readonly moved: number;
    readonly moves: readonly {
      readonly from: string;
      readonly to: string;
      readonly rows: number;
      readonly sessions: number | null;
    }[];
  }[];
  readonly unknown_loads: readonly string[];
}

export const settingsApi = {
  read: () => call<ListedSettings>("/api/settings"),
  save: (revision: string, settings: Settings) => send<ChangedSettings>("PUT", "/api/settings", { revision, settings }),
  preview: (rules: Settings["channel_rules"]) =>
    send<ChannelMoves>("POST", "/api/settings/preview-channels", { channel_rules: rules }),
};
