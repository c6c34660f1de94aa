import { type Bilingual, call, type QuestionBody, send } from "../../api/client.ts";

/** The records of one table behind a number: `counts_for`, `file`, `line` and the table's own columns. */
export interface RowsPart {
  readonly table: string;
  readonly more: boolean;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

export const ANNOTATION_KINDS = ["note", "campaign", "website", "market", "measurement_break", "other"] as const;
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number];

/** A note on the time axis as people write it. */
export interface AnnotationInput {
  readonly from: string;
  readonly to: string;
  readonly text: Bilingual;
  readonly kind: AnnotationKind;
  readonly scope: {
    readonly kpis: readonly string[];
    readonly where: Readonly<Record<string, readonly string[]>>;
    readonly systems: readonly string[];
  };
}

export interface Annotation extends Omit<AnnotationInput, "from" | "to"> {
  readonly id: string;
  readonly origin: "built-in" | "own";
  readonly from: string | null;
  readonly to: string | null;
  readonly monthly: { readonly from: number; readonly to: number } | null;
  readonly occurrences: readonly { readonly from: string; readonly to: string }[];
  readonly source: string | null;
  /** null: read-only. */
  readonly revision: number | null;
}

const one = (id: string) => `/api/annotations/${encodeURIComponent(id)}`;

export const kpiApi = {
  rows: (question: QuestionBody, page: Readonly<Record<string, string>>) =>
    send<{ readonly parts: readonly RowsPart[] }>("POST", `/api/rows?${new URLSearchParams(page)}`, question),
  annotations: (query: Readonly<Record<string, string>>) =>
    call<{ readonly annotations: readonly Annotation[] }>(`/api/annotations?${new URLSearchParams(query)}`),
  addAnnotation: (annotation: AnnotationInput) => send<Annotation>("POST", "/api/annotations", annotation),
  changeAnnotation: (id: string, revision: number, annotation: AnnotationInput) =>
    send<Annotation>("PUT", one(id), { revision, annotation }),
  removeAnnotation: (id: string, revision: number) =>
    call<Annotation>(`${one(id)}?revision=${revision}`, { method: "DELETE" }),
};
