import { didYouMeanText } from "../../language/did-you-mean.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import type { Preset } from "../../model/preset.ts";

/** Settings that hold for files of every preset. */
export const FILE_SETTINGS = ["encoding", "delimiter", "dates", "numbers", "sheet", "timezone", "scope"] as const;

/**
 * The values of a preset's settings: what the person gave, else the defaults. Throws `load.unknown_setting`,
 * `load.setting_missing` and `load.bad_setting`.
 */
export function loadSettings(
  preset: Preset,
  given: Readonly<Record<string, string>>,
  language: "en" | "zh",
): Readonly<Record<string, string>> {
  const known = [...Object.keys(preset.settings), ...FILE_SETTINGS];
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue;
    throw new LeadlineError(
      "load.unknown_setting",
      `The preset ${preset.id} has no setting "${key}".`,
      didYouMeanText(key, known) ?? `Use one of: ${known.join(", ")}.`,
      { key },
    );
  }
  const { timezone } = given;
  if (timezone !== undefined && !isTimezone(timezone)) {
    throw new LeadlineError(
      "load.bad_setting",
      `--set timezone=${timezone} is no time zone.`,
      "Write for example --set timezone=Asia/Shanghai.",
      { key: "timezone" },
    );
  }
  const settings: Record<string, string> = { ...given };
  for (const [key, { ask, default: fallback, required }] of Object.entries(preset.settings)) {
    const value = given[key]?.trim() || fallback;
    if (value !== undefined) settings[key] = value;
    else if (required) {
      throw new LeadlineError(
        "load.setting_missing",
        `The file does not say it, so it is asked: ${ask[language]}.`,
        `Add --set ${key}=VALUE.`,
        { key },
      );
    }
  }
  return settings;
}

function isTimezone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
