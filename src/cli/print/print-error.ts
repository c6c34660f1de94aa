import { LeadlineError } from "../../language/leadline-error.ts";
import type { World } from "../world.ts";

/** A failure for people, on stderr: the sentence, the place, the remedy, the code. */
export function printError(world: World, error: unknown): void {
  if (!(error instanceof LeadlineError)) {
    const text = error instanceof Error ? (world.env.LEADLINE_DEBUG ? error.stack : error.message) : String(error);
    world.err(
      `${text}\nThis should not happen. Run again with LEADLINE_DEBUG=1 and report what it prints. [internal]\n`,
    );
    return;
  }
  const { file, line, column, key } = error.place;
  const place = [file, line && `line ${line}`, column && `column ${column}`, !file && key].filter(Boolean).join(", ");
  world.err(`${error.message}${place ? ` (${place})` : ""}\n${error.remedy} [${error.code}]\n`);
}
