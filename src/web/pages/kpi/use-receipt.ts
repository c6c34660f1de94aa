import { useQuery } from "@tanstack/react-query";
import type { QuestionBody } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { receiptQuestion } from "./kpi-questions.ts";

/** The receipt of a number; asked once for all parts of the page. */
export function useReceipt(question: QuestionBody) {
  const { language } = useFormat();
  return useQuery(receiptQuestion(question, language));
}
