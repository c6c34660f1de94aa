import { randomBytes } from "node:crypto";

/** An id from a name, `weekly_review_7f3a9c`: never used before, so that a link never leads to something else. */
export function newId(name: string, fallback: string): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, 40)
    .replace(/_+$/, "");
  return `${words === "" ? fallback : words}_${randomBytes(3).toString("hex")}`;
}
