// Compiles src/ into dist/: the command line, and what `import ... from "industry-graph"` gives, with its types.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { defineConfig } from "tsdown";

/** The compiler that writes the types: the native one, which TypeScript's package keeps beside its `tsc`. */
const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
const { default: compiler } = await import(pathToFileURL(join(typescript, "lib/getExePath.js")).href);

export default defineConfig({
  entry: ["src/cli.ts", "src/index.ts"],
  platform: "node",
  target: "node20.19",
  format: "esm",
  fixedExtension: false,
  // All files of dist/ lie side by side: src/packaged.ts counts on it.
  outDir: "dist",
  clean: true,
  sourcemap: true,
  dts: { tsgo: { path: compiler() } },
});
