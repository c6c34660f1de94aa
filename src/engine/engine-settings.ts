import { totalmem } from "node:os";
import type { RunOptions } from "./engine.ts";

export type Settings = Readonly<Record<string, string | number>>;

/**
 * Sent with every statement, so that a laptop and a server answer alike whatever their own defaults are.
 * Whole numbers of 64 bits and more, and all decimals, come back as text, because JSON numbers would round them.
 */
export const BASE_SETTINGS: Settings = {
  output_format_json_quote_64bit_integers: 1,
  output_format_json_quote_decimals: 1,
  output_format_decimal_trailing_zeros: 0,
  session_timezone: "UTC",
  date_time_input_format: "best_effort",
  input_format_skip_unknown_fields: 0,
  async_insert: 0,
  // Looks for chains like a < b AND b < c; it takes as long as all the rest of reading a long statement.
  optimize_and_compare_chain: 0,
  // Machine code for an expression takes longer to make than a question takes, and gains nothing on what people ask.
  compile_expressions: 0,
  compile_aggregate_expressions: 0,
  compile_sort_description: 0,
  max_query_size: 16 * 1024 * 1024,
  max_ast_elements: 500_000,
  max_expanded_ast_elements: 1_000_000,
  timeout_overflow_mode: "throw",
};

export const DEFAULT_TIMEOUT_SECONDS = 60;
export const FILE_TIMEOUT_SECONDS = 3600;
/** Half of the machine, so that one statement never drives it into swapping. */
const DEFAULT_MEMORY_BYTES = Math.floor(totalmem() / 2);

/** Everything a statement is run with. `tag` finds it again among the running ones. */
export function settingsFor(options: RunOptions, tag: string): Settings {
  return {
    ...BASE_SETTINGS,
    max_execution_time: options.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
    max_memory_usage: options.maxMemoryBytes ?? DEFAULT_MEMORY_BYTES,
    ...options.settings,
    log_comment: tag,
  };
}
