import { LeadlineError } from "../language/leadline-error.ts";

/** `--set currency=EUR` given several times. */
export function readSettings(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf("=");
      if (at < 1)
        throw new LeadlineError(
          "usage.set",
          `--set ${text} is not KEY=VALUE.`,
          "Write for example --set currency=EUR.",
        );
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}
