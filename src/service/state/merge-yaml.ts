import { isDeepStrictEqual } from "node:util";
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parse,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";

type Fields = Readonly<Record<string, unknown>>;

/**
 * A YAML text changed so that it says `wanted`: what stays equal keeps its order and comments, what is new comes after it.
 * null where the text is written in a way that cannot be changed piece by piece (anchors and merge keys).
 */
export function mergeYaml(text: string, wanted: Fields): string | null {
  const document = parseDocument(text, { merge: true });
  try {
    document.contents = merge(document, document.contents, wanted) as typeof document.contents;
    const merged = document.toString({ lineWidth: 0, flowCollectionPadding: !/[[{][^\s\]}]/.test(text) });
    return isDeepStrictEqual(parse(merged, { merge: true }) ?? {}, wanted) ? merged : null;
  } catch {
    return null;
  }
}

function merge(document: Document, node: unknown, wanted: unknown): Node {
  if (isNode(node) && isDeepStrictEqual(node.toJS(document), wanted)) return node;
  if (isMap(node) && isFields(wanted)) return mergeFields(document, node, wanted);
  if (isSeq(node) && Array.isArray(wanted)) return mergeList(document, node, wanted);
  if (isScalar(node) && !isFields(wanted) && !Array.isArray(wanted)) {
    node.value = wanted;
    return node;
  }
  const made = document.createNode(wanted);
  if (isNode(node)) Object.assign(made, { commentBefore: node.commentBefore, spaceBefore: node.spaceBefore });
  return made;
}

function mergeFields(document: Document, map: YAMLMap, wanted: Fields): YAMLMap {
  if (map.items.length === 0) map.flow = false;
  map.items = map.items.filter((pair) => !isScalar(pair.key) || String(pair.key.value) in wanted);
  for (const [key, value] of Object.entries(wanted)) {
    const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    if (pair) pair.value = merge(document, pair.value, value);
    else map.items.push(document.createPair(key, value));
  }
  return map;
}

/** Equal entries take their lines and comments along, those of the same id are changed, the others made anew. */
function mergeList(document: Document, list: YAMLSeq, wanted: readonly unknown[]): YAMLSeq {
  if (list.items.length === 0) list.flow = false;
  const [first] = list.items;
  // The parser gives the first entry's comment to the list; it has to go where the entry goes.
  if (isNode(first) && list.commentBefore) {
    first.commentBefore = list.commentBefore;
    list.commentBefore = null;
  }
  const left = list.items.map((node) => ({ node, value: isNode(node) ? node.toJS(document) : node }));
  const take = (fits: (one: { node: unknown; value: unknown }) => boolean): unknown => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0]?.node;
  };
  const equal = wanted.map((value) => take((one) => isDeepStrictEqual(one.value, value)));
  list.items = wanted.map((value, place) => {
    const node = equal[place] ?? take((one) => identity(one.value) !== null && identity(one.value) === identity(value));
    return node === undefined ? document.createNode(value) : merge(document, node, value);
  });
  return list;
}

/** By what people tell entries apart. */
function identity(value: unknown): string | null {
  if (!isFields(value)) return null;
  const name = value.id ?? value.channel ?? null;
  return typeof name === "string" ? name : null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
