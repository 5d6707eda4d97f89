// Progress of a load: a bar on a terminal, plain lines elsewhere, with the time that remains.
import { Presets, SingleBar } from "cli-progress";
import type { OnProgress } from "../load/check/pass.ts";

/** Tells how long a step will take from how far it has come: seconds as people say them. */
function remaining(): (step: string, file: string, rows: number, all: number | undefined) => string {
  let [step, file, before, last] = ["", "", 0, 0];
  let started = Date.now();
  return (nextStep, nextFile, rows, all) => {
    if (nextStep !== step) [step, before, last, started] = [nextStep, 0, 0, Date.now()];
    else if (nextFile !== file) before += last;
    [file, last] = [nextFile, rows];
    const [done, elapsed] = [before + rows, (Date.now() - started) / 1_000];
    if (all === undefined || done === 0 || done >= all || elapsed < 2) return "";
    const seconds = (elapsed * (all - done)) / done;
    return seconds < 90 ? `about ${Math.ceil(seconds)} s` : `about ${Math.round(seconds / 60)} min`;
  };
}

/** A listener that shows progress on standard error, and a function that ends it. */
export function showProgress(): { readonly onProgress: OnProgress; done(): void } {
  let bar: SingleBar | undefined;
  let current = "";
  let lastLine = Date.now();
  let lastStep: string | undefined;
  const timeLeft = remaining();
  const done = (): void => {
    bar?.stop();
    bar = undefined;
  };
  return {
    done,
    onProgress({ step, file, rows, of, all }) {
      const name = `${step} ${file}`;
      const left = timeLeft(step, file, rows, all);
      if (process.stderr.isTTY) {
        if (of < 2_000) return;
        if (name !== current) {
          done();
          bar = new SingleBar(
            {
              format: "{name} {bar} {value}/{total} rows {left}",
              stream: process.stderr,
              clearOnComplete: true,
            },
            Presets.shades_classic,
          );
          bar.start(of, rows, { name, left: "" });
          current = name;
        }
        bar?.setTotal(of);
        bar?.update(rows, { left: left === "" ? "" : `${left} left to ${step}` });
        return;
      }
      // In a log: when another step begins, and else every two seconds.
      const next = lastStep !== undefined && step !== lastStep;
      lastStep = step;
      if (!next && Date.now() - lastLine < 2_000) return;
      lastLine = Date.now();
      process.stderr.write(
        `${name}: ${rows}${of > rows ? ` of ${of}` : ""} rows${left === "" ? "" : `, ${left} left to ${step}`}\n`,
      );
    },
  };
}
