import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { World } from "../world.ts";
import { en, type Words } from "./en.ts";
import { zh } from "./zh.ts";

export type Language = "en" | "zh";

/** What the commands say in a language. */
export const wordsIn = (language: Language): Words => (language === "zh" ? zh : en);

/** The language of the workspace that a command line names, before it is opened; English where there is none. */
export function languageOf(args: readonly string[], env: World["env"]): Language {
  for (const dir of [...args.slice(1, 3), env.LEADLINE_WORKSPACE]) {
    if (!dir || dir.startsWith("-")) continue;
    const settings = textOf(join(dir, "leadline.yaml"));
    if (settings !== null) return /^language:\s*["']?zh\b/m.test(settings) ? "zh" : "en";
  }
  return "en";
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
