import { compactOf } from "../calendar.ts";
import { COMPANY, WEB_SOURCES } from "../company.ts";
import type { Session, World } from "../world.ts";
import { type Cell, delimited, type OutFile } from "./file.ts";
import { halves } from "./halves.ts";

interface Group {
  readonly keys: readonly string[];
  sessions: number;
  engaged: number;
  keyEvents: number;
  readonly users: Set<number>;
}

/** Free-form explorations, one a half-year and grain: comment lines, the grand total under the header, one cell longer. */
export function writeGa4(world: World): OutFile[] {
  const reports = [
    {
      name: "traffic",
      titles: ["Session source / medium", "Session campaign"],
      keys: (session: Session): string[] => {
        const source = WEB_SOURCES[session.from];
        return source === undefined ? [] : [`${source.source} / ${source.medium}`, source.campaign];
      },
    },
    {
      name: "devices",
      titles: ["Device category", "Country ID"],
      keys: (session: Session): string[] => [session.device, session.country],
    },
  ];
  const tracked = world.sessions.filter((session) => session.tracked);
  return halves(world.start, world.last).flatMap((half) => {
    const sessions = tracked.filter((session) => session.day >= half.from && session.day <= half.to);
    return reports.map((report) => {
      const groups = new Map<string, Group>();
      for (const session of sessions) {
        const keys = [compactOf(session.day), ...report.keys(session)];
        const id = keys.join("\t");
        const group = groups.get(id) ?? { keys, sessions: 0, engaged: 0, keyEvents: 0, users: new Set<number>() };
        groups.set(id, group);
        group.sessions += 1;
        if (session.engaged) group.engaged += 1;
        group.keyEvents += session.forms;
        group.users.add(session.visitor);
      }
      const total: Cell[] = [
        ...report.titles.map(() => ""),
        "",
        sessions.length,
        sessions.filter((session) => session.engaged).length,
        new Set(sessions.map((session) => session.visitor)).size,
        sessions.reduce((sum, session) => sum + session.forms, 0),
        "Grand total",
      ];
      const rows: Cell[][] = [...groups.values()]
        .sort((a, b) => (a.keys[0] ?? "").localeCompare(b.keys[0] ?? "") || b.sessions - a.sessions)
        .map((group) => [...group.keys, group.sessions, group.engaged, group.users.size, group.keyEvents]);
      return delimited(`exports/ga4/ga4-${report.name}-${half.label}.csv`, {
        before: [
          "# ----------------------------------------",
          `# ${COMPANY.name} - GA4`,
          "# Free form-Free form 1",
          `# ${compactOf(half.from)}-${compactOf(half.to)}`,
          "# ----------------------------------------",
          "",
        ],
        header: ["Date", ...report.titles, "Sessions", "Engaged sessions", "Total users", "Key events"],
        rows: [total, ...rows],
      });
    });
  });
}
