import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { ZodType, z } from "zod";
import { LeadlineError } from "../language/leadline-error.ts";

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly LeadlineError[] };

/** What each file last said, by schema and file. */
const read = new WeakMap<ZodType, Map<string, { readonly text: string; readonly parsed: Parsed<unknown> }>>();

/**
 * Reads a YAML text by a schema; a file whose text is as it was is not read anew, so nobody may change what this returns.
 * Every problem carries the file, its line and column, and the key; `kind` names the kind of file (`kpi` gives `kpi.syntax`
 * and `kpi.invalid`).
 */
export function parseYaml<Schema extends ZodType>(
  text: string,
  schema: Schema,
  kind: string,
  file: string,
): Parsed<z.output<Schema>> {
  const files = read.get(schema) ?? new Map();
  read.set(schema, files);
  const known = files.get(file);
  if (known?.text === text) return known.parsed;
  const parsed = parsedYaml(text, schema, kind, file);
  files.set(file, { text, parsed });
  return parsed;
}

function parsedYaml<Schema extends ZodType>(
  text: string,
  schema: Schema,
  kind: string,
  file: string,
): Parsed<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return new LeadlineError(`${kind}.syntax`, error.message, "Mend the YAML at this place.", {
        file,
        line,
        column: col,
      });
    });
    return { ok: false, problems };
  }
  keepLongNumbers(document);
  const checked = schema.safeParse(document.toJS() ?? {});
  if (checked.success) return { ok: true, value: checked.data };
  const problems = checked.error.issues.map((issue) => {
    const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
    const offset = offsetOf(document.contents, path);
    const { line, col } = lines.linePos(offset);
    const key = path.map(String).join(".");
    const told = issue.code === "custom" ? issue.params?.remedy : undefined;
    const remedy = typeof told === "string" ? told : "Correct this key.";
    return new LeadlineError(`${kind}.invalid`, `${key || "The file"}: ${issue.message}`, remedy, {
      file,
      line,
      column: col,
      key,
    });
  });
  return { ok: false, problems };
}

/** Ids of platforms have more digits than a number holds: they stay the text that they are. */
function keepLongNumbers(document: Document): void {
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === "number" && !Number.isSafeInteger(node.value) && /^\d+$/.test(node.source ?? ""))
        node.value = node.source;
    },
  });
}

/** Offset of the deepest node that exists along the path. */
function offsetOf(node: unknown, path: readonly PropertyKey[]): number {
  let here = node;
  let offset = 0;
  for (const step of path) {
    if (isAlias(here)) break;
    if (isMap(here)) {
      const pair = here.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) break;
      if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
      here = pair.value;
    } else if (isSeq(here) && typeof step === "number") {
      here = here.items[step];
      if (here && typeof here === "object" && "range" in here && Array.isArray(here.range))
        offset = Number(here.range[0]);
    } else break;
  }
  return offset;
}
