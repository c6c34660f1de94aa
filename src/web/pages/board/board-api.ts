import { type Bilingual, type BoardInfo, call, send } from "../../api/client.ts";

/** A board with its revision; null where it is read-only. */
export interface KeptBoard extends BoardInfo {
  readonly origin: "built-in" | "settings" | "own";
  readonly revision: number | null;
  /** KPIs that the catalogue has no longer. */
  readonly unknown_kpis: readonly string[];
}

export interface BoardInput {
  readonly name: Bilingual;
  readonly groups: readonly { readonly name: Bilingual; readonly kpis: readonly string[] }[];
}

const one = (id: string) => `/api/boards/${encodeURIComponent(id)}`;

export const boardApi = {
  board: (id: string) => call<KeptBoard>(one(id)),
  add: (board: BoardInput) => send<KeptBoard>("POST", "/api/boards", board),
  change: (id: string, revision: number, board: BoardInput) => send<KeptBoard>("PUT", one(id), { revision, board }),
  remove: (id: string, revision: number) => call<KeptBoard>(`${one(id)}?revision=${revision}`, { method: "DELETE" }),
};
