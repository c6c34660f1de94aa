/** Parts of a page that are for working on it, not for a picture. */
const APART = "button, select, input, summary, .visually-hidden, [data-actions]";

const escapeXml = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const seen = (colour: string) => colour !== "transparent" && !/(,\s*0\)|\/ 0\))$/.test(colour);
const round = (value: number) => Math.round(value * 100) / 100;

/**
 * An element that is laid out as HTML (bars, cards, tables) as parts of an SVG: its grounds, borders below and drawings, and
 * each line of text where the page has it. `x` and `y`: where the element's upper left corner goes.
 */
export function paintHtml(root: HTMLElement, x: number, y: number): string {
  const corner = root.getBoundingClientRect();
  const place = (box: DOMRect) => ({ x: round(box.left - corner.left + x), y: round(box.top - corner.top + y) });
  const parts: string[] = [];
  const visit = (element: Element) => {
    if (element.matches(APART) || !element.checkVisibility()) return;
    if (element instanceof SVGSVGElement) {
      parts.push(drawn(element, place(element.getBoundingClientRect())));
      return;
    }
    const style = getComputedStyle(element);
    parts.push(...grounds(element, style, place));
    for (const node of element.childNodes) {
      if (node instanceof Element) visit(node);
      else if (node instanceof Text) parts.push(...lines(node, style, place));
    }
  };
  visit(root);
  return parts.join("");
}

type Place = (box: DOMRect) => { readonly x: number; readonly y: number };

/** The ground of a box, plain or hatched, and the line below or at its left. */
function grounds(element: Element, style: CSSStyleDeclaration, place: Place): string[] {
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return [];
  const { x, y } = place(box);
  const rest = `width="${round(box.width)}" height="${round(box.height)}" rx="${Number.parseFloat(style.borderRadius) || 0}" opacity="${style.opacity}"`;
  const rect = (fill: string) => `<rect x="${x}" y="${y}" ${rest} fill="${escapeXml(fill)}"/>`;
  const found: string[] = [];
  if (seen(style.backgroundColor)) found.push(rect(style.backgroundColor));
  const hatch = /gradient\(.*?((?:rgba?|color)\([^)]+\))/.exec(style.backgroundImage)?.[1];
  if (hatch) {
    const id = `hatch-${Math.round(x * 100)}-${Math.round(y * 100)}`;
    found.push(
      `<pattern id="${id}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(25)"><rect width="4" height="7" fill="${escapeXml(hatch)}"/></pattern>`,
      rect(`url(#${id})`),
    );
  }
  for (const [side, at] of [
    ["Bottom", { x, y: y + box.height, w: box.width, h: 0 }],
    ["Top", { x, y, w: box.width, h: 0 }],
    ["Left", { x, y, w: 0, h: box.height }],
  ] as const) {
    const width = Number.parseFloat(style[`border${side}Width`]);
    if (width > 0 && style[`border${side}Style`] !== "none" && seen(style[`border${side}Color`]))
      found.push(
        `<path d="M${at.x} ${round(at.y)}h${round(at.w)}v${round(at.h)}" stroke="${style[`border${side}Color`]}" stroke-width="${width}"/>`,
      );
  }
  return found;
}

/** A text's lines as the page breaks them. */
function lines(node: Text, style: CSSStyleDeclaration, place: Place): string[] {
  const text = node.data;
  if (text.trim() === "") return [];
  const range = document.createRange();
  const broken: { box: DOMRect; text: string }[] = [];
  for (let i = 0; i < text.length; i++) {
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const last = broken.at(-1);
    if (last && Math.abs(last.box.top - box.top) < 2) last.text += text[i];
    else broken.push({ box, text: text[i] ?? "" });
  }
  const size = Number.parseFloat(style.fontSize);
  return broken
    .filter((line) => line.text.trim() !== "")
    .map((line) => {
      const { x, y } = place(line.box);
      // Figures of one width keep their columns.
      const figures =
        style.fontVariantNumeric === "normal" ? "" : ` style="font-variant-numeric:${style.fontVariantNumeric}"`;
      const base = round(y + line.box.height / 2 + size * 0.36);
      return `<text x="${x}" y="${base}" font-family="${escapeXml(style.fontFamily)}" font-size="${size}" font-weight="${style.fontWeight}" fill="${style.color}"${figures} xml:space="preserve">${escapeXml(line.text)}</text>`;
    });
}

const PAINT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "opacity"] as const;

/** A drawing of the page as it stands there: the page's styles do not go along, so that each part carries its own. */
function drawn(drawing: SVGSVGElement, { x, y }: { readonly x: number; readonly y: number }): string {
  const box = drawing.getBoundingClientRect();
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll("*")];
  for (const [i, part] of [copy, ...copy.querySelectorAll("*")].entries()) {
    const style = getComputedStyle(originals[i] ?? drawing);
    for (const name of PAINT) part.setAttribute(name, style.getPropertyValue(name));
    part.removeAttribute("class");
    part.removeAttribute("style");
  }
  for (const [name, value] of Object.entries({ x, y, width: box.width, height: box.height }))
    copy.setAttribute(name, String(value));
  return new XMLSerializer().serializeToString(copy);
}
