import { type Kysely, sql } from "kysely";
import type { HandedLeadTable, Tables } from "./tables.ts";

/** A lead as it is handed out: where it goes and by which rule. */
export interface Handout {
  /** Names the lead in the warehouse; handed out once. */
  readonly lead: string;
  /** Names the person; handed out once, whichever lead it came as. */
  readonly person: string;
  readonly list: string;
  readonly rule: string;
}

export interface HandedLead extends Handout {
  /** All that was handed out at once. */
  readonly batch: string;
  /** ISO time in UTC. */
  readonly at: string;
}

export interface HandoutBatch {
  readonly batch: string;
  readonly at: string;
  /** Leads by list. */
  readonly lists: Readonly<Record<string, number>>;
}

/** Who was handed out: a lead, and a person, enters once and for good. */
export interface HandoutLedger {
  /** Which of these leads or persons were handed out before. */
  readonly known: () => Promise<{
    readonly leads: ReadonlyMap<string, string>;
    readonly persons: ReadonlyMap<string, string>;
  }>;
  /** Writes the leads down under one batch; answers with those that nobody handed out in the meantime. */
  readonly hand: (batch: string, leads: readonly Handout[]) => Promise<HandedLead[]>;
  /** The newest first. */
  readonly batches: () => Promise<HandoutBatch[]>;
  readonly ofBatch: (batch: string) => Promise<HandedLead[]>;
  /** Puts a token in the place of a hash in the names of leads and persons, as when a person is erased. */
  readonly rename: (hash: string, token: string) => Promise<void>;
}

const AT_ONCE = 500;

/** The ledger of hand-outs over the workspace's state. */
export function handoutLedger(db: Kysely<Tables>, now: () => Date): HandoutLedger {
  const read = ({ handed_at, ...row }: HandedLeadTable): HandedLead => ({ ...row, at: handed_at });
  return {
    async known() {
      const rows = await db.selectFrom("handed_lead").select(["lead", "person", "batch"]).execute();
      return {
        leads: new Map(rows.map(({ lead, batch }) => [lead, batch])),
        persons: new Map(rows.map(({ person, batch }) => [person, batch])),
      };
    },
    async hand(batch, leads) {
      const handed_at = now().toISOString();
      return db.transaction().execute(async (transaction) => {
        const handed: HandedLead[] = [];
        for (let start = 0; start < leads.length; start += AT_ONCE) {
          const rows = leads.slice(start, start + AT_ONCE).map((lead) => ({ ...lead, batch, handed_at }));
          const written = await transaction
            .insertInto("handed_lead")
            .values(rows)
            .onConflict((conflict) => conflict.doNothing())
            .returningAll()
            .execute();
          handed.push(...written.map(read));
        }
        return handed;
      });
    },
    async batches() {
      const rows = await db
        .selectFrom("handed_lead")
        .select([
          "batch",
          "list",
          ({ fn }) => fn.min("handed_at").as("at"),
          ({ fn }) => fn.countAll<number>().as("leads"),
        ])
        .groupBy(["batch", "list"])
        .orderBy("list")
        .execute();
      const batches = Map.groupBy(rows, ({ batch }) => batch);
      return [...batches]
        .map(([batch, lists]) => ({
          batch,
          at: lists[0]?.at ?? "",
          lists: Object.fromEntries(lists.map(({ list, leads }) => [list, Number(leads)])),
        }))
        .sort((a, b) => (a.at < b.at ? 1 : -1));
    },
    async ofBatch(batch) {
      const rows = await db.selectFrom("handed_lead").selectAll().where("batch", "=", batch).orderBy("lead").execute();
      return rows.map(read);
    },
    async rename(hash, token) {
      const renamed = (column: "lead" | "person") => sql<string>`replace(${sql.ref(column)}, ${hash}, ${token})`;
      await db
        .updateTable("handed_lead")
        .set({ lead: renamed("lead"), person: renamed("person") })
        .where(sql<boolean>`instr(lead, ${hash}) > 0 or instr(person, ${hash}) > 0`)
        .execute();
    },
  };
}
