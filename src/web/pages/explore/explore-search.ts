import type { QuestionBody } from "../../api/client.ts";
import { word } from "../../app/search.ts";
import { SORT } from "./sort.ts";

export const SHAPES = ["table", "line", "bar", "area", "scatter", "heat"] as const;
export type Shape = (typeof SHAPES)[number];
export const GRAINS = ["day", "week", "month", "quarter", "year"] as const;

/** How many segments may be asked to stand for themselves. */
export const LARGEST = ["5", "10", "20"] as const;

/** What Explore keeps in its address beside period, comparison and language: the whole question and how it is shown. */
export interface ExploreSearch {
  /** KPIs, dimensions: ids joined by commas. */
  readonly kpis?: string;
  readonly by?: string;
  readonly grain?: (typeof GRAINS)[number];
  /** `channel:Email|Webinar;country:DE` */
  readonly where?: string;
  readonly mode?: "cohort";
  /** Days; without it each KPI's own. */
  readonly window?: string;
  readonly show?: Shape;
  /** `off`: nothing is set beside the numbers. */
  readonly vs?: "off";
  /** `on`: what counts and adds up stands as a share of the whole, too. */
  readonly share?: "on";
  /** Only so many of the largest stand for themselves, the others together. */
  readonly top?: (typeof LARGEST)[number];
  /** What orders the rows, as `sortOf` reads it. */
  readonly sort?: string;
  /** The saved view that was opened. */
  readonly saved?: string;
  /** Its revision as it was opened, so that nobody's change is overwritten in silence. */
  readonly rev?: string;
}

export type Filters = Readonly<Record<string, readonly string[]>>;

/** Reads the address; what cannot be read is undefined, and so takes the place of what stands there. */
export function readExploreSearch(raw: Record<string, unknown>): ExploreSearch {
  return {
    kpis: word(raw.kpis, /^[a-z][a-z0-9_]*(,[a-z][a-z0-9_]*){0,11}$/),
    by: word(raw.by, /^[^,]{1,80}(,[^,]{1,80}){0,2}$/u),
    grain: GRAINS.find((one) => one === raw.grain),
    where: word(raw.where, /^.{3,2000}$/u),
    mode: raw.mode === "cohort" ? "cohort" : undefined,
    window: word(raw.window, /^[1-9]\d{0,3}$/),
    show: SHAPES.find((one) => one === raw.show),
    vs: raw.vs === "off" ? "off" : undefined,
    share: raw.share === "on" ? "on" : undefined,
    top: LARGEST.find((one) => one === String(raw.top)),
    sort: word(raw.sort, SORT),
    saved: word(raw.saved, /^[\w-]{1,80}$/),
    rev: word(raw.rev, /^[1-9]\d{0,9}$/),
  } as ExploreSearch;
}

/** Ids of a comma-separated list. */
export const listOf = (text: string | undefined): readonly string[] => (text ? text.split(",") : []);

const escaped = (value: string) => value.replaceAll(/[\\|;:]/g, "\\$&");

/** Filters as they stand in an address; undefined without any. */
export function filtersText(filters: Filters): string | undefined {
  const texts = Object.entries(filters)
    .filter(([, values]) => values.length > 0)
    .map(([dimension, values]) => `${escaped(dimension)}:${values.map(escaped).join("|")}`);
  return texts.length > 0 ? texts.join(";") : undefined;
}

/** Splits at a sign that no backslash stands before. */
function splitAt(text: string, sign: string): string[] {
  const parts = [""];
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at] ?? "";
    if (one === "\\") {
      parts[parts.length - 1] += one + (text[at + 1] ?? "");
      at += 1;
    } else if (one === sign) parts.push("");
    else parts[parts.length - 1] += one;
  }
  return parts;
}

const plain = (text: string) => text.replaceAll(/\\(.)/gu, "$1");

/** The filters of an address. */
export function filtersOf(given: string | undefined): Filters {
  const parts = (given ? splitAt(given, ";") : []).map((part) => {
    const [dimension = "", ...rest] = splitAt(part, ":");
    return { dimension: plain(dimension), rest };
  });
  return Object.fromEntries(
    parts
      .filter(({ dimension, rest }) => dimension !== "" && rest.length > 0)
      .map(({ dimension, rest }) => [dimension, splitAt(rest.join(":"), "|").map(plain)]),
  );
}

/** The question of an address. `period` and `compare` are those of the page. */
export function questionOf(
  search: ExploreSearch,
  { period, compare }: { readonly period: string; readonly compare: string },
): QuestionBody {
  const where = filtersOf(search.where);
  return {
    kpis: listOf(search.kpis),
    period,
    by: listOf(search.by),
    ...(search.grain && { grain: search.grain }),
    ...(Object.keys(where).length > 0 && { where }),
    ...(search.vs !== "off" && { compare }),
    ...(search.mode && { mode: search.mode }),
    ...(search.mode && search.window && { window: Number(search.window) }),
  };
}

/** The step of time that suits so many days. */
export function usualGrain(from: string, to: string): (typeof GRAINS)[number] {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (days <= 31) return "day";
  return days <= 62 ? "week" : days <= 800 ? "month" : "quarter";
}
