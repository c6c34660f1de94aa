import inter from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import { wrapText } from "../../charts/drawing/wrap-text.ts";
import { paintHtml } from "./paint-html.ts";

/** A drawing on its own: SVG text and its size in pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 24;
const TITLE = { size: 17, weight: 600, line: 22 };
const NOTE = { size: 12, weight: 400, line: 16 };
/** A picture of a phone's width holds the title of a long question. */
const MOST_LINES = 6;
const escapeXml = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What within an element can be drawn: charts, and boxes of HTML that are marked as pictures. */
const DRAWINGS = "[data-chart] svg, [data-drawn]";

/** Whether there is something within an element that a picture can be made of. */
export const isDrawn = (element: HTMLElement | null | undefined): boolean => element?.querySelector(DRAWINGS) != null;

/**
 * The charts within an element as one picture that stands for itself: the title above them, where the numbers are from below,
 * on the page's ground. Texts marked with `data-caption` go along. Null where nothing is drawn.
 */
export function pictureOf(element: HTMLElement, title: string, note: string): Picture | null {
  const drawings = [...element.querySelectorAll<SVGSVGElement | HTMLElement>(DRAWINGS)].filter(
    (one) => !one.parentElement?.closest("[data-drawn]"),
  );
  if (drawings.length === 0) return null;
  const captions = [...element.querySelectorAll<HTMLElement>("[data-caption]")];
  const boxes = [...drawings, ...captions].map((one) => one.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const inner = Math.max(...boxes.map((box) => box.right)) - left;
  const titles = title ? wrapText(title, inner, TITLE.size, MOST_LINES) : [];
  const notes = wrapText(note, inner, NOTE.size, MOST_LINES);
  const above = MARGIN + titles.length * TITLE.line + (title ? 14 : 0);
  const width = Math.ceil(inner + 2 * MARGIN);
  const below = Math.ceil(Math.max(...boxes.map((box) => box.bottom)) - top + above);
  const height = below + MARGIN + 8 + notes.length * NOTE.line;
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const font = escapeXml(getComputedStyle(document.body).fontFamily);
  const text = (x: number, y: number, size: number, weight: number, fill: string, content: string) =>
    `<text x="${x}" y="${y}" font-family="${font}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(content)}</text>`;
  const parts = [
    `<rect width="${width}" height="${height}" fill="${colour("surface")}"/>`,
    ...titles.map((line, i) =>
      text(MARGIN, MARGIN + 16 + i * TITLE.line, TITLE.size, TITLE.weight, colour("ink"), line),
    ),
    ...captions.map((caption) => {
      const box = caption.getBoundingClientRect();
      return text(
        MARGIN + box.left - left,
        above + box.top - top + 14,
        13,
        600,
        colour("ink"),
        caption.textContent ?? "",
      );
    }),
    ...drawings.map((drawing) => {
      const box = drawing.getBoundingClientRect();
      const [x, y] = [MARGIN + box.left - left, above + box.top - top];
      if (drawing instanceof HTMLElement) return paintHtml(drawing, x, y);
      const copy = drawing.cloneNode(true) as SVGSVGElement;
      copy.setAttribute("x", String(x));
      copy.setAttribute("y", String(y));
      copy.setAttribute("width", String(box.width));
      copy.setAttribute("height", String(box.height));
      copy.removeAttribute("style");
      return new XMLSerializer().serializeToString(copy);
    }),
    ...notes.map((line, i) =>
      text(MARGIN, below + MARGIN + 4 + i * NOTE.line, NOTE.size, NOTE.weight, colour("ink-soft"), line),
    ),
  ];
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.filter(Boolean).join("")}</svg>`,
    width,
    height,
  };
}

/** The page's own type as it goes into a picture: an image cannot use the fonts of the page around it. */
async function fontStyle(): Promise<string> {
  const file = new FileReader();
  const blob = await (await fetch(inter)).blob();
  const data = await new Promise<string>((done, failed) => {
    file.onload = () => done(String(file.result));
    file.onerror = () => failed(file.error);
    file.readAsDataURL(blob);
  });
  const source = data.replace(/^data:[^;,]*/, "data:font/woff2");
  return `<style>@font-face{font-family:"Inter Variable";font-weight:100 900;src:url(${source}) format("woff2")}</style>`;
}

/** The picture in pixels, sharp enough for a slide. */
export async function pngOf({ svg, width, height }: Picture, scale = 2): Promise<Blob> {
  const dressed = svg.replace(">", `>${await fontStyle()}`);
  const url = URL.createObjectURL(new Blob([dressed], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((done, failed) =>
      canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("the picture could not be drawn"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
