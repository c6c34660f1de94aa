import type { Annotation, AnnotationInput, AnnotationKind } from "./kpi-api.ts";

/** A note while it is written. */
export interface AnnotationDraft {
  readonly from: string;
  /** "" where it is about one day. */
  readonly to: string;
  /** In the reader's language, and optionally in the other. */
  readonly text: string;
  readonly other: string;
  readonly kind: AnnotationKind;
  readonly everywhere: boolean;
}

type Language = "en" | "zh";
const otherOf = (language: Language): Language => (language === "en" ? "zh" : "en");

/** A new note on a day. */
export function newDraft(day: string): AnnotationDraft {
  return { from: day, to: "", text: "", other: "", kind: "note", everywhere: false };
}

/** A note of the team's own as it is changed; a text that is the same in both languages was written in one. */
export function draftOf({ from, to, text, kind, scope }: Annotation, language: Language): AnnotationDraft {
  const other = text[otherOf(language)];
  return {
    from: from ?? "",
    to: to === null || to === from ? "" : to,
    text: text[language],
    other: other === text[language] ? "" : other,
    kind,
    everywhere: scope.kpis.length === 0,
  };
}

/** The note as it is kept. `before`: what it was, whose further scope stays. */
export function inputOf(
  draft: AnnotationDraft,
  kpi: string,
  language: Language,
  before?: Pick<Annotation, "scope">,
): AnnotationInput {
  const text = draft.text.trim();
  const other = draft.other.trim() || text;
  const others = before?.scope.kpis ?? [];
  return {
    from: draft.from,
    to: draft.to || draft.from,
    text: language === "en" ? { en: text, zh: other } : { en: other, zh: text },
    kind: draft.kind,
    scope: {
      kpis: draft.everywhere ? [] : others.length > 0 ? others : [kpi],
      where: before?.scope.where ?? {},
      systems: before?.scope.systems ?? [],
    },
  };
}
