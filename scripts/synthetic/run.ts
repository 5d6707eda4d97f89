// The command: node --import tsx scripts/synthetic/run.ts --enterprises 100k --out bench/data/100k
import { parseArgs } from "node:util";
import { generate } from "./generate.ts";
import { countOf } from "./sizes.ts";

const help = `Writes synthetic data in the format of seed/: the same size and seed give the same bytes.

  --enterprises <n>  how many enterprises: 10k, 100k, 1M or any number (default 10k)
  --factor <f>       times as many (default 1)
  --seed <n>         another world of the same size (default 1)
  --out <folder>     where to: an empty folder or one that holds synthetic data (default bench/data/<n>)
`;

try {
  const { values } = parseArgs({
    options: {
      enterprises: { type: "string", default: "10k" },
      factor: { type: "string", default: "1" },
      seed: { type: "string", default: "1" },
      out: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) process.stdout.write(help);
  else {
    const enterprises = Math.round(countOf(values.enterprises) * Number(values.factor));
    const seed = Number(values.seed);
    if (!Number.isSafeInteger(enterprises) || !Number.isSafeInteger(seed))
      throw new Error(`--factor and --seed take numbers, not ${values.factor} and ${values.seed}`);
    const out =
      values.out ?? `bench/data/${values.enterprises}${values.factor === "1" ? "" : `x${values.factor}`}`;
    const { rows, milliseconds } = generate(out, enterprises, seed);
    process.stdout.write(
      `${rows} rows of synthetic data in ${out} after ${(milliseconds / 1000).toFixed(1)} s.\n`,
    );
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
