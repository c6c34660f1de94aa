import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compressAssets } from "./scripts/compress-assets.mjs";
import { pxToRem } from "./scripts/px-to-rem.mjs";

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

let start: Set<string> | undefined;

/** All that the page cannot start without, as two files rather than thirty: the libraries, and our own. */
function startChunk(id: string, modules: Modules): string | null {
  if (!start) {
    start = new Set();
    const waiting = [join(import.meta.dirname, "src/web/main.tsx")];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      if (start.has(one)) continue;
      start.add(one);
      waiting.push(...(modules.getModuleInfo(one)?.importedIds ?? []));
    }
  }
  // Mantine's index names every component: what of it the start needs is known only after the rest is shaken off.
  if (!start.has(id) || /\/node_modules\/@(mantine|floating-ui)\//.test(id)) return null;
  return id.includes("/node_modules/") ? "libraries" : "start";
}

export default defineConfig(({ command }) => {
  // What is built is for people, whatever the shell or the test runner that asks for it says of itself.
  if (command === "build") process.env.NODE_ENV = "production";
  return {
    root: "src/web",
    plugins: [react(), compressAssets()],
    css: { postcss: { plugins: [pxToRem()] } },
    build: {
      outDir: "../../dist/web",
      emptyOutDir: true,
      target: "es2022",
      // The page's content security policy allows no inline data scripts or fonts.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 900,
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: startChunk, debugName: "start" }] } } },
    },
    server: { proxy: { "/api": "http://127.0.0.1:8080" } },
  };
});
