const AROUND = /^(["'“”‘’]+)([^"'“”‘’]*)\1?["'“”‘’]*$/;

/** A title as it is compared: case, outer blanks and quotes, byte order marks, no-break and full-width forms do not matter. */
export function normaliseTitle(title: string): string {
  const plain = title
    .normalize("NFKC")
    .replace(/[\u200B\u2060\uFEFF]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return (AROUND.exec(plain)?.[2] ?? plain).trim().toLowerCase();
}

/** A title in words, where databases write `close_value`. */
export function spacedTitle(title: string): string {
  return title.replaceAll(/_+/g, " ").trim();
}
