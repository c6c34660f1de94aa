import { textList, textLiteral } from "../channel/text-literal.ts";
import { trimmed, withoutTokens } from "../row-expression/read-text.ts";

/** The secret and the people who asked to be forgotten, for hashing inside the engine. */
export interface Pseudonyms {
  readonly key: string;
  /** Salted hash of a forgotten address -> the token that stands for it. */
  readonly forgotten: ReadonlyMap<string, string>;
}

/** Mixed into the hashes of the list of forgotten people, so that it cannot be matched with hashes in the facts. */
export const FORGOTTEN_SALT = "forgotten:";

/** A cell that holds a hash already, because rejected rows come back from our own CSV. */
export const HASHED = "^[0-9a-f]{64}(@|$)";

/** Trimmed and in lower case, as `normalised` in `src/ingest/personal/keyed-hash.ts`; "" for words that mean nothing. */
export function normalisedCell(cell: string): string {
  return `lowerUTF8(${withoutTokens(trimmed(cell), [])})`;
}

/** `<hash>@<domain>` for an e-mail address, so that its domain stays known; "" stays "". */
export function hashedEmail(cell: string, { key, forgotten }: Pseudonyms): string {
  const address = normalisedCell(cell);
  const own = hashOf(address, key);
  const salted = hashOf(`concat(${textLiteral(FORGOTTEN_SALT)}, ${address})`, key);
  const hash =
    forgotten.size === 0
      ? own
      : `transform(${salted}, ${textList([...forgotten.keys()])}, ${textList([...forgotten.values()])}, ${own})`;
  const domain = `substring(${address}, position(${address}, '@'))`;
  const hidden = `concat(${hash}, if(position(${address}, '@') > 0, ${domain}, ''))`;
  return `multiIf(${address} = '', '', match(${address}, ${textLiteral(HASHED)}), ${address}, ${hidden})`;
}

/** The hash of a name or phone number; of a forgotten person's, that person's token. */
export function hashedText(cell: string, emailCells: readonly string[], pseudonyms: Pseudonyms): string {
  const text = normalisedCell(cell);
  const own = `multiIf(${text} = '', '', match(${text}, ${textLiteral(HASHED)}), ${text}, ${hashOf(text, pseudonyms.key)})`;
  if (pseudonyms.forgotten.size === 0) return own;
  const tokens = textList([...pseudonyms.forgotten.values()]);
  return emailCells.reduceRight((rest, email) => {
    const token = emailHash(hashedEmail(email, pseudonyms));
    return `if(${text} != '' AND has(${tokens}, ${token}), ${token}, ${rest})`;
  }, own);
}

/** The hash in a stored e-mail cell. */
export function emailHash(stored: string): string {
  return `splitByChar('@', ${stored})[1]`;
}

/** The keyed hash of a text, in hex. */
export function hashOf(text: string, key: string): string {
  return `lower(hex(HMAC('sha256', ${text}, ${textLiteral(key)})))`;
}
