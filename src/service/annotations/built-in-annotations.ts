import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BuiltInAnnotation, builtInAnnotationsSchema } from "../../model/annotations.ts";
import { parseYaml } from "../../model/parse-yaml.ts";
import { PRODUCT_ROOT } from "../workspace/product-root.ts";

const FILE = "catalogue/annotations.yaml";
let known: readonly BuiltInAnnotation[] | undefined;

/** The annotations that come with the product: known breaks of common instruments. */
export function builtInAnnotations(): readonly BuiltInAnnotation[] {
  if (known !== undefined) return known;
  const read = parseYaml(readFileSync(join(PRODUCT_ROOT, FILE), "utf8"), builtInAnnotationsSchema, "annotation", FILE);
  if (!read.ok) throw read.problems[0];
  known = read.value;
  return known;
}
