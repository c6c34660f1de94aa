/** A UTF-8 text of records, either the file itself or a temporary copy. */
export interface TextSource {
  /** Name of the original, for messages. */
  readonly file: string;
  readonly path: string;
  readonly bytes: number;
  /** null: lines are lines; else rows are counted, and row = record number + shift (sheets 0, JSON -1). */
  readonly rowShift: number | null;
  /** Made by us from records with keys: the first record is the header, and there is nothing around the table. */
  readonly plain: boolean;
  readonly delimiters: readonly string[];
}
