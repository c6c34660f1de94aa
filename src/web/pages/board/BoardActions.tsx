import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { BoardInfo, Scorecard } from "../../api/client.ts";
import { carried } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import { DataActions } from "../../components/export/DataActions.tsx";
import styles from "./board.module.css";

interface Props {
  readonly board: BoardInfo | undefined;
  readonly scorecard: Scorecard | null;
  readonly asTable: boolean;
  readonly period: string;
}

/** What can be done with a board: present it, read it as a table, take it along, change or copy it. */
export function BoardActions({ board, scorecard, asTable, period }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const navigate = useNavigate();
  const set = (change: Readonly<Record<string, string | undefined>>, replace: boolean) =>
    void navigate({ to: ".", search: (before) => ({ ...before, ...change }), replace, resetScroll: false });
  return (
    <div className={styles.actions}>
      <Button
        variant="subtle"
        size="compact-sm"
        disabled={!scorecard}
        onClick={() => {
          // Browsers grant full screen only to a press; without it the presentation fills the window.
          document.documentElement.requestFullscreen?.().catch(() => {});
          set({ present: "1" }, false);
        }}
      >
        {t("board.present")}
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={() => set({ view: asTable ? undefined : "table" }, true)}>
        {t(asTable ? "board.as_cards" : "board.as_table")}
      </Button>
      <DataActions
        file={`${board?.id ?? "board"}-${period}`}
        title={board?.name[language] ?? ""}
        rows={scorecard ? [...scorecard.rows, ...(scorecard.trend?.rows ?? [])] : []}
        answer={scorecard ?? undefined}
      />
      {board && (
        <Link
          {...(board.origin === "own"
            ? { to: "/boards/$board/edit" as const, params: { board: board.id }, search: carried }
            : { to: "/compose" as const, search: (before) => ({ ...carried(before), copy: board.id }) })}
          className={styles.action}
        >
          {t(board.origin === "own" ? "board.edit_short" : "board.copy_short")}
        </Link>
      )}
      {board?.origin === "own" && (
        <Link to="/compose" search={(before) => ({ ...carried(before), copy: board.id })} className={styles.action}>
          {t("board.copy_short")}
        </Link>
      )}
      <Link to="/compose" search={carried} className={styles.action}>
        {t("board.new")}
      </Link>
    </div>
  );
}
