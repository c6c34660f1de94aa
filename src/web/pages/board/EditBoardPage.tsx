import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LostServer } from "../../api/client.ts";
import frame from "../../app/app-frame.module.css";
import { catalogueQuestion } from "../../app/catalogue-question.ts";
import { carried } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import { useTitle } from "../../app/use-title.ts";
import { Problem } from "../../components/Problem.tsx";
import { BoardEditor } from "./BoardEditor.tsx";
import { boardApi } from "./board-api.ts";
import { addGroup, draftOf } from "./board-draft.ts";

/** Composes a new board, also as a copy of another one, or changes one of the team's own. */
export function EditBoardPage() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { board: id } = useParams({ strict: false });
  const { copy } = useSearch({ strict: false });
  const original = id ?? copy;
  const kpis = useQuery(catalogueQuestion);
  const board = useQuery({
    queryKey: ["board", original],
    queryFn: () => boardApi.board(original ?? ""),
    enabled: original !== undefined,
    // A draft begins from how the board stands now.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const title = t(id ? "board.edit" : copy ? "board.copy" : "board.new");
  useTitle(title);
  const error = kpis.error ?? board.error;
  const ready = kpis.data && (original === undefined || (board.data && board.isFetchedAfterMount));
  const readOnly = id !== undefined && board.data?.revision === null;
  const name = board.data?.name[language] ?? "";
  return (
    <>
      <header className={frame.header}>
        <h1 className={`${frame.title} ${frame.grow}`}>{title}</h1>
      </header>
      {error && !(error instanceof LostServer) && <Problem error={error} retry={() => void board.refetch()} />}
      {!ready && !error && <Skeleton height={420} radius={12} aria-busy="true" />}
      {readOnly && (
        <>
          <p>{t("board.read_only")}</p>
          <Button
            renderRoot={(props) => (
              <Link {...props} to="/compose" search={(before) => ({ ...carried(before), copy: id })} />
            )}
          >
            {t("board.copy")}
          </Button>
        </>
      )}
      {ready && !readOnly && (
        <BoardEditor
          key={`${id} ${copy}`}
          kpis={kpis.data}
          first={
            board.data
              ? {
                  ...draftOf(board.data, language),
                  ...(copy && { name: t("board.copy_name", { name }), other: "" }),
                }
              : addGroup({ name: "", other: "", groups: [] }, t("board.group_default"))
          }
          {...(id !== undefined && board.data && { kept: board.data })}
        />
      )}
    </>
  );
}
