import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PRODUCT_ROOT } from "./workspace/product-root.ts";

/** The product's version, from its package. */
export const VERSION: string = JSON.parse(readFileSync(join(PRODUCT_ROOT, "package.json"), "utf8")).version;
