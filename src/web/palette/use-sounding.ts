import { useQuery } from "@tanstack/react-query";
import { useFormat } from "../app/use-format.ts";
import type { Entry } from "./find-entries.ts";

const known = new Map<string, string>();

/** In Chinese, entries are found by their sound, too; the dictionary is fetched when the palette first opens. */
export function useSounding<Found extends Entry>(entries: readonly Found[]): readonly Found[] {
  const { language } = useFormat();
  const { data: soundOf } = useQuery({
    queryKey: ["sound-of"],
    queryFn: async () => (await import("./sound-of.ts")).soundOf,
    enabled: language === "zh",
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!soundOf) return entries;
  return entries.map((entry) => {
    if (!/\p{Script=Han}/u.test(entry.label)) return entry;
    const sound = known.get(entry.label) ?? soundOf(entry.label);
    known.set(entry.label, sound);
    return { ...entry, sound };
  });
}
