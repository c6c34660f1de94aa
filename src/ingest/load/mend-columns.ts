import { MEND_SCOPE } from "../ledger/scope-of.ts";

/** Columns that the CSV of rejected rows carries beside the original ones, so that a mended row finds its load again. */
export const MEND_COLUMNS = {
  load: MEND_SCOPE,
  line: "leadline_line",
  reason: "leadline_reason",
} as const;
