import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from "yaml";

/** 1-based line of a key in a YAML text; of its nearest parent where it is not there. */
export function lineOfKey(text: string, path: readonly (string | number)[]): number {
  const lines = new LineCounter();
  let node: unknown = parseDocument(text, { lineCounter: lines }).contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (!pair) break;
      if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (node && typeof node === "object" && "range" in node && Array.isArray(node.range))
        offset = Number(node.range[0]);
    } else break;
  }
  return lines.linePos(offset).line;
}
