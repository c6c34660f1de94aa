import { useQuery } from "@tanstack/react-query";
import { exclusionNamed } from "../../../model/exclusion-words.ts";
import { useFormat } from "../../app/use-format.ts";
import { settingsApi } from "./settings-api.ts";

/** What the rule of an id leaves out, in the reader's words; undefined while that is not known, or of a rule that is gone. */
export function useExclusionWords(): (id: string) => string | undefined {
  const { language } = useFormat();
  const { data } = useQuery({ queryKey: ["exclusions"], queryFn: settingsApi.read, staleTime: 300_000 });
  return (id) => data && exclusionNamed(data.settings.exclusions, id, language);
}
