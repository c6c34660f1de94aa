import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { LostServer } from "../../api/client.ts";
import frame from "../../app/app-frame.module.css";
import { carried } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriod } from "../../app/use-period.ts";
import { useTitle } from "../../app/use-title.ts";
import { useWorkspace } from "../../app/workspace-context.ts";
import { lazyPart } from "../../components/lazy-part.tsx";
import { PeriodPicker } from "../../components/PeriodPicker.tsx";
import { Problem } from "../../components/Problem.tsx";
import { Welcome } from "../welcome/Welcome.tsx";
import { BoardActions } from "./BoardActions.tsx";
import { BoardTable } from "./BoardTable.tsx";
import styles from "./board.module.css";
import { boardQuestion } from "./board-questions.ts";
import { Cards } from "./Cards.tsx";
import { FindingLine } from "./FindingLine.tsx";

const Presentation = lazyPart(() => import("./Presentation.tsx").then((one) => one.Presentation));

/** A board: its KPIs in groups, one request for all of them. */
export function BoardPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const workspace = useWorkspace();
  const { compare = "previous", view, present } = useSearch({ strict: false });
  const { board: id = "cmo" } = useParams({ strict: false });
  const period = usePeriod();
  const query = useQuery({
    ...boardQuestion(id, { period, compare, language: format.language }),
    placeholderData: (before, asked) => (asked?.queryKey[1] === id ? keepPreviousData(before) : undefined),
  });
  const known = workspace.boards.find((one) => one.id === id);
  const board = known ?? query.data?.board;
  const cards = useRef<HTMLDivElement>(null);
  const asTable = view === "table";
  useTitle(board?.name[format.language] ?? id);
  return (
    <>
      <header className={frame.header}>
        <div className={frame.grow}>
          <p className={frame.subtitle}>
            {workspace.name}
            {workspace.covered.to && ` · ${t("data", { day: format.day(workspace.covered.to) })}`}
          </p>
          <h1 className={frame.title}>{board?.name[format.language] ?? id}</h1>
        </div>
        <PeriodPicker period={period} compare={compare} />
      </header>
      <div className={styles.bar}>
        <nav className={styles.boards} aria-label={t("boards")}>
          {workspace.boards.toSorted(cmoFirst).map((one) => (
            <Link
              key={one.id}
              {...(one.id === "cmo"
                ? { to: "/" as const }
                : { to: "/boards/$board" as const, params: { board: one.id } })}
              search={carried}
              aria-current={one.id === id ? "page" : undefined}
            >
              {one.name[format.language]}
            </Link>
          ))}
        </nav>
        <BoardActions board={known} scorecard={query.data ?? null} asTable={asTable} period={period} picture={cards} />
      </div>
      {present && board && (
        <Presentation board={board} scorecard={query.data ?? null} period={period} page={Number(present)} />
      )}
      {query.error && !(query.error instanceof LostServer) ? (
        <Problem error={query.error} retry={() => void query.refetch()} />
      ) : (
        <>
          {workspace.covered.to === null ? <Welcome /> : <FindingLine scorecard={query.data ?? null} />}
          <div ref={cards} className={styles.all} data-old={query.isPlaceholderData}>
            {asTable && query.data ? (
              <BoardTable scorecard={query.data} />
            ) : (
              board && <Cards board={query.data?.board ?? board} scorecard={query.data ?? null} />
            )}
          </div>
          {query.data && query.data.notes.length > 0 && (
            <ul className={styles.notes} aria-label={t("notes")}>
              {query.data.notes.map((note) => (
                <li key={note.text}>{note.text}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </>
  );
}

const cmoFirst = (a: { readonly id: string }, b: { readonly id: string }) =>
  Number(b.id === "cmo") - Number(a.id === "cmo");
