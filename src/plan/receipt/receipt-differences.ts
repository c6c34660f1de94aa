import type { Receipt } from "../../model/answer.ts";

/** One thing in which two receipts of the same question differ: where, what it was, what it is. */
export interface ReceiptDifference {
  readonly what: string;
  readonly was: unknown;
  readonly is: unknown;
}

/**
 * What has changed since a receipt was written, by asking again: the definition, the answers, the measures behind them.
 * Nothing: the receipt holds. How the engine or the data's version are called does not count.
 */
export function receiptDifferences(before: Receipt, now: Receipt): readonly ReceiptDifference[] {
  const differences: ReceiptDifference[] = [];
  const compare = (what: string, was: unknown, is: unknown): void => {
    if (!equal(was, is)) differences.push({ what, was, is });
  };
  compare("definition", before.definition.hash, now.definition.hash);
  compare("formula", before.formula, now.formula);
  const found = new Map(now.answers.map((answer) => [place(answer), answer]));
  for (const answer of before.answers) {
    const other = found.get(place(answer));
    found.delete(place(answer));
    compare(`${place(answer)} value`, answer.value, other?.value ?? null);
    compare(`${place(answer)} state`, answer.state, other?.state ?? null);
    compare(`${place(answer)} measures`, told(answer), other === undefined ? null : told(other));
  }
  for (const [where, answer] of found) compare(`${where} value`, undefined, answer.value);
  // Receipts of earlier versions do not split machines by signal.
  const split = before.exclusions.some(({ signals }) => signals !== undefined);
  compare("exclusions", before.exclusions, split ? now.exclusions : now.exclusions.map(unsplit));
  if (differences.length > 0) compare("campaign aliases", before.campaign_aliases ?? {}, now.campaign_aliases ?? {});
  return differences;
}

function told({ measures }: Receipt["answers"][number]): readonly string[] {
  return measures.map(({ measure, value, rows }) => `${measure} = ${value} (${rows})`);
}

function place({ period, by }: Receipt["answers"][number]): string {
  const segment = Object.entries(by).map(([dimension, value]) => `${dimension}=${value}`);
  return [period.label, ...segment].join(" ");
}

function equal(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
  return JSON.stringify(a) === JSON.stringify(b);
}

function unsplit({ signals: _, ...exclusion }: Receipt["exclusions"][number]): Receipt["exclusions"][number] {
  return exclusion;
}
