// Progress of a load: a bar on a terminal, plain lines elsewhere, with the time that remains.
import { Presets, SingleBar } from "cli-progress";
import type { OnProgress } from "../load/check/pass.ts";

/** Steps as they are told in Chinese; those of loads are told in English. */
const inChinese: Readonly<Record<string, string>> = {
  read: "读取",
  known: "读取已知数据",
  match: "比对",
  write: "写入",
};

/** Tells how long a step will take from how far it has come: seconds as people say them. */
function remaining(
  language: "zh" | "en",
): (step: string, file: string, rows: number, all: number | undefined) => string {
  let [step, file, before, last] = ["", "", 0, 0];
  let started = Date.now();
  return (nextStep, nextFile, rows, all) => {
    if (nextStep !== step) [step, before, last, started] = [nextStep, 0, 0, Date.now()];
    else if (nextFile !== file) before += last;
    [file, last] = [nextFile, rows];
    const [done, elapsed] = [before + rows, (Date.now() - started) / 1_000];
    if (all === undefined || done === 0 || done >= all || elapsed < 2) return "";
    const seconds = (elapsed * (all - done)) / done;
    const [count, zh, en] =
      seconds < 90 ? [Math.ceil(seconds), "秒", "s"] : [Math.round(seconds / 60), "分钟", "min"];
    return language === "zh" ? `约 ${count} ${zh}` : `about ${count} ${en}`;
  };
}

/** A listener that shows progress on standard error, and a function that ends it. */
export function showProgress(language: "zh" | "en" = "en"): {
  readonly onProgress: OnProgress;
  done(): void;
} {
  let bar: SingleBar | undefined;
  let current = "";
  let lastLine = Date.now();
  let lastStep: string | undefined;
  const timeLeft = remaining(language);
  const zh = language === "zh";
  const leftText = (left: string, doing: string): string =>
    left === "" ? "" : zh ? `${doing}还需${left}` : `${left} left to ${doing}`;
  const done = (): void => {
    bar?.stop();
    bar = undefined;
  };
  return {
    done,
    onProgress({ step, file, rows, of, all }) {
      const doing = (zh ? inChinese[step] : undefined) ?? step;
      const name = `${doing} ${file}`;
      const left = timeLeft(step, file, rows, all);
      if (process.stderr.isTTY) {
        if (of < 2_000) return;
        if (name !== current) {
          done();
          bar = new SingleBar(
            {
              format: `{name} {bar} {value}/{total} ${zh ? "行" : "rows"} {left}`,
              stream: process.stderr,
              clearOnComplete: true,
            },
            Presets.shades_classic,
          );
          bar.start(of, rows, { name, left: "" });
          current = name;
        }
        bar?.setTotal(of);
        bar?.update(rows, { left: leftText(left, doing) });
        return;
      }
      // In a log: when another step begins, and else every two seconds.
      const next = lastStep !== undefined && step !== lastStep;
      lastStep = step;
      if (!next && Date.now() - lastLine < 2_000) return;
      lastLine = Date.now();
      const rest = left === "" ? "" : `${zh ? "，" : ", "}${leftText(left, doing)}`;
      const counted = of > rows ? (zh ? `${rows}/${of}` : `${rows} of ${of}`) : rows;
      // Some steps are not counted.
      process.stderr.write(of === 0 ? `${name}\n` : `${name}: ${counted} ${zh ? "行" : "rows"}${rest}\n`);
    },
  };
}
