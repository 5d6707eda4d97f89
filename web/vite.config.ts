// Builds the pages: once for browsers (dist-web), once for the server that renders them first (dist-web/server).
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { budget } from "./budget.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ isSsrBuild }) => ({
  root: at("."),
  publicDir: isSsrBuild ? false : "public",
  resolve: { dedupe: ["preact", "graphology"] },
  // The rendering bundle holds what it needs, so that nothing of it is a dependency at run time.
  ssr: { noExternal: true },
  build: {
    target: "es2022",
    // Of style too: what is newer, such as light-dark(), is written so that these know it.
    cssTarget: ["chrome94", "firefox93", "safari15.4"],
    outDir: at(isSsrBuild ? "../dist-web/server" : "../dist-web"),
    emptyOutDir: true,
    // Inlined pictures and modules would need a weaker content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    ...(isSsrBuild ? { rolldownOptions: { input: at("src/server.tsx") } } : {}),
  },
  worker: { format: "es" },
  plugins: isSsrBuild ? [] : [budget({ beforeCanvas: 150, withCanvas: 400 })],
}));
