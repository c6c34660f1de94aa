import { useTranslation } from "react-i18next";
import { dimensionName } from "../../../model/dimension-names.ts";
import type { KpiInfo } from "../../api/client.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodName } from "../../app/use-period-name.ts";
import type { TableWords } from "./data-table.ts";

/** The words of saved tables in the reader's language, given the catalogue. */
export function useTableWords(): (kpis: readonly KpiInfo[]) => TableWords {
  const { t } = useTranslation();
  const { language, currency } = useFormat();
  const valueName = useDimensionValue();
  const periodName = usePeriodName();
  return (kpis) => ({
    column: (id) => t(`save.column.${id}`),
    kpi: (id) => kpis.find((kpi) => kpi.id === id)?.name[language] ?? id,
    dimension: (id) => dimensionName(id)[language],
    value: valueName,
    period: periodName,
    state: (state) => t(`state.${state}`),
    currency,
  });
}
