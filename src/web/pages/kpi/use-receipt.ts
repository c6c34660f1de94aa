import { useQuery } from "@tanstack/react-query";
import { api, type QuestionBody } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";

/** The receipt of a number; asked once for all parts of the page. */
export function useReceipt(question: QuestionBody) {
  const { language } = useFormat();
  return useQuery({
    queryKey: ["receipt", question, language],
    queryFn: () => api.receipt(question, language),
  });
}
