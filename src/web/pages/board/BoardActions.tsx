import { ActionIcon, Button, Menu } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { BoardInfo, Scorecard } from "../../api/client.ts";
import { carried } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodText } from "../../app/use-period-name.ts";
import { DataActions } from "../../components/export/DataActions.tsx";
import styles from "./board.module.css";

interface Props {
  readonly board: BoardInfo | undefined;
  readonly scorecard: Scorecard | null;
  readonly asTable: boolean;
  readonly period: string;
  /** The element around the cards. */
  readonly picture: RefObject<HTMLElement | null>;
}

/** What can be done with a board: present it, read it as a table, take it along, change or copy it. */
export function BoardActions({ board, scorecard, asTable, period, picture }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const periodText = usePeriodText();
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
        title={board ? `${board.name[language]} · ${periodText(period)}` : ""}
        rows={scorecard ? [...scorecard.rows, ...(scorecard.trend?.rows ?? [])] : []}
        answer={scorecard ?? undefined}
        picture={picture}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" size={26} aria-label={t("board.more")} title={t("board.more")}>
            <svg width="1rem" height="1rem" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
              <path d="M3 6.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8Zm5 0a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8Zm5 0a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8Z" />
            </svg>
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {board?.origin === "own" && (
            <Menu.Item
              renderRoot={(props) => (
                <Link {...props} to="/boards/$board/edit" params={{ board: board.id }} search={carried} />
              )}
            >
              {t("board.edit")}
            </Menu.Item>
          )}
          {board && (
            <Menu.Item
              renderRoot={(props) => (
                <Link {...props} to="/compose" search={(before) => ({ ...carried(before), copy: board.id })} />
              )}
            >
              {t("board.copy")}
            </Menu.Item>
          )}
          <Menu.Item renderRoot={(props) => <Link {...props} to="/compose" search={carried} />}>
            {t("board.new")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
