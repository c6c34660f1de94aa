import type { Layout } from "../../model/preset.ts";
import type { HeadRecord } from "./find-header.ts";
import { titleKey } from "./title-key.ts";

/** What a layout reads from above its table, as `header.<name>`; what does not stand there is left out. */
export function readContext(
  { context }: Pick<Layout, "context">,
  records: readonly HeadRecord[],
  headerNumber: number,
): Readonly<Record<string, string>> {
  const known = new Set(Object.values(context).flat().map(titleKey));
  const above = records.filter(({ number }) => number < headerNumber);
  return Object.fromEntries(
    Object.entries(context).flatMap(([name, titles]) => {
      const value = findValue(above, new Set(titles.map(titleKey)), known);
      return value === null ? [] : [[`header.${name}`, value]];
    }),
  );
}

/** Beside its title where these are the only two cells of the line, and the other is no title itself; else below it. */
function findValue(
  above: readonly HeadRecord[],
  titles: ReadonlySet<string>,
  known: ReadonlySet<string>,
): string | null {
  for (const [index, { cells, filled }] of above.entries()) {
    const at = cells.findIndex((cell) => titles.has(titleKey(cell)));
    if (at < 0) continue;
    const isBeside = filled === 2 && at === 0 && !known.has(titleKey(cells[1] ?? ""));
    const value = isBeside ? cells[1] : above[index + 1]?.cells[at];
    if (value !== undefined && value.trim() !== "") return value.trim();
  }
  return null;
}
