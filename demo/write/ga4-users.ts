import { addMonths, compactOf, isoOf } from "../calendar.ts";
import { COMPANY, WEB_SOURCES } from "../company.ts";
import { USERS_MONTH } from "../stories.ts";
import type { Session, World } from "../world.ts";
import { type Cell, encode, type OutFile, record } from "./file.ts";

const GROUPS = [
  {
    title: "Session primary channel group (Default Channel Group)",
    of: ({ from }: Session): string => WEB_SOURCES[from]?.channel ?? "",
  },
  { title: "Country ID", of: ({ country }: Session): string => country },
] as const;

/**
 * Users do not add up over days, so the team exports them month by month: a snapshot with the month's users, those of each
 * channel and those of each country, in one file.
 */
export function writeGa4Users(world: World): OutFile[] {
  const files: OutFile[] = [];
  for (let month = addMonths(world.start, USERS_MONTH); month <= world.last; month = addMonths(month, 1)) {
    const to = Math.min(addMonths(month, 1) - 1, world.last);
    const sessions = world.sessions.filter(({ day, tracked }) => tracked && day >= month && day <= to);
    const users = (some: readonly Session[]): number => new Set(some.map(({ visitor }) => visitor)).size;
    const tables: Cell[][][] = [
      [["Total users"], [users(sessions)]],
      ...GROUPS.map(({ title, of }) => [
        [title, "Total users"],
        ...[...Map.groupBy(sessions, of)]
          .map(([value, own]): [string, number] => [value, users(own)])
          .sort((a, b) => b[1] - a[1]),
      ]),
    ];
    const lines = [
      "# ----------------------------------------",
      "# Users of the month",
      `# Account: ${COMPANY.name}`,
      `# Property: ${COMPANY.name} - GA4`,
      "# ----------------------------------------",
      "#",
      "# All Users",
      `# Start date: ${compactOf(month)}`,
      `# End date: ${compactOf(to)}`,
      ...tables.flatMap((table) => ["", ...table.map((row) => record(row, ","))]),
    ];
    files.push({
      path: `exports/ga4/ga4-users-${isoOf(month).slice(0, 7)}.csv`,
      bytes: encode(`${lines.join("\n")}\n`, "utf-8"),
    });
  }
  return files;
}
