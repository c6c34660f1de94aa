import { basename } from "node:path";

/** What file systems take as one name, in bytes; some room is left for what is put behind it. */
const LONGEST = 200;

/** A file name without folders and control characters, short enough for every file system. */
export function safeName(name: string): string {
  const last = basename(name.replaceAll("\\", "/"));
  const signs = [...last].filter((sign) => sign >= " " && sign !== "\u007f" && !'<>:"|?*'.includes(sign));
  while (Buffer.byteLength(signs.join("")) > LONGEST) signs.shift();
  const plain = signs.join("");
  return plain === "" || plain.startsWith(".") ? `upload${plain}` : plain;
}
