/** About how wide a sign is, in parts of the font's size. */
const signWidth = (sign: string): number =>
  sign > "⺀" ? 1 : /[mwMW%]/.test(sign) ? 0.85 : /[ilj.,' ()]/.test(sign) ? 0.32 : 0.57;
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + signWidth(sign), 0);

/** A text in at most `lines` lines of a width in pixels; what does not fit ends in “…”. */
export function wrapText(text: string, width: number, fontSize: number, lines = 2): string[] {
  const most = width / fontSize;
  const words = text.match(/[\u2e80-\uffef][）】》。，、：；]*\s*|[^\s\u2e80-\uffef]+\s*/g) ?? [];
  const done: string[] = [];
  let line = "";
  for (const word of words) {
    if (line === "" || widthOf(line + word.trimEnd()) <= most) line += word;
    else {
      done.push(line.trimEnd());
      line = word;
    }
  }
  if (line) done.push(line.trimEnd());
  const kept = done.slice(0, lines);
  const last = kept.at(-1);
  const tooWide = last !== undefined && widthOf(last) > most;
  if (last === undefined || (done.length <= lines && !tooWide)) return kept;
  let short = last;
  while (short.length > 1 && widthOf(`${short}…`) > most) short = short.slice(0, -1);
  return [...kept.slice(0, -1), `${short.trimEnd()}…`];
}
