import { errorIn } from "../../service/chinese/error-in.ts";
import type { LoadedFile } from "../../service/sources/load-files.ts";
import { type Language, wordsIn } from "../words/index.ts";
import type { World } from "../world.ts";

/** What became of each file, for people. */
export function printLoads(world: World, files: readonly LoadedFile[], language: Language): void {
  const words = wordsIn(language);
  for (const file of files) {
    const name = file.archive === undefined ? file.file : words.inArchive(file.file, file.archive);
    if (file.status === "failed") {
      const { sentence, remedy } = errorIn(file.error ?? { message: "", remedy: "" }, language);
      world.err(`${words.notLoaded(name, sentence)}\n  ${remedy} [${file.error?.code ?? ""}]\n`);
      continue;
    }
    const head = [file.preset, file.encoding, file.period && words.span(file.period.from, file.period.to)];
    world.out(`${name}: ${head.filter(Boolean).join(words.join)}\n`);
    if (file.status === "unchanged") world.out(`  ${words.loadedAlready}\n`);
    else {
      const rows = [
        words.read(String(file.rows_read)),
        (file.status === "dry-run" ? words.wouldLoad : words.loaded)(String(file.rows_loaded)),
        words.quarantined(String(file.rows_quarantined)),
        words.skipped(String(file.rows_skipped)),
      ];
      const load = file.status === "committed" ? words.loadNo(file.load_id ?? "") : "";
      world.out(`  ${rows.join(words.join)}${load}\n`);
    }
    for (const [reason, rows] of Object.entries(file.skipped ?? {}))
      world.out(`  ${words.skippedFor(String(rows), reason)}\n`);
    for (const [column, total] of Object.entries(file.totals_checked ?? {}))
      if (!total.equal) world.out(`  ${words.totalDiffers(column, String(total.file), String(total.loaded))}\n`);
    for (const notice of file.notices ?? []) world.out(`  ${words.note(notice)}\n`);
  }
}
