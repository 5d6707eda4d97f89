// Progress of a load: a bar on a terminal, plain lines elsewhere, with the time that remains.
import { Presets, SingleBar } from "cli-progress";
import type { OnProgress } from "../load/check/pass.ts";

/** A listener that shows progress on standard error, and a function that ends it. */
export function showProgress(): { readonly onProgress: OnProgress; done(): void } {
  let bar: SingleBar | undefined;
  let current = "";
  let lastLine = Date.now();
  let lastStep: string | undefined;
  const done = (): void => {
    bar?.stop();
    bar = undefined;
  };
  return {
    done,
    onProgress({ step, file, rows, of }) {
      const name = `${step} ${file}`;
      if (process.stderr.isTTY) {
        if (of < 2_000) return;
        if (name !== current) {
          done();
          bar = new SingleBar(
            {
              format: "{name} {bar} {value}/{total} rows, {eta_formatted} left",
              stream: process.stderr,
              clearOnComplete: true,
            },
            Presets.shades_classic,
          );
          bar.start(of, rows, { name });
          current = name;
        }
        bar?.setTotal(of);
        bar?.update(rows);
        return;
      }
      // In a log: when another step begins, and else every two seconds.
      const next = lastStep !== undefined && step !== lastStep;
      lastStep = step;
      if (!next && Date.now() - lastLine < 2_000) return;
      lastLine = Date.now();
      process.stderr.write(`${name}: ${rows}${of > rows ? ` of ${of}` : ""} rows\n`);
    },
  };
}
