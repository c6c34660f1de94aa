import { useQueries } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../app/use-format.ts";
import type { Option } from "../../../components/picker/Picker.tsx";
import { dimensionsQuestion } from "../explore-questions.ts";
import { listOf } from "../explore-search.ts";
import type { Explore, Words } from "../use-explore.ts";

/** Dimensions of the chosen KPIs: possible for all first; for those that lack one, the reason. */
export function useDimensions({ search, period }: Explore, words: Words): readonly Option[] {
  const { t } = useTranslation();
  const { language } = useFormat();
  const ids = listOf(search.kpis);
  const asked = useQueries({
    queries: ids.map((kpi) => dimensionsQuestion(kpi, { search, period, language })),
  });
  const known = asked.map(({ data }) => data?.dimensions ?? []);
  const all = [...new Map(known.flat().map((one) => [one.id, one])).values()];
  return all
    .map((one) => {
      const lacking = ids.filter(
        (_, i) => asked[i]?.data && !known[i]?.some(({ id, possible }) => id === one.id && possible),
      );
      const reason = known.flat().find(({ id, reason }) => id === one.id && reason)?.reason ?? "";
      const none = lacking.length === ids.length;
      return {
        id: one.id,
        name: words.dimension(one.id),
        ...(one.kind === "attribute" && { group: t("explore.attributes") }),
        disabled: none,
        note:
          lacking.length === 0
            ? undefined
            : none || ids.length === 1
              ? reason
              : t("explore.not_all", { names: lacking.map(words.kpi).join(t("explore.join")), reason: "" }).replace(
                  /[:：]\s*$/,
                  "",
                ),
        lacking: lacking.length,
      };
    })
    .sort((a, b) => Number("group" in a) - Number("group" in b) || a.lacking - b.lacking)
    .map(({ lacking: _, ...option }) => option);
}
