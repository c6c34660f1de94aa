import { Skeleton } from "@mantine/core";
import type { CSSProperties, ReactNode } from "react";
import type { BoardInfo, Scorecard } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { KpiCard } from "../../components/KpiCard.tsx";
import styles from "./board.module.css";

/** Columns of a board whose groups stand side by side, two cards high. */
const SIDE_BY_SIDE = 5;
/** Most cards of a group in a line. */
const ACROSS = 4;

interface Props {
  readonly board: BoardInfo;
  /** Null while it is on its way: the same places, empty. */
  readonly scorecard: Scorecard | null;
}

/** A board's groups and cards, in their places from the first moment on. */
export function Cards({ board, scorecard }: Props) {
  const format = useFormat();
  const columns = board.groups.map((group) => Math.ceil(group.kpis.length / 2));
  const together = columns.reduce((sum, one) => sum + one, 0) === SIDE_BY_SIDE;
  const card = (id: string): ReactNode => {
    if (!scorecard) return <Skeleton key={id} className={styles.placeholder} radius={12} />;
    const kpi = scorecard.kpis[id];
    const row = scorecard.rows.find((one) => one.kpi === id);
    if (!kpi || !row) return null;
    const trend = scorecard.trend?.rows.filter((one) => one.kpi === id) ?? [];
    return <KpiCard key={id} kpi={kpi} row={row} trend={trend} board={board.id} />;
  };
  return (
    <div className={together ? styles.together : styles.stacked} data-drawn aria-busy={scorecard === null}>
      {board.groups.map((group, i) => (
        <section
          key={group.name.en}
          className={styles.group}
          style={
            {
              "--columns": columns[i],
              "--cards": Math.min(ACROSS, group.kpis.length),
              // Its name, and of each line of cards name, number, notes and trend.
              "--rows": 1 + 4 * Math.ceil(group.kpis.length / ACROSS),
            } as CSSProperties & Record<string, number>
          }
        >
          <h2 className={styles.groupName}>{group.name[format.language]}</h2>
          <div className={styles.cards}>{group.kpis.map(card)}</div>
        </section>
      ))}
    </div>
  );
}
