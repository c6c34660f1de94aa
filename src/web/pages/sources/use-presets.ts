import { useQuery } from "@tanstack/react-query";
import { type Bilingual, call } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";

export interface ListedPreset {
  readonly id: string;
  readonly name: Bilingual;
  readonly export_guide: Bilingual;
}

/** The systems whose files are known. */
export function usePresets(): readonly ListedPreset[] | undefined {
  const query = useQuery({
    queryKey: ["presets"],
    queryFn: () => call<{ readonly presets: readonly ListedPreset[] }>("/api/presets"),
  });
  return query.data?.presets;
}

/** What a preset is called in the reader's language; its id until that is known. */
export function usePresetName(): (id: string) => string {
  const { language } = useFormat();
  const presets = usePresets();
  return (id) => presets?.find((one) => one.id === id)?.name[language] ?? id;
}
