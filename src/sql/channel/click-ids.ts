import type { ChannelInputs } from "./channel-inputs.ts";
import { textList } from "./text-literal.ts";

/** Click ids that prove a paid click, and the source and medium they stand for. */
const PAID_CLICK_IDS: Readonly<Record<string, { readonly source: string; readonly medium: string }>> = {
  gclid: { source: "google", medium: "cpc" },
  gbraid: { source: "google", medium: "cpc" },
  wbraid: { source: "google", medium: "cpc" },
  gclsrc: { source: "google", medium: "cpc" },
  gad_source: { source: "google", medium: "cpc" },
  dclid: { source: "doubleclick", medium: "display" },
  msclkid: { source: "bing", medium: "cpc" },
  yclid: { source: "yandex", medium: "cpc" },
  bd_vid: { source: "baidu", medium: "cpc" },
};

const NAMES = textList(Object.keys(PAID_CLICK_IDS));
const SOURCES = textList(Object.values(PAID_CLICK_IDS).map(({ source }) => source));
const MEDIUMS = textList(Object.values(PAID_CLICK_IDS).map(({ medium }) => medium));

/** Values by which analytics tools say that nothing is known. */
const NOTHING = textList(["", "(direct)", "(none)", "(not set)"]);

/** Source and medium, taken from a certain paid click id where the record names neither. */
export function fillFromClickId({ source, medium, clickId }: ChannelInputs): Pick<ChannelInputs, "source" | "medium"> {
  if (clickId === undefined) return { source, medium };
  const name = `lower(toString(${clickId}))`;
  const gap = `(has(${NAMES}, ${name}) AND has(${NOTHING}, lower(toString(${source}))) AND has(${NOTHING}, lower(toString(${medium}))))`;
  const filled = (own: string, values: string) =>
    `if(${gap}, transform(${name}, ${NAMES}, ${values}, ''), toString(${own}))`;
  return { source: filled(source, SOURCES), medium: filled(medium, MEDIUMS) };
}
