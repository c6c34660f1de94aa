// Part of the web build: lengths of our styles follow the root's font size, as those of the component library do.

/** A PostCSS plugin: pixels from 4 on become rem; hair lines stay. Media queries ask for the window's own pixels. */
export function pxToRem() {
  return {
    postcssPlugin: "px-to-rem",
    Declaration(declaration) {
      if (declaration.source?.input.file?.includes("/node_modules/")) return;
      if (!declaration.value.includes("px")) return;
      declaration.value = declaration.value.replace(/(?<![\w.#-])(-?)(\d*\.?\d+)px\b/g, (text, sign, number) =>
        Number(number) < 4 ? text : `${sign}${Number(number) / 16}rem`,
      );
    },
  };
}
