import type { Inventory } from "../../model/inventory.ts";
import type { ExclusionKind } from "../../model/workspace.ts";
import type { Days } from "../../plan/period/calendar.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

/** What kind of records a rule of the workspace leaves out; records that their source marks as tests have no rule of ours. */
export function excludedBy({ workspace }: Site, rule: string): { readonly kind?: ExclusionKind } {
  const kind = rule === "test" ? "test" : workspace.settings.exclusions.find(({ id }) => id === rule)?.kind;
  return kind === undefined ? {} : { kind };
}

/** What every subject is reconciled on. */
export interface Site {
  readonly workspace: OpenWorkspace;
  readonly language: "en" | "zh";
  /** The days that have begun. */
  readonly span: Days;
  readonly inventory: Inventory;
  readonly question: Readonly<Record<string, unknown>>;
}

/** An amount of a row in the workspace's currency by its day's rate; null without one. `row` names a joined `fx`. */
export function converted(amount: string, currency: string): string {
  return `multiIf(toString(row.${currency}) = {currency:String}, row.${amount}, fx.rate > 0, row.${amount} * fx.rate, NULL)`;
}

/** The join that `converted` needs, by the row's day. */
export function withRates(day: string): string {
  return `LEFT ANY JOIN (SELECT date, currency, rate FROM fx_daily WHERE build_no = {build:UInt32}) AS fx
    ON fx.date = row.${day} AND fx.currency = row.currency`;
}

export function parametersOf({ workspace, span, inventory }: Site): Readonly<Record<string, unknown>> {
  return { build: inventory.buildNo, currency: workspace.settings.currency, from: span.from, to: span.to };
}
