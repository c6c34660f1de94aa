import type { TFunction } from "i18next";
import type { RoutedLeads } from "../../../api/app-types.ts";
import type { ListTable } from "../../components/export/ListActions.tsx";

type Row = RoutedLeads["rows"][number];

const COLUMNS = [
  ...(["lead", "date", "list", "rule", "kind", "intent", "vendor", "channel", "program", "campaign"] as const),
  ...(["country", "segment", "account", "email", "name", "phone"] as const),
];

/** Leads that were handed out as a list to take along, with the columns of the command line's CSV. */
export function routedTable(rows: readonly Row[], t: TFunction): ListTable {
  return {
    columns: COLUMNS.map((id) => ({ id, title: t(`routing.saved.${id}`), kind: id === "date" ? "date" : "text" })),
    rows: rows.map((row) => COLUMNS.map((id) => row[id])),
  };
}
