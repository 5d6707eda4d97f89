// The budget of script: what is loaded before the canvas, and with it, compressed. The build says both and fails.
import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

export interface Budget {
  /** kB of script, compressed, that every page loads. */
  readonly beforeCanvas: number;
  /** kB of script, compressed, in all. */
  readonly withCanvas: number;
}

const kilobytes = (code: string): number => gzipSync(code, { level: 9 }).length / 1_000;

/** Sizes of the script loaded at once, and of all script with its workers, in kB compressed. */
export function sizesOf(bundle: Readonly<Record<string, Rolldown.OutputChunk | Rolldown.OutputAsset>>) {
  const chunks = new Map<string, Rolldown.OutputChunk>();
  let workers = 0;
  for (const file of Object.values(bundle)) {
    if (file.type === "chunk") chunks.set(file.fileName, file);
    else if (file.fileName.endsWith(".js")) workers += kilobytes(String(file.source));
  }
  const first = new Set(
    [...chunks.values()].filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName),
  );
  for (const name of first) for (const next of chunks.get(name)?.imports ?? []) first.add(next);
  let [beforeCanvas, withCanvas] = [0, workers];
  for (const { fileName, code } of chunks.values()) {
    withCanvas += kilobytes(code);
    if (first.has(fileName)) beforeCanvas += kilobytes(code);
  }
  return { beforeCanvas, withCanvas };
}

/** A plugin that reports both sizes and fails the build above the budget. */
export function budget(most: Budget): Plugin {
  return {
    name: "budget",
    generateBundle(_, bundle) {
      const sizes = sizesOf(bundle);
      const told = (["beforeCanvas", "withCanvas"] as const).map(
        (key) =>
          `${key === "beforeCanvas" ? "before the canvas" : "with it"} ${sizes[key].toFixed(1)} of ${most[key]} kB`,
      );
      const message = `script, compressed: ${told.join(", ")}`;
      if (sizes.beforeCanvas > most.beforeCanvas || sizes.withCanvas > most.withCanvas)
        this.error(`Over the budget: ${message}`);
      this.info(message);
    },
  };
}
