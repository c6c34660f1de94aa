import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { dimensionName } from "../../../model/dimension-names.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { type Filters, filtersText } from "../explore/explore-search.ts";
import styles from "./kpi.module.css";

/** What everything on the page is narrowed to, each part with the way to widen it again. */
export function Narrowed({ where }: { readonly where: Filters }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const valueName = useDimensionValue();
  const navigate = useNavigate();
  const filters = Object.entries(where);
  if (filters.length === 0) return null;
  const leave = (dimension: string) => {
    const rest = filtersText(Object.fromEntries(filters.filter(([id]) => id !== dimension)));
    void navigate({
      to: ".",
      search: ({ where: _, rows: __, ...before }) => ({ ...before, ...(rest && { where: rest }) }),
      resetScroll: false,
    });
  };
  return (
    <div className={styles.narrowed} data-section="narrowed">
      <span className={styles.soft}>{t("kpi.narrowed")}</span>
      {filters.map(([dimension, values]) => {
        const value = values.map((one) => valueName(dimension, one)).join(t("board.list_join"));
        return (
          <Button
            key={dimension}
            variant="default"
            size="compact-sm"
            aria-label={t("kpi.widen", { value })}
            onClick={() => leave(dimension)}
          >
            {dimensionName(dimension)[language]}:&nbsp;<span lang="">{value}</span>
            <span aria-hidden="true">&nbsp;×</span>
          </Button>
        );
      })}
    </div>
  );
}
