import type { MachineShare, SignalShare } from "../../model/answer.ts";

/** A row of the statements that count what is left out: `machine_opens`, or `machine_opens:vendor_flag` for a part of it. */
export interface LeftOutRow {
  readonly rule: string;
  readonly rows: number | string;
  /** What they are a part of; 0 = not told. */
  readonly of?: number | string;
}

/** By signal what a rule leaves out of all, the most first. */
export function signalsOf(rule: string, of: number, rows: readonly LeftOutRow[]): readonly SignalShare[] {
  return rows
    .filter((one) => one.rule.startsWith(`${rule}:`))
    .map((one) => ({ signal: one.rule.slice(rule.length + 1), rows: Number(one.rows), share: Number(one.rows) / of }))
    .sort((a, b) => b.rows - a.rows || (a.signal < b.signal ? -1 : 1));
}

/** People and people with machines side by side, with what is left out by signal. */
export function machineShares(rows: readonly LeftOutRow[]): readonly MachineShare[] {
  return rows
    .filter(({ rule, of }) => !rule.includes(":") && Number(of ?? 0) > 0)
    .map(({ rule, rows: left, of }) => {
      const raw = Number(of);
      const out = Number(left);
      return { rule, raw, human: raw - out, left_out: out, share: out / raw, signals: signalsOf(rule, raw, rows) };
    });
}
