import type { Receipt } from "../../../model/answer.ts";

/** A source behind a number: its first and last day over all files, and when the newest of them was loaded. */
export interface SourceBehind {
  readonly connection: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly files: number;
  /** ISO instant. */
  readonly loadedAt: string;
}

type Load = Pick<Receipt["loads"][number], "connection" | "from" | "to" | "committed_at">;

/** The loads of a receipt by connection, those with most files first. */
export function sourcesOf(loads: readonly Load[]): SourceBehind[] {
  return [...Map.groupBy(loads, ({ connection }) => connection)]
    .map(([connection, own]) => {
      const days = (side: "from" | "to") => own.flatMap((load) => load[side] ?? []).sort();
      return {
        connection,
        from: days("from")[0] ?? null,
        to: days("to").at(-1) ?? null,
        files: own.length,
        loadedAt:
          own
            .map((load) => load.committed_at)
            .sort()
            .at(-1) ?? "",
      };
    })
    .toSorted((a, b) => b.files - a.files || a.connection.localeCompare(b.connection));
}
