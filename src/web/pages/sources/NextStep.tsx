import { Button } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { defaultPeriod } from "../../app/default-period.ts";
import { carried } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodName } from "../../app/use-period-name.ts";
import { useWorkspace } from "../../app/workspace-context.ts";
import type { LoadedFile } from "../../uploads/uploads-api.ts";
import { bestBoard } from "./best-board.ts";
import styles from "./sources.module.css";

/** After a load: the board that the files fill most, in the month that they are about. */
export function NextStep({ files }: { readonly files: readonly LoadedFile[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { today, boards } = useWorkspace();
  const periodName = usePeriodName();
  const days = files.flatMap(({ period }) => period ?? []);
  const from = days.map((one) => one.from).sort()[0] ?? null;
  const to =
    days
      .map((one) => one.to)
      .sort()
      .at(-1) ?? null;
  // A few days may be all there is of the newest month, and all there is of a source.
  const periods = [...new Set([defaultPeriod(today, { from, to }), (to ?? today).slice(0, 7)])];
  const scorecards = useQueries({
    queries: periods.flatMap((asked) =>
      boards.map(({ id }) => ({
        queryKey: ["scorecard-filled", id, asked],
        queryFn: async () => ({ asked, ...(await api.scorecard(id, { period: asked })) }),
      })),
    ),
  });
  if (scorecards.some(({ isPending }) => isPending)) return null;
  const best = bestBoard(scorecards.flatMap(({ data }) => data ?? []));
  const search = (before: object) => ({ ...carried(before as never), period: best?.asked ?? periods[0] });
  return (
    <div className={styles.next} data-section="next" role="status">
      {best ? (
        <>
          <p>
            {t("sources.filled", {
              board: best.board.name[format.language],
              period: best.period ? periodName(best.period) : best.asked,
              count: best.filled,
              all: best.all,
            })}
          </p>
          <Button
            component={Link}
            {...((best.board.id === "cmo"
              ? { to: "/" }
              : { to: "/boards/$board", params: { board: best.board.id } }) as { to: "/" })}
            search={search as never}
          >
            {t("sources.see_board", { board: best.board.name[format.language] })}
          </Button>
        </>
      ) : (
        <>
          <p>{t("sources.filled_none")}</p>
          <Button component={Link} to="/kpis" variant="default" search={search as never}>
            {t("sources.see_kpis")}
          </Button>
        </>
      )}
    </div>
  );
}
