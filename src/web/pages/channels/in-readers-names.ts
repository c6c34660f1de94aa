/**
 * A sentence with its channels under the names that the page gives them: the longest first, so that Direct does not stand
 * for Direct Mail, and without the blanks that Latin names keep from Chinese words.
 */
export function inReadersNames(
  sentence: string,
  channels: readonly string[],
  name: (channel: string) => string,
): string {
  const known = channels.filter((one) => one !== "").toSorted((a, b) => b.length - a.length);
  if (known.length === 0) return sentence;
  const any = new RegExp(known.map((one) => one.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "g");
  const told = sentence.replace(any, (one) => name(one));
  return told === sentence ? sentence : told.replace(/(?<=[\p{Script=Han}，。：；]) +(?=\p{Script=Han})/gu, "");
}
