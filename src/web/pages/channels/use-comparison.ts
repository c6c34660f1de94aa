import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import type { ComparedStage } from "./channels-api.ts";
import { comparisonQuestion } from "./channels-questions.ts";
import { inReadersNames } from "./in-readers-names.ts";

/** Channels side by side at a stage; the same question on every page that shows a part of it. */
export function useComparison(period: string, stage: ComparedStage) {
  const { language } = useFormat();
  return useQuery({ ...comparisonQuestion(period, stage, language), placeholderData: keepPreviousData });
}

/** A sentence of the server with the channels under the names that the page gives them. */
export function useSentence() {
  const name = useDimensionValue();
  return (sentence: string, channels: readonly string[]): string =>
    inReadersNames(sentence, channels, (one) => name("channel", one));
}
