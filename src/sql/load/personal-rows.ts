import { textList, textLiteral } from "../channel/text-literal.ts";
import { trimmed } from "../row-expression/read-text.ts";
import { emailHash, HASHED, hashedEmail, normalisedCell, type Pseudonyms } from "./personal-cells.ts";
import { firstRecords } from "./stage-rows.ts";

export interface PersonalRowsInput {
  readonly loadNo: number;
  /** The table's stored data rows: `line` and the cells that `person` reads. */
  readonly rows: string;
  /** Line in the original file, over the file's cells. */
  readonly line: string;
  readonly records: number | null;
  /** Cells of the file. */
  readonly emails: readonly string[];
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly pseudonyms: Pseudonyms;
  /** Whether hidden addresses are looked up among those that are kept already. */
  readonly known: boolean;
  /** `system/connection/external_id` over the stored cells; "''" where the layout has no such record. */
  readonly person: string;
}

/**
 * `INSERT INTO personal_data …`: one row for each address in the loaded rows of a table. Name and phone belong to a row's
 * first address. Forgotten people are left out.
 */
export function personalRows(input: PersonalRowsInput, source: string): string {
  const { loadNo, rows, emails, names, phones, pseudonyms } = input;
  const plain = (cell: string): string => {
    const text = trimmed(cell);
    return `if(match(${text}, ${textLiteral(HASHED)}), '', ${text})`;
  };
  const name = `arrayStringConcat(arrayFilter(x -> x != '', [${names.map(plain).join(", ")}]), ' ')`;
  const phone = `arrayFirst(x -> x != '', [${[...phones.map(plain), "''"].join(", ")}])`;
  const persons = emails.map(
    (email, index) =>
      `(${emailHash(hashedEmail(email, pseudonyms))}, ${normalisedCell(email)}, ${index === 0 && names.length > 0 ? name : "''"}, ${index === 0 ? phone : "''"})`,
  );
  const tokens = [...pseudonyms.forgotten.values()];
  const told = `(
  SELECT ${input.line} AS file_line, arrayJoin([${persons.join(", ")}]) AS one
  FROM ${firstRecords(source, input.records)}
)`;
  const forgotten = tokens.length === 0 ? "" : ` AND NOT has(${textList(tokens)}, one.1)`;
  return `INSERT INTO personal_data (email_hash, email, names, phone, persons, load_no)
SELECT
  one.1 AS email_hash,
  any(one.2),
  groupUniqArrayIf(one.3, one.3 != ''),
  max(one.4),
  groupUniqArrayIf(stored.person, stored.person != ''),
  ${loadNo}
FROM ${input.known ? withKnown(told) : told} AS told
INNER JOIN (
  SELECT line, ${input.person} AS person
  FROM ${rows}
) AS stored ON stored.line = told.file_line
WHERE position(one.2, '@') > 0 AND NOT match(one.2, ${textLiteral(HASHED)})${forgotten}
GROUP BY email_hash`;
}

/** `told` with the address itself where the row has its hash only. */
function withKnown(told: string): string {
  return `(
  SELECT file_line, (hash, if(match(shown, ${textLiteral(HASHED)}), address, shown), name, phone) AS one
  FROM (SELECT file_line, one.1 AS hash, one.2 AS shown, one.3 AS name, one.4 AS phone FROM ${told}) AS hidden
  LEFT ANY JOIN (
    SELECT email_hash, any(email) AS address FROM personal_data WHERE email != '' GROUP BY email_hash
  ) AS known ON known.email_hash = hidden.hash
)`;
}
