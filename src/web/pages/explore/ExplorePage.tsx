import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { LostServer } from "../../api/client.ts";
import frame from "../../app/app-frame.module.css";
import { catalogueQuestion } from "../../app/catalogue-question.ts";
import { defaultPeriod } from "../../app/default-period.ts";
import { carried } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import { useTitle } from "../../app/use-title.ts";
import { useWorkspace } from "../../app/workspace-context.ts";
import { DataActions } from "../../components/export/DataActions.tsx";
import { PeriodPicker } from "../../components/PeriodPicker.tsx";
import { Problem } from "../../components/Problem.tsx";
import { Builder } from "./builder/Builder.tsx";
import styles from "./explore.module.css";
import { firstQuestion } from "./explore-questions.ts";
import { listOf, SHAPES, type Shape, usualGrain } from "./explore-search.ts";
import { rowsShown } from "./gather.ts";
import { type Grid, hasShares, sortSegments } from "./grid.ts";
import { limitOf } from "./largest.ts";
import { ExploreCharts } from "./shapes/explore-charts.ts";
import { pictureHeight } from "./shapes/picture-height.ts";
import { starters } from "./starters.ts";
import { ExploreTable } from "./table/ExploreTable.tsx";
import { type Explore, useExplore, useGrid, useWords, type Words } from "./use-explore.ts";
import { useGathered } from "./use-gathered.ts";
import { useSavedView, Views } from "./Views.tsx";

/** Any KPIs × dimensions × period × filters, as a table and as pictures. The address is the question. */
export function ExplorePage() {
  const { t } = useTranslation();
  const asked = useExplore();
  const { covered } = useWorkspace();
  const kpis = useQuery(catalogueQuestion);
  const catalogue = kpis.data ?? [];
  const fresh = asked.search.kpis === undefined;
  const explore: Explore = useMemo(() => {
    const begun = fresh ? firstQuestion(kpis.data ?? [], asked.search) : null;
    if (!begun) return asked;
    return {
      ...asked,
      search: { ...asked.search, ...begun },
      change: (next) => asked.change({ ...begun, ...next }),
    };
  }, [asked, fresh, kpis.data]);
  const words = useWords(catalogue);
  const answer = useGrid(explore);
  const saved = useSavedView(explore);
  const question = words.question(explore.search);
  useTitle(saved.current?.name ?? t("explore.title"));
  const error = kpis.error ?? answer.error;
  const loaded = covered.to !== null;
  return (
    <>
      <header className={frame.header}>
        <div className={frame.grow}>
          <h1 className={frame.title}>
            {saved.current?.name ?? t("explore.title")}
            {saved.changed && <span className={styles.changed}>{t("explore.changed")}</span>}
          </h1>
          <p className={frame.subtitle}>{t("explore.intro")}</p>
        </div>
        {loaded && <Views saved={saved} question={question} ready={answer.grid !== null} />}
        <PeriodPicker period={explore.period} compare={explore.compare} />
      </header>
      {kpis.data && !loaded ? (
        <section className={styles.section} data-section="empty">
          <h2>{t("explore.empty")}</h2>
          <p className={styles.soft}>{t("explore.empty_text")}</p>
          <Button component={Link} to="/sources" search={carried as never}>
            {t("explore.load")}
          </Button>
        </section>
      ) : kpis.data || error ? (
        <>
          {fresh && kpis.data && <Starters />}
          {kpis.data && <Builder explore={explore} kpis={catalogue} words={words} />}
          <section className={styles.section} data-section="result" data-old={answer.old}>
            {error && !(error instanceof LostServer) ? (
              <Problem error={error} retry={answer.retry} />
            ) : answer.grid && answer.whole && kpis.data ? (
              <Result {...{ explore, words, question }} answer={answer} grid={answer.grid} kpis={catalogue} />
            ) : (
              <Skeleton height={460} aria-busy="true" />
            )}
          </section>
        </>
      ) : (
        // As many lines as the question takes are known with the names of its KPIs; until then nothing stands below it.
        <Skeleton height={560} aria-busy="true" />
      )}
    </>
  );
}

