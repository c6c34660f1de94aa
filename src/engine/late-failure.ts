/**
 * Fails when a server's answer, although its status said success, holds the reason of a failure: the status is sent with
 * the first sign of life, before a long statement has ended.
 * https://clickhouse.com/docs/interfaces/http#http-response-codes-caveats
 */
export function refuseLateFailure(answer: string): void {
  // At the start of a line and not within a JSON text: a cell may speak of exceptions, too.
  const found = /^(?:Code: (\d+)\. )(DB::Exception: [^\n]*)/m.exec(answer);
  if (found === null) return;
  const [, code = "", message = ""] = found;
  throw Object.assign(new Error(message), { code });
}
