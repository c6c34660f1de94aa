/** The columns that everything people make has. Times are ISO text in UTC, JSON is text, so that PostgreSQL holds the same. */
export interface KeptTable {
  readonly id: string;
  readonly content: string;
  readonly revision: number;
  readonly created_at: string;
  readonly changed_at: string;
}

/** A lead that was handed out. */
export interface HandedLeadTable {
  readonly lead: string;
  readonly person: string;
  readonly list: string;
  readonly rule: string;
  readonly batch: string;
  readonly handed_at: string;
}

/** A person (keyed hash) or a mail domain on an uploaded suppression list. */
export interface SuppressionEntryTable {
  readonly list: string;
  readonly kind: "person" | "domain";
  readonly match: string;
  readonly added_at: string;
}

/** Those whose rows are a thing that people made. */
export type KeptTables = "board" | "saved_view" | "annotation";

/** Tables of the workspace's own state, as the newest migration leaves them. */
export interface Tables {
  readonly board: KeptTable;
  readonly saved_view: KeptTable;
  readonly annotation: KeptTable;
  readonly handed_lead: HandedLeadTable;
  readonly suppression_entry: SuppressionEntryTable;
}