/** Questions to begin with, each one click away. */
function Starters() {
  const { t } = useTranslation();
  const { today, covered } = useWorkspace();
  const kpis = useQuery(catalogueQuestion);
  const month = defaultPeriod(today, covered);
  return (
    <nav className={styles.starters} aria-label={t("explore.start")}>
      {starters(month, (id) => kpis.data?.some((kpi) => kpi.id === id) ?? false).map(({ id, search }) => (
        <Link
          key={id}
          to="/explore"
          search={({ lang, compare }) => ({ ...(lang && { lang }), ...(compare && { compare }), ...search })}
          className={styles.starter}
        >
          {t(`explore.starters.${id}`)}
        </Link>
      ))}
    </nav>
  );
}

interface ResultProps {
  readonly explore: Explore;
  readonly words: Words;
  readonly question: string;
  readonly answer: ReturnType<typeof useGrid>;
  readonly grid: Grid;
  readonly kpis: Parameters<typeof ExploreTable>[0]["kpis"];
}

function Result({ explore, words, question, answer, grid, kpis }: ResultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const picture = useRef<HTMLDivElement>(null);
  const { search, period, change } = explore;
  const shape: Shape = search.show ?? "table";
  const segments = useMemo(() => sortSegments(grid, search.sort), [grid, search.sort]);
  const about = words.about(search, period);
  const need = needOf(shape, grid);
  const none = grid.dimensions.length > 0 && segments.length === 0 && grid.refused.length < grid.kpis.length;
  const { whole, each, old } = answer;
  const all = { grid, segments, old };
  const inTable = useGathered(explore, words, all, limitOf("table", search.top));
  // A heat map of dimensions holds all their values, as the whole table does.
  const ofDimensions = shape === "heat" && grid.buckets.length === 0;
  const inPicture = useGathered(
    explore,
    words,
    all,
    ofDimensions ? limitOf("table", undefined) : limitOf(shape, search.top),
  );
  const rows = rowsShown([whole, each], inTable);
  const totals = each ? [...(whole?.total ?? []), ...each.total.slice(grid.kpis.length)] : (whole?.total ?? []);
  const answered = each ?? whole;
  const notes = [
    ...(inTable.note ? [{ code: "explore.gathered", text: inTable.note }] : []),
    ...(answered?.notes ?? []),
  ];
  const finding = useFinding(grid, segments, words);
  const title = `${question} · ${about}`;
  return (
    <>
      <div className={styles.head}>
        <div className={frame.grow}>
          <h2>{question}</h2>
          <p className={styles.soft}>
            {about}
            {finding && <span className={styles.finding}>{finding}</span>}
          </p>
        </div>
        <DataActions
          file={[fileName(grid, period), inTable.note && `largest-${search.top}`].filter(Boolean).join("-")}
          title={title}
          rows={none || inTable.pending ? [] : rows}
          totals={grid.dimensions.length > 0 ? totals : []}
          answer={answered && { ...answered, notes }}
          picture={picture}
        />
      </div>
      <div className={styles.ways}>
        <ShapeSwitch
          shape={shape}
          choose={(show) =>
            change({
              show: show === "table" ? undefined : show,
              // What a shape cannot do without comes along.
              ...((show === "line" || show === "area" || (show === "heat" && grid.dimensions.length < 2)) &&
                !search.grain &&
                whole && { grain: usualGrain(whole.question.from, whole.question.to) }),
            })
          }
        />
        {grid.kpis.some((kpi) => hasShares(grid, kpi)) && (
          <button
            type="button"
            className={styles.toggle}
            aria-pressed={search.share === "on"}
            onClick={() => change({ share: search.share === "on" ? undefined : "on" })}
          >
            {t("explore.share")}
          </button>
        )}
      </div>
      {none ? (
        <div className={styles.nothing}>
          <h3>{t("explore.nothing_here")}</h3>
          <p className={styles.soft}>{t("explore.nothing_text")}</p>
        </div>
      ) : (
        <>
          {shape !== "table" &&
            (need ? (
              <Need
                need={need}
                explore={explore}
                grain={usualGrain(whole?.question.from ?? "", whole?.question.to ?? "")}
                words={words}
              />
            ) : (
              <div ref={picture} className={styles.picture}>
                <ExploreCharts
                  fallback={<Skeleton height={pictureHeight(shape, inPicture)} />}
                  {...{ explore, words, question, all }}
                  {...inPicture}
                  shape={shape}
                />
                {inPicture.note && inPicture.note !== inTable.note && <p className={styles.soft}>{inPicture.note}</p>}
              </div>
            ))}
          <ExploreTable {...{ explore, kpis, words }} grid={inTable.grid} segments={inTable.segments} />
        </>
      )}
      <ul className={styles.notes}>
        {none &&
          grid.refused.map(({ kpi, reason }) => (
            <li key={kpi}>{t("explore.refused", { name: words.kpi(kpi), reason })}</li>
          ))}
        {notes.map((note) => (
          <li key={note.text}>{note.text}</li>
        ))}
      </ul>
      <span className="visually-hidden" role="status">
        {answer.old ? "" : `${title}: ${format.whole(segments.length)}`}
      </span>
    </>
  );
}

