import { pinyin } from "pinyin-pro";

/**
 * How a Chinese text sounds, from each of its syllables on, whole and by first letters: 线索 is
 * ` xiansuo xs suo s`. For those who search without an input method.
 */
export function soundOf(text: string): string {
  const syllables = pinyin(text.toLowerCase(), { toneType: "none", type: "array", v: true, nonZh: "consecutive" }).map(
    (one) => one.replaceAll(/\s/g, ""),
  );
  return syllables
    .flatMap((_, from) => {
      const rest = syllables.slice(from);
      return [rest.join(""), rest.map((one) => (/^[a-z]+$/.test(one) ? one[0] : one)).join("")];
    })
    .map((one) => ` ${one}`)
    .join("");
}
