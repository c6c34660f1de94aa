/** Colours, type and width that a drawing is made with. */
export interface ChartTheme {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly sea: string;
  readonly ghost: string;
  readonly surface: string;
  readonly good: string;
  readonly bad: string;
  /** What cannot be told yet. */
  readonly unsure: string;
  /** The six colours of categories, and the grey of all others. */
  readonly categories: readonly string[];
  readonly other: string;
  /** Font family; the page's own. */
  readonly font: string;
  /** Width of the drawing in pixels. */
  readonly width: number;
}

/** Narrower than this, names stand above or below rather than beside. */
export const NARROW = 560;

/** The page's colours as they stand now, for a drawing of a width. */
export function pageTheme(width: number): ChartTheme {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: colour("ink"),
    soft: colour("ink-soft"),
    line: colour("line"),
    sea: colour("sea"),
    ghost: colour("ghost"),
    surface: colour("surface"),
    good: colour("good"),
    bad: colour("bad"),
    unsure: colour("unsure"),
    categories: [1, 2, 3, 4, 5, 6].map((number) => colour(`cat-${number}`)),
    other: colour("cat-other"),
    font: getComputedStyle(document.body).fontFamily,
    width,
  };
}

/** A category's colour by its slot, grey without one. */
export function slotColour(theme: ChartTheme, slot: number | null | undefined): string {
  return slot == null ? theme.other : (theme.categories[slot] ?? theme.other);
}

/** Axes, texts and tooltips that all drawings share. */
export function frameOf(theme: ChartTheme) {
  return {
    animation: false,
    textStyle: { fontFamily: theme.font },
    categoryAxis: {
      type: "category",
      axisLine: { lineStyle: { color: theme.line } },
      axisTick: { show: false },
      axisLabel: { color: theme.soft, hideOverlap: true, fontSize: 12 },
    },
    valueAxis: {
      type: "value",
      splitNumber: 3,
      splitLine: { lineStyle: { color: theme.line } },
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: theme.soft, fontSize: 12 },
    },
    tooltip: {
      confine: true,
      backgroundColor: theme.surface,
      borderColor: theme.line,
      textStyle: { color: theme.ink, fontFamily: theme.font, fontSize: 13 },
    },
  } as const;
}

/** Texts from outside cannot become markup in a tooltip. */
export const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A colour between two, `share` of the way to the second. */
export function mix(from: string, to: string, share: number): string {
  // Built style sheets shorten #ffffff to #fff.
  const long = (hex: string) => (hex.length === 4 ? hex.replaceAll(/[0-9a-f]/gi, "$&$&") : hex);
  const part = (hex: string, at: number) => Number.parseInt(long(hex).slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) => Math.round(part(from, at) + (part(to, at) - part(from, at)) * share))
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("")}`;
}

/** A value as an axis says it: without the decimals of whole amounts. */
export const tick = (value: (value: number | null) => string) => (given: number) =>
  value(given).replace(/\.0+(?=\D*$)/, "");

/** About how many pixels a sign is wide. */
const signWidth = (sign: string, size: number) => (sign > "\u2e80" ? size : size * 0.56);

/** About how many pixels a text is wide. */
export const textWidth = (text: string, size = 12) => [...text].reduce((sum, sign) => sum + signWidth(sign, size), 0);

/** A text cut to about so many pixels. */
export function cut(text: string, pixels: number, size = 12): string {
  let width = 0;
  let kept = "";
  for (const sign of text) {
    width += signWidth(sign, size);
    if (width > pixels) return `${kept.trimEnd()}…`;
    kept += sign;
  }
  return text;
}
