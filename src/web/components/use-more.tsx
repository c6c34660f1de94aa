import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

/** The first of many rows, and the button that shows the rest. */
export function useMore<Row>(
  rows: readonly Row[],
  first: number,
): { readonly shown: readonly Row[]; readonly more: ReactNode } {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  return {
    shown: all ? rows : rows.slice(0, first),
    more: rows.length > first && (
      <Button variant="subtle" size="compact-sm" mt={8} onClick={() => setAll(!all)}>
        {all ? t("kpi.fewer") : t("kpi.more", { count: rows.length - first })}
      </Button>
    ),
  };
}
