import type { Workspace } from "../../../model/workspace.ts";
import { call, LostServer, send } from "../../api/client.ts";
import { type Job, jobResult } from "../../uploads/uploads-api.ts";

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
  /** Channels of what is loaded were told anew. */
  readonly classified: boolean;
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
  /** `onProgress` is told how much of what is loaded has its channels, where these are told anew. */
  save: async (revision: string, settings: Settings, onProgress: (share: number) => void): Promise<ChangedSettings> => {
    const answer = await send<ChangedSettings | Job<ChangedSettings>>("PUT", "/api/settings", { revision, settings });
    if (!("state" in answer)) return answer;
    onProgress(0);
    const result = await jobResult(answer, ({ done, total }) => onProgress(total > 0 ? done / total : 0));
    if (result === null) throw new LostServer("/api/settings");
    return result;
  },
  preview: (rules: Settings["channel_rules"]) =>
    send<ChannelMoves>("POST", "/api/settings/preview-channels", { channel_rules: rules }),
};
