import type { LoadedFile } from "../../service/sources/load-files.ts";
import type { World } from "../world.ts";

/** What became of each file, for people. */
export function printLoads(world: World, files: readonly LoadedFile[]): void {
  for (const file of files) {
    const period = file.period ? `, ${file.period.from} to ${file.period.to}` : "";
    if (file.status === "failed") {
      world.err(
        `${file.file}: not loaded. ${file.error?.message ?? ""}\n  ${file.error?.remedy ?? ""} [${file.error?.code ?? ""}]\n`,
      );
      continue;
    }
    const head = `${file.file}: ${file.preset}, ${file.encoding}${period}`;
    if (file.status === "unchanged") world.out(`${head}. Loaded already; nothing to do.\n`);
    else {
      const rows = [
        `${file.rows_read} rows read`,
        `${file.rows_loaded} ${file.status === "dry-run" ? "would load" : "loaded"}`,
        `${file.rows_quarantined} quarantined`,
        `${file.rows_skipped} skipped`,
      ];
      world.out(`${head}\n  ${rows.join(", ")}${file.status === "committed" ? ` (load ${file.load_id})` : ""}\n`);
    }
    for (const [reason, rows] of Object.entries(file.skipped ?? {})) world.out(`  skipped ${rows}: ${reason}\n`);
    for (const [column, total] of Object.entries(file.totals_checked ?? {}))
      if (!total.equal)
        world.out(`  total of ${column}: the file says ${total.file}, its rows add up to ${total.loaded}\n`);
    for (const notice of file.notices ?? []) world.out(`  note: ${notice}\n`);
  }
}
