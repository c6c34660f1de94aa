import { createHmac } from "node:crypto";

/** Blanks of every script, the byte order mark and the zero-width space; the engine's side trims the same. */
const OUTER_BLANKS = /^[\s\p{Z}\u{FEFF}\u{200B}]+|[\s\p{Z}\u{FEFF}\u{200B}]+$/gu;

/** Addresses, names and phone numbers are compared trimmed and in lower case. */
export function normalised(text: string): string {
  return text.replace(OUTER_BLANKS, "").toLowerCase();
}

/** Hex of the HMAC-SHA-256 of the normalised text: what facts and raw rows hold in place of an address. */
export function keyedHash(key: string, text: string): string {
  return createHmac("sha256", key).update(normalised(text)).digest("hex");
}
