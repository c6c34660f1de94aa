import type { Annotation, AnnotationKind, BuiltInAnnotation } from "../../model/annotations.ts";
import type { IsoDate } from "../../model/question.ts";
import type { Kept } from "../../store/collection.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { builtInAnnotations } from "./built-in-annotations.ts";
import { occurrences, type Stretch } from "./occurrences.ts";

export interface ListedAnnotation extends Omit<Annotation, "from" | "to"> {
  readonly id: string;
  /** `built-in` ones come with the product and are read-only. */
  readonly origin: "built-in" | "own";
  /** First and last day; null where it comes back every month. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly monthly: { readonly from: number; readonly to: number } | null;
  /** When it holds within the days that were asked for. */
  readonly occurrences: readonly Stretch[];
  readonly source: string | null;
  readonly revision: number | null;
  readonly created_at: string | null;
  readonly changed_at: string | null;
}

export interface AnnotationFilter {
  /** Only what touches these days; without them everything up to a year from today. */
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly kinds?: readonly AnnotationKind[];
  /** Only what is about one of these KPIs, or about all. */
  readonly kpis?: readonly string[];
  /** Only what is about one of these exporting systems, or about all. */
  readonly systems?: readonly string[];
  readonly origin?: "built-in" | "own";
}

/** Annotations by their first day, those that come back every month last. */
export async function listAnnotations(
  workspace: OpenWorkspace,
  filter: AnnotationFilter = {},
): Promise<ListedAnnotation[]> {
  const within = { from: filter.from ?? firstDay, to: filter.to ?? yearAfter(workspace.today()) };
  const { annotations } = await workspace.store();
  const own = (await annotations.list()).map((kept) => ownAnnotation(kept, within));
  const all = [...builtInAnnotations().map((one) => builtIn(one, within)), ...own];
  return all
    .filter((one) => one.occurrences.length > 0 && wanted(one, filter))
    .toSorted((a, b) => (a.from ?? "9").localeCompare(b.from ?? "9") || a.id.localeCompare(b.id));
}

/** An annotation of the team's own as it is listed. */
export function ownAnnotation(
  { id, content, revision, createdAt, changedAt }: Kept<Annotation>,
  within?: Stretch,
): ListedAnnotation {
  return {
    id,
    ...content,
    origin: "own",
    monthly: null,
    occurrences: occurrences(content, within ?? content),
    source: null,
    revision,
    created_at: createdAt,
    changed_at: changedAt,
  };
}

const firstDay = "1990-01-01";

function builtIn({ from, to, monthly, source, ...about }: BuiltInAnnotation, within: Stretch): ListedAnnotation {
  // Without a first day asked for, a monthly one is told for the last year only.
  const months = within.from === firstDay ? { ...within, from: yearBefore(within.to) } : within;
  return {
    ...about,
    origin: "built-in",
    from: from ?? null,
    to: to ?? from ?? null,
    monthly: monthly ?? null,
    occurrences: occurrences({ from, to, monthly }, monthly ? months : within),
    source: source ?? null,
    revision: null,
    created_at: null,
    changed_at: null,
  };
}

function wanted({ kind, scope, origin }: ListedAnnotation, filter: AnnotationFilter): boolean {
  const about = (about: readonly string[], asked: readonly string[] | undefined) =>
    asked === undefined || about.length === 0 || about.some((one) => asked.includes(one));
  return (
    (filter.kinds === undefined || filter.kinds.includes(kind)) &&
    (filter.origin === undefined || filter.origin === origin) &&
    about(scope.kpis, filter.kpis) &&
    about(scope.systems, filter.systems)
  );
}

const yearAfter = (day: IsoDate): IsoDate => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
const yearBefore = (day: IsoDate): IsoDate => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
