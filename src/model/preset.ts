import { z } from "zod";

const bilingual = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
const regexText = z.string().min(1);
/** A row expression of `src/language` over `[field]` names. */
const expression = z.string().min(1);

/** One column of the export: the titles it is known by in any language (case, outer blanks and quotes do not matter). */
const column = z.union([
  z.array(z.string().min(1)).min(1),
  z.strictObject({
    titles: z.array(z.string().min(1)).default([]),
    /** For titles that carry a value: `^Amount spent \((?<currency>[A-Z]{3})\)$`; groups become `header.currency`. */
    pattern: regexText.optional(),
    /** E-mail, name or phone: kept in the personal-data table only; facts and raw rows hold a keyed hash. */
    personal: z.enum(["email", "name", "phone"]).optional(),
    example: z.string().optional(),
  }),
]);

const lookup = z.union([
  z.strictObject({ map: z.record(z.string(), z.string()) }),
  /** A CSV beside the preset or, when the preset is used on a folder of exports, beside the loaded file. */
  z.strictObject({ file: z.string(), key: z.string() }),
]);

const factMapping = z.strictObject({
  fact: z.string(),
  /** Rows for which this holds give the fact; without it every data row does. */
  when: expression.optional(),
  /**
   * A field whose pattern matches several columns (`Date entered "Proposal"`, `Date entered "Won"`): the mapping holds
   * once for each of them, with `[field]` its cell and `header("group")` what its title captured.
   */
  each: z.string().optional(),
  /** Fact column -> row expression. `attributes.<name>` fills the free attributes. */
  set: z.record(z.string(), expression),
  /** A fact column: rows with the same value in it give the fact once, from the first of them (session rows repeated per hit). */
  once_per: z.string().optional(),
  /** Dimensions whose values tell the export's filter scope (a file of one campaign only replaces that campaign). */
  scope: z.array(z.string()).default([]),
});

const layout = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  name: bilingual.optional(),
  /** Streams of a tap that this layout reads: properties are columns, those of nested objects with dots. `*`: any, asked for by name. */
  streams: z.array(z.string().min(1)).optional(),
  columns: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), column),
  /** Fields that must be there for the layout to be recognised; the layout with most matched columns wins. */
  required: z.array(z.string()).min(1),
  /** Fields that must not be there. */
  without: z.array(z.string()).default([]),
  /** Text that must stand in the preamble. */
  preamble: regexText.optional(),
  /** The section of a multi-table file that this layout reads, by the line above its header. */
  section: regexText.optional(),
  /**
   * `flat`; `section_rows`: a row with only its first cell filled names a group, read as `[section_row]`; `key_value`: the
   * file is one record, each line a title and its value.
   */
  shape: z.enum(["flat", "section_rows", "key_value"]).default("flat"),
  /**
   * Values above the table, read as `header("name")`, by the titles they stand beside (`Topic:, Launch`) or below (another
   * table's header and its first row).
   */
  context: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), z.array(z.string().min(1)).min(1)).default({}),
  dates: z.enum(["auto", "dmy", "mdy", "ymd"]).default("auto"),
  numbers: z.enum(["auto", "point", "comma"]).default("auto"),
  /** Zone of the file's times: `workspace`, or a fixed zone such as UTC. */
  timezone: z.string().default("workspace"),
  null_tokens: z.array(z.string()).default([]),
  /** A row for which this holds is a total: checked against the sum of its columns, never loaded. */
  totals: expression.optional(),
  totals_check: z.array(z.string()).default([]),
  /** A row for which this holds is skipped, with the reason. */
  skip: z.array(z.strictObject({ when: expression, reason: z.string() })).default([]),
  /** A row for which this holds tells that its system deleted the record: it counts no more. */
  deleted: expression.optional(),
  /** A row for which this holds is quarantined, with the reason. */
  reject: z.array(z.strictObject({ when: expression, reason: z.string() })).default([]),
  /** Notices about suspicious content, with counts: `when` per row. */
  notice: z.array(z.strictObject({ when: expression, text: bilingual })).default([]),
  /**
   * Each export holds all records of its days, from the period it names, else from its first row's day to its last: what a
   * later export of these days no longer brings is gone, also on days on which it brings nothing of the kind.
   */
  complete: z.boolean().optional(),
  /**
   * Fields that together say what a run of a tap brings whole, such as the day and the account: what an earlier run brought
   * for them is gone. Without it records go by their key alone.
   */
  run_replaces: z.array(z.string()).default([]),
  facts: z.array(factMapping).min(1),
});

export const presetSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  system: z.string().regex(/^[a-z][a-z0-9_]*$/),
  version: z.number().int().positive(),
  name: bilingual,
  /** A official documentation or a real file; B headers in public importers; C schema only; D not evidenced. */
  evidence: z.enum(["A", "B", "C", "D"]),
  /** Where in the system the export is made. */
  export_guide: bilingual,
  /** Values asked for by `--set key=value` where the file does not say them. */
  settings: z
    .record(
      z.string(),
      z.strictObject({ ask: bilingual, default: z.string().optional(), required: z.boolean().default(false) }),
    )
    .default({}),
  lookups: z.record(z.string(), lookup).default({}),
  /**
   * Words of the tool whose meaning differs from ours, or which it uses for what we call otherwise: shown in the receipt of
   * these KPIs where a load of this preset is in the number.
   */
  dialects: z.array(z.strictObject({ about: z.array(z.string()).min(1), says: bilingual })).default([]),
  layouts: z.array(layout).min(1),
});

export type Preset = z.infer<typeof presetSchema>;
export type Layout = z.infer<typeof layout>;
export type FactMapping = z.infer<typeof factMapping>;
