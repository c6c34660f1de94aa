import iconv from "iconv-lite";
import { fileErrors } from "./file-errors.ts";
import type { ByteFacts } from "./identify-bytes.ts";
import { isUtf16 } from "./identify-kind.ts";
import { normaliseTitle } from "./normalise-title.ts";
import type { Encoding } from "./prepared.ts";

/** Names people use for encodings. */
const NAMES: Readonly<Record<string, Encoding>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "utf-8-bom": "utf-8-bom",
  "utf-16": "utf-16le",
  "utf-16le": "utf-16le",
  "utf-16le-bom": "utf-16le-bom",
  "utf-16be": "utf-16be",
  "utf-16be-bom": "utf-16be-bom",
  gb18030: "gb18030",
  gbk: "gb18030",
  gb2312: "gb18030",
  "windows-1252": "windows-1252",
  cp1252: "windows-1252",
  latin1: "windows-1252",
  "iso-8859-1": "windows-1252",
};

/** What `iconv-lite` calls them. */
export const CODECS: Readonly<Record<Encoding, string>> = {
  "utf-8": "utf8",
  "utf-8-bom": "utf8",
  "utf-16le": "utf16le",
  "utf-16le-bom": "utf16le",
  "utf-16be": "utf16be",
  "utf-16be-bom": "utf16be",
  gb18030: "gb18030",
  "windows-1252": "windows-1252",
};

/**
 * BOM, else UTF-16 by its zero bytes, else strict UTF-8, else GB18030 where known Chinese titles appear (or nearly all
 * of the text is common Chinese), else Windows-1252. `declared` is the user's word.
 */
export function chooseEncoding(
  file: string,
  facts: ByteFacts,
  titles: ReadonlySet<string>,
  declared: string | undefined,
): Encoding {
  const { head } = facts;
  const utf8Bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  if (declared !== undefined) {
    const chosen = NAMES[declared.trim().toLowerCase()];
    if (chosen === undefined) throw fileErrors.badSetting("encoding", declared, Object.keys(NAMES));
    if (chosen.startsWith("utf-8")) {
      if (!facts.utf8)
        throw fileErrors.wrongEncoding(file, declared, `the bytes near position ${facts.brokenNear} are not`);
      return utf8Bom ? "utf-8-bom" : "utf-8";
    }
    if (chosen.startsWith("utf-16") && (head[0] === 0xff || head[0] === 0xfe))
      return head[0] === 0xff ? "utf-16le-bom" : "utf-16be-bom";
    return chosen;
  }
  const wide = isUtf16(head);
  if (wide) {
    const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
    return marked ? `utf-16${wide}-bom` : `utf-16${wide}`;
  }
  if (facts.utf8) return utf8Bom ? "utf-8-bom" : "utf-8";
  return isChinese(head, titles) ? "gb18030" : "windows-1252";
}

const HAN = /\p{Script=Han}/u;

function isChinese(head: Buffer, titles: ReadonlySet<string>): boolean {
  const lastLine = head.lastIndexOf(10);
  const whole = lastLine > 0 ? head.subarray(0, lastLine) : head;
  const text = iconv.decode(whole, "gb18030");
  if (text.includes("\uFFFD")) return false;
  const cells = text.split("\n", 60).flatMap((line) => line.split(/[,;\t|]/));
  if (cells.some((cell) => HAN.test(cell) && titles.has(normaliseTitle(cell)))) return true;
  return commonHanShare(whole) > 0.9;
}

/** Share of two-byte characters that lie in the block of common characters of GB 2312 (rows 16 to 55) or its signs. */
function commonHanShare(bytes: Buffer): number {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] as number;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    pairs += 1;
    const sign = lead === 0xa1 || lead === 0xa3;
    if (trail >= 0xa1 && (sign || (lead >= 0xb0 && lead <= 0xd7))) common += 1;
    at += 1;
  }
  return pairs >= 8 ? common / pairs : 0;
}
