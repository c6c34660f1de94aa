import { Button } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** Whether the address asks for tables in the place of charts. */
export function useAsTable(): boolean {
  return useSearch({ strict: false }).view === "table";
}

/** From charts to their table twins and back; the choice stands in the address. */
export function TableToggle() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const asTable = useAsTable();
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      onClick={() =>
        void navigate({
          to: ".",
          search: ({ view: _, ...before }) => (asTable ? before : { ...before, view: "table" as const }),
          replace: true,
          resetScroll: false,
        })
      }
    >
      {t(asTable ? "kpi.as_chart" : "kpi.as_table")}
    </Button>
  );
}