/** The largest part of what can be counted and added up. */
function useFinding(grid: Grid, segments: Grid["segments"], words: Words): string | null {
  const { t } = useTranslation();
  const format = useFormat();
  const [kpi = ""] = grid.kpis;
  const unit = words.unit(kpi);
  const sizes = segments.flatMap((segment) => grid.cell(kpi, segment.key) ?? []);
  const nameless = (row: (typeof sizes)[number]) => Object.values(row.by).every((value) => /^\(|^$/.test(value));
  const top = sizes.filter((row) => !nameless(row)).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
  const unset = sizes.find(nameless)?.value;
  const total = grid.cell(kpi, null);
  if (grid.dimensions.length === 0 || sizes.length < 2 || (unit !== "count" && unit !== "money")) return null;
  if (!top?.value || total?.value == null || top.value > total.value) return null;
  return t(unset ? "explore.most_unset" : "explore.most", {
    ...(unset && { unset: format.value(unset, unit) }),
    name: grid.dimensions.map((dimension) => words.value(dimension, top.by[dimension] ?? "")).join(" · "),
    value: format.value(top.value, unit),
    total: format.value(total.value, unit),
  });
}

const fileName = (grid: Grid, period: string) =>
  [grid.kpis.slice(0, 3).join("-"), grid.dimensions.length > 0 && `by-${grid.dimensions.join("-")}`, period]
    .filter(Boolean)
    .join("-")
    .replaceAll(/[^\w.-]+/g, "-");

type Missing = "grain" | "dimension" | "two" | "both";

/** What a shape lacks. */
function needOf(shape: Shape, grid: Grid): Missing | null {
  const timed = grid.buckets.length > 0;
  const split = grid.dimensions.length > 0;
  const needs: Record<Shape, Missing | null> = {
    table: null,
    line: timed ? null : "grain",
    area: timed ? null : "grain",
    bar: split || timed ? null : "dimension",
    scatter: !split ? "dimension" : grid.kpis.length < 2 ? "two" : null,
    heat: grid.dimensions.length > 1 || (split && timed) ? null : split ? "both" : "dimension",
  };
  return needs[shape];
}

interface NeedProps {
  readonly need: Missing;
  readonly explore: Explore;
  readonly grain: ReturnType<typeof usualGrain>;
  readonly words: Words;
}

function Need({ need, explore, grain, words }: NeedProps) {
  const { t } = useTranslation();
  const { search, change } = explore;
  return (
    <div className={styles.nothing}>
      <p className={styles.soft}>{t(`explore.need_${need}`)}</p>
      {(need === "grain" || need === "both") && (
        <Button variant="default" size="sm" onClick={() => change({ grain })}>
          {t("explore.apply_grain", { grain: t(`explore.grain.${grain}`) })}
        </Button>
      )}
      {need === "dimension" && (
        <Button variant="default" size="sm" onClick={() => change({ by: [...listOf(search.by), "channel"].join(",") })}>
          {t("explore.apply_dimension", { name: words.dimension("channel") })}
        </Button>
      )}
    </div>
  );
}

function ShapeSwitch({ shape, choose }: { readonly shape: Shape; readonly choose: (shape: Shape) => void }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll as a line
    <div role="group" aria-label={t("explore.shape")} className={styles.shapes}>
      {SHAPES.map((one) => (
        <button key={one} type="button" aria-pressed={one === shape} onClick={() => choose(one)}>
          {t(`explore.shapes.${one}`)}
        </button>
      ))}
    </div>
  );
}
