import stringWidth from "string-width";

/** Words with the blanks before them; a Chinese sign is a word of its own, with quotes before it and stops behind. */
const WORD = /\s*[“（《]*(?:[\u3000-\u9fff\uff00-\uffef]|[^\s“\u3000-\u9fff\uff00-\uffef]+)[，。；：、！？）》”…]*/gu;

/** A text on lines of at most so many columns, broken between words; a longer word stands on a line of its own. */
export function wrapText(text: string, width: number): readonly string[] {
  if (stringWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  for (const [word] of text.matchAll(WORD)) {
    const longer = line === "" ? word.trimStart() : line + word;
    if (line !== "" && stringWidth(longer) > width) {
      lines.push(line);
      line = word.trimStart();
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** How wide the longest word is, which no line can be narrower than. */
export function longestWord(text: string): number {
  return Math.max(0, ...[...text.matchAll(WORD)].map(([word]) => stringWidth(word.trimStart())));
}

/** A paragraph as `wrapText`, its lines after the first set in; ends with a line's end. */
export function paragraph(text: string, width: number, indent = ""): string {
  const [first = "", ...others] = wrapText(text, width - stringWidth(indent));
  return [`${indent}${first}`, ...others.map((line) => `${indent}  ${line}`)].map((line) => `${line}\n`).join("");
}
