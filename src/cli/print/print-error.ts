import { LeadlineError, type Place } from "../../language/leadline-error.ts";
import { errorIn } from "../../service/chinese/error-in.ts";
import { type Language, wordsIn } from "../words/index.ts";
import type { World } from "../world.ts";

/** A failure for people, on stderr: the sentence, the place, the remedy, the code. */
export function printError(world: World, error: unknown, language: Language): void {
  if (!(error instanceof LeadlineError)) {
    const text = error instanceof Error ? (world.env.LEADLINE_DEBUG ? error.stack : error.message) : String(error);
    world.err(`${text}\n${wordsIn(language).internal} [internal]\n`);
    return;
  }
  const { sentence, remedy } = errorIn(error, language);
  const place = placeText(error.place, language);
  world.err(
    `${sentence}${place && !sentence.includes(place) ? wordsIn(language).place(place) : ""}\n${remedy} [${error.code}]\n`,
  );
}

/** A definition that was not taken, in one line: place, sentence, remedy. */
export function printProblem(world: World, problem: LeadlineError, language: Language): void {
  const { file, line } = problem.place;
  const { sentence, remedy } = errorIn(problem, language);
  world.err(`${placeText({ ...(file && { file }), ...(line && { line }) }, language)}: ${sentence} ${remedy}\n`);
}

function placeText({ file, line, column, key }: Place, language: Language): string {
  const words = wordsIn(language);
  return [file, line && words.line(line), column && words.column(column), !file && key]
    .filter(Boolean)
    .join(words.join);
}
