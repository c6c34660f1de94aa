/** How many times larger than usual the page's type is: on a wall, or where the reader has asked the browser for it. */
export function rootScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}
