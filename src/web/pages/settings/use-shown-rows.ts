import { type ReactNode, useState } from "react";
import { useMore } from "../../components/use-more.tsx";

/** Rows of a long list that are shown at first. */
export const FIRST_ROWS = 20;

interface Shown<Row> {
  readonly shown: readonly { readonly row: Row; readonly at: number }[];
  /** Shows the rest. */
  readonly more: ReactNode;
  /** To be told when a row was added at the end, or taken out: what was just added stays in sight. */
  readonly added: () => void;
  readonly removed: (at: number) => void;
}

/** The first rows of a list with their places, all that match where something is looked for, and those just added. */
export function useShownRows<Row>(rows: readonly Row[], matches: (row: Row) => boolean = () => true): Shown<Row> {
  const [fresh, setFresh] = useState(0);
  const old = rows.length - fresh;
  const listed = rows.map((row, at) => ({ row, at }));
  const { shown, more } = useMore(
    listed.slice(0, old).filter(({ row }) => matches(row)),
    FIRST_ROWS,
  );
  return {
    shown: [...shown, ...listed.slice(old)],
    more,
    added: () => setFresh(fresh + 1),
    removed: (at) => setFresh(at >= old ? fresh - 1 : fresh),
  };
}
