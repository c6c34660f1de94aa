import { isoOf } from "../calendar.ts";
import { COMPANY } from "../company.ts";
import { stories } from "../stories.ts";
import type { World } from "../world.ts";
import { encode, type OutFile } from "./file.ts";

/** `README.md` beside the exports: what happened in this company and when, with the days of this demo. */
export function writeNotes(world: World): OutFile {
  const lines = [
    `# ${COMPANY.name} (${COMPANY.nameZh})`,
    "",
    `A made-up company. Its exports run from ${isoOf(world.start)} to ${isoOf(world.last)}; the CRM is older. Nothing in them is real.`,
    "",
    "What happened, as the team noted it on the time axis:",
    "",
    ...stories(world.start).map(({ from, to, text }) => `- ${from === to ? from : `${from} to ${to}`}: ${text.en}`),
    "",
    "发生过的事（也标注在时间轴上）：",
    "",
    ...stories(world.start).map(({ from, to, text }) => `- ${from === to ? from : `${from} 至 ${to}`}：${text.zh}`),
    "",
    "`truth.json` holds the right answers, worked out without Leadline.",
    "",
  ];
  return { path: "README.md", bytes: encode(lines.join("\n"), "utf-8") };
}
