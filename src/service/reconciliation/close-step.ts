import type { ExclusionKind } from "../../model/workspace.ts";

/** A known part of a difference, in the sense from → to, with the rows that make it. */
export interface Part {
  readonly id: string;
  readonly amount: number;
  readonly rows: number;
  /** The rule, platform or channel that it is about; "" for none. */
  readonly detail: string;
  /** Of a rule that leaves records out: what kind of records. */
  readonly kind?: ExclusionKind;
  /** Shown where it is nothing, too: that it is nothing is known. */
  readonly known?: true;
}

/** How one system's figure becomes another's: `from_value` + parts + residual = `to_value`, to four decimals. */
export interface ClosedStep {
  readonly from_value: number;
  readonly to_value: number;
  readonly difference: number;
  readonly parts: readonly Part[];
  readonly residual: number;
}

/** Amounts are kept to four decimals, as the warehouse keeps them, and added as whole numbers of these. */
const UNITS = 10_000;
const units = (value: number): number => Math.round(value * UNITS);

/** What the known parts leave unexplained. Parts of nothing are left out, unless that is known of them. */
export function closeStep(from: number, to: number, parts: readonly Part[]): ClosedStep {
  const known = parts.filter(({ amount, rows, known: told }) => units(amount) !== 0 || rows > 0 || told);
  const difference = units(to) - units(from);
  const residual = known.reduce((left, { amount }) => left - units(amount), difference);
  return {
    from_value: units(from) / UNITS,
    to_value: units(to) / UNITS,
    difference: difference / UNITS,
    parts: known.map(({ known: _, ...part }) => ({ ...part, amount: units(part.amount) / UNITS + 0 })),
    residual: residual / UNITS + 0,
  };
}
