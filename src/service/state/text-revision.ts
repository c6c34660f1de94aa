import { createHash } from "node:crypto";

/** The revision of a file: SHA-256 of its bytes. */
export function textRevision(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
