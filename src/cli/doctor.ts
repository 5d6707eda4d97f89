// `doctor`: the quality of the data of the store, one statement a finding, as a table or JSON.
import { type Command, InvalidArgumentError } from "commander";
import { parse } from "graphql";
import { type Ask as AskOperation, dataOf } from "../catalogue/ask.ts";
import { readSettings, type Settings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import { readDataset } from "../load/dataset.ts";
import { dateForms, readDate } from "../ontology/written.ts";
import type { GraphStore } from "../store/port.ts";
import { watchesPath } from "../watch/folder.ts";
import { type Finding, findings, requestOf } from "./doctor-findings.ts";
import { type Line, linesOf } from "./doctor-lines.ts";
import { orOfServer } from "./served.ts";
import { table } from "./table.ts";
import { viewStates } from "./view-states.ts";
import { watchTroubles } from "./watch-troubles.ts";
import { withStore } from "./with-store.ts";

interface Options {
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly asOf?: string;
  readonly years: number;
  readonly first: number;
}

function whole(least: number) {
  return (text: string): number => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= 1_000) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to 1000.`);
  };
}

function dateGiven(text: string): string {
  const date = readDate(text);
  if (date !== undefined) return date;
  throw new InvalidArgumentError(`Write ${dateForms}.`);
}

type Ask = (finding: Finding) => Promise<Line[]>;

/** A function that asks one finding of the store. */
async function asking(store: GraphStore, options: Options): Promise<Ask> {
  // Only here: what other commands do not need they do not hold in memory.
  const { createService } = await import("../api/service.ts");
  const { schema, executor } = createService(store);
  const variableValues = { first: options.first, years: options.years, asOf: options.asOf };
  return async (finding) => {
    const { data, errors } = await executor({ schema, document: parse(requestOf(finding)), variableValues });
    const error = errors?.[0];
    if (error !== undefined) throw error.originalError ?? error;
    return linesOf(finding, (data as { dataQuality: Record<string, unknown> }).dataQuality[finding.name]);
  };
}

/** A function that asks one finding of a running server. */
function askingServer(ask: AskOperation, { first, years, asOf }: Options): Ask {
  return async (finding) => {
    const text = requestOf(finding);
    // A server refuses values that nothing asks for.
    const given = Object.entries({ first, years, asOf }).filter(([name]) => text.includes(`$${name}`));
    const answer = await ask({ text, document: parse(text) }, Object.fromEntries(given));
    const { dataQuality } = dataOf(answer) as { dataQuality: Record<string, unknown> };
    return linesOf(finding, dataQuality[finding.name]);
  };
}

/** The watches that are not well, where there are watches: no statement asks that. */
function watchLines(folder: string, first: number): Line[] {
  const watches = watchTroubles(folder);
  if (watches.length === 0) return [];
  const ill = watches.flatMap(({ name, problem }) =>
    problem === null ? [] : [{ id: name, name, detail: problem, sources: [] }],
  );
  return [{ finding: "watches", gravity: "WARNING", total: ill.length, examples: ill.slice(0, first) }];
}

/** The views that answer nobody, where there are views: they are stores of their own. */
async function viewLines(settings: Settings, first: number): Promise<Line[]> {
  const views = await viewStates(settings);
  if (views.length === 0) return [];
  const ill = views.flatMap(({ name, problem }) =>
    problem === null ? [] : [{ id: name, name, detail: problem, sources: [] }],
  );
  return [{ finding: "views", gravity: "WARNING", total: ill.length, examples: ill.slice(0, first) }];
}

function printed(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    line.gravity,
    line.finding,
    String(line.total),
    line.examples.length === 0 ? "" : line.examples.map((one) => one.name).join(", "),
  ]);
  return table(["gravity", "finding", "total", "first of them"], rows);
}

async function linesFound(ask: Ask): Promise<Line[]> {
  const lines: Line[] = [];
  for (const finding of findings) lines.push(...(await ask(finding)));
  return lines;
}

/** Prints what was found, and says by the exit code whether that is a problem. */
function tell(
  lines: readonly Line[],
  { folder, version }: { readonly folder: string | null; readonly version: string | null },
  options: Options,
): void {
  const found = (gravity: string): boolean =>
    lines.some((line) => line.gravity === gravity && line.total > 0);
  const sick = found("PROBLEM") || (options.strict === true && found("WARNING"));
  const report = { folder, version, healthy: !sick, findings: lines };
  process.stdout.write(
    options.json === true ? `${JSON.stringify(report, null, 2)}\n` : `${printed(lines)}\n`,
  );
  if (sick) process.exitCode = 1;
}

export function doctorCommand(program: Command): void {
  program
    .command("doctor")
    .description("tell what is missing, doubtful or old in the data; exit code 1 where there is a problem")
    .option("--json", "print JSON, with the sources of what was found")
    .option("--strict", "exit code 1 for warnings too")
    .option("--as-of <date>", "the date from which age and targets are counted; today if left out", dateGiven)
    .option("--years <n>", "figures are old when nothing is newer than so many years", whole(0), 2)
    .option("--first <n>", "how many of each finding are named", whole(0), 5)
    .action((options: Options) =>
      orOfServer(
        (opened) =>
          withStore(async (store, settings) => {
            opened();
            const dataset = await readDataset(store);
            if (dataset?.state !== "READY") {
              const what = dataset === undefined ? "The store is empty" : "Loading was cut off";
              throw new IndustryGraphError("NOT_READY", `${what}. Load a folder first: industry-graph load.`);
            }
            const lines = await linesFound(await asking(store, options));
            lines.push(...watchLines(watchesPath(settings), options.first));
            lines.push(...(await viewLines(settings, options.first)));
            tell(lines, dataset, options);
          }),
        async (url) => {
          const { askServer } = await import("../catalogue/over-server.ts");
          const { ask, version } = askServer(url, process.env.INDUSTRY_GRAPH_TOKEN);
          const lines = await linesFound(askingServer(ask, options));
          lines.push(...watchLines(watchesPath(readSettings(process.env)), options.first));
          // Views are stores of the server's own: its /ready tells of each.
          tell(lines, { folder: url, version: await version() }, options);
        },
      ),
    );
}
