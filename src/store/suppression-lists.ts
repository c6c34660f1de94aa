import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** `person`: a keyed hash; `domain`: a mail domain as it stands. */
export interface SuppressionEntry {
  readonly kind: "person" | "domain";
  readonly match: string;
}

export interface SuppressionList {
  readonly list: string;
  readonly persons: number;
  readonly domains: number;
  /** ISO time of the newest entry. */
  readonly changedAt: string;
}

/** Lists of people and domains that teams uploaded. */
export interface SuppressionLists {
  readonly lists: () => Promise<SuppressionList[]>;
  /** Answers with how many were new on the list. */
  readonly add: (list: string, entries: readonly SuppressionEntry[]) => Promise<number>;
  /** Answers with how many were taken off. */
  readonly drop: (list: string) => Promise<number>;
  /** The lists on which each of these stands. */
  readonly find: (matches: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;
  /** Takes a person or a domain off all lists. */
  readonly erase: (match: string) => Promise<void>;
}

/** SQLite takes at most 32,766 values in one statement. */
const AT_ONCE = 5000;

/** The uploaded lists over the workspace's state. */
export function suppressionLists(db: Kysely<Tables>, now: () => Date): SuppressionLists {
  return {
    async lists() {
      const rows = await db
        .selectFrom("suppression_entry")
        .select([
          "list",
          "kind",
          ({ fn }) => fn.countAll<number>().as("entries"),
          ({ fn }) => fn.max("added_at").as("newest"),
        ])
        .groupBy(["list", "kind"])
        .orderBy("list")
        .execute();
      return [...Map.groupBy(rows, ({ list }) => list)].map(([list, kinds]) => {
        const of = (kind: string) => Number(kinds.find((one) => one.kind === kind)?.entries ?? 0);
        const changedAt =
          kinds
            .map(({ newest }) => newest)
            .sort()
            .at(-1) ?? "";
        return { list, persons: of("person"), domains: of("domain"), changedAt };
      });
    },
    async add(list, entries) {
      const added_at = now().toISOString();
      return db.transaction().execute(async (transaction) => {
        let added = 0;
        for (let start = 0; start < entries.length; start += AT_ONCE) {
          const rows = entries
            .slice(start, start + AT_ONCE)
            .map(({ kind, match }) => ({ list, kind, match, added_at }));
          const written = await transaction
            .insertInto("suppression_entry")
            .values(rows)
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst();
          added += Number(written.numInsertedOrUpdatedRows ?? 0);
        }
        return added;
      });
    },
    async drop(list) {
      const gone = await db.deleteFrom("suppression_entry").where("list", "=", list).executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
    async find(matches) {
      const found = new Map<string, string[]>();
      for (let start = 0; start < matches.length; start += AT_ONCE) {
        const rows = await db
          .selectFrom("suppression_entry")
          .select(["list", "match"])
          .where("match", "in", matches.slice(start, start + AT_ONCE))
          .orderBy("list")
          .execute();
        for (const { list, match } of rows) found.set(match, [...(found.get(match) ?? []), list]);
      }
      return found;
    },
    async erase(match) {
      await db.deleteFrom("suppression_entry").where("match", "=", match).execute();
    },
  };
}
