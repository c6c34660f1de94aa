/** Puts a text on the clipboard, also where the page is served without a certificate. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Pages of a plain http address have no clipboard of their own.
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("the browser did not copy");
}

/** Whether pictures can be put on the clipboard here. */
export const copiesPictures = () => typeof ClipboardItem !== "undefined" && Boolean(navigator.clipboard?.write);

/** Puts a picture on the clipboard. */
export async function copyPicture(png: Promise<Blob>): Promise<void> {
  // Given as a promise, so that the click still counts as the person's own.
  await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
}
