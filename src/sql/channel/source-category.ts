import { HOST_CATEGORIES, HOSTS, type HostCategory } from "../../model/host-categories.ts";
import { textList } from "./text-literal.ts";

/** The number that `sourceCategory` gives for a category; 0 = unknown. */
export const CATEGORY_NUMBER = Object.fromEntries(HOST_CATEGORIES.map((name, index) => [name, index + 1])) as Readonly<
  Record<HostCategory, number>
>;

/** Parent domains tried above a host: a.b.c.google.co.uk needs three. */
const PARENTS = 4;

/**
 * ClickHouse expression for the category number of a source (lower case, a host or a bare name). The longest known
 * domain decides, label by label, so that `t.co` never speaks for microsoft.com.
 */
export function sourceCategory(source: string): string {
  const hosts = textList(HOSTS.map(([host]) => host));
  const numbers = `[${HOSTS.map(([, category]) => CATEGORY_NUMBER[category]).join(", ")}]`;
  const candidates = Array.from({ length: PARENTS + 1 }, (_, level) => domainAbove(source, level));
  return `arrayFirst(known -> known > 0, arrayMap(host -> transform(host, ${hosts}, ${numbers}, 0), [${candidates.join(", ")}]))`;
}

/** The parent domain so many labels up, never less than two labels: notion.so must not become the bare name `so`. */
function domainAbove(host: string, levels: number): string {
  return levels === 0 ? host : `replaceRegexpOne(${host}, '^(?:[^.]+\\\\.){${levels}}([^.]+\\\\..+)$', '\\\\1')`;
}
