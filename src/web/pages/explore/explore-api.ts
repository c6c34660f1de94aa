import { call, type QuestionBody } from "../../api/client.ts";

export interface ListedDimension {
  readonly id: string;
  readonly kind: "column" | "attribute" | "market";
  readonly possible: boolean;
  readonly reason: string | null;
}

interface Values {
  readonly values: readonly { readonly value: string; readonly counted: number | null }[];
  readonly more: boolean;
}

/** A question kept under a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly query: QuestionBody & { readonly window?: number };
  readonly presentation: Readonly<Record<string, unknown>>;
  readonly revision: number;
}

export type NewView = Pick<SavedView, "name" | "query" | "presentation">;

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

const queryOf = (given: Query) =>
  new URLSearchParams(
    Object.entries(given).flatMap(([key, value]): string[][] =>
      value === undefined ? [] : typeof value === "string" ? [[key, value]] : value.map((one) => [key, one]),
    ),
  );

const send = <Result>(method: string, path: string, body: unknown) =>
  call<Result>(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

const viewPath = (id: string) => `/api/views/${encodeURIComponent(id)}`;

export const exploreApi = {
  dimensions: (kpi: string, period: string, mode: string | undefined, lang: string) =>
    call<{ readonly dimensions: readonly ListedDimension[] }>(
      `/api/kpis/${encodeURIComponent(kpi)}/dimensions?${queryOf({ period, mode, lang })}`,
    ),
  values: (dimension: string, query: Query) =>
    call<Values>(`/api/dimensions/${encodeURIComponent(dimension)}/values?${queryOf(query)}`),
  views: () => call<{ readonly views: readonly SavedView[] }>("/api/views"),
  addView: (view: NewView) => send<SavedView>("POST", "/api/views", view),
  changeView: (id: string, revision: number, view: NewView) => send<SavedView>("PUT", viewPath(id), { revision, view }),
  removeView: (id: string, revision: number) =>
    call<SavedView>(`${viewPath(id)}?revision=${revision}`, { method: "DELETE" }),
};
