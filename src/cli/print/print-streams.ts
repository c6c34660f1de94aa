import type { TapOutcome } from "../../service/taps/receive-tap.ts";
import { wordsIn } from "../words/index.ts";

/** What became of each stream, a line each. */
export function streamLines({ streams, state_advanced }: TapOutcome, language: "en" | "zh"): string {
  const words = wordsIn(language);
  const lines = streams.map(({ stream, records, preset, rows_quarantined, facts }) => {
    if (preset === null) return words.landed(stream, String(records));
    const gave = Object.entries(facts).map(([fact, rows]) => `${fact} ${rows}`);
    return [
      words.streamRead(stream, preset, String(records)),
      ...(gave.length > 0 ? gave : [words.noFacts]),
      ...(rows_quarantined > 0 ? [words.quarantined(String(rows_quarantined))] : []),
    ].join(words.join);
  });
  const state = state_advanced ? words.stateMoved : words.stateStays;
  return `${[...(lines.length > 0 ? lines : [words.noRecords]), state].join("\n")}\n`;
}
