// The command line: what to do with which arguments. The doing is elsewhere.
import { Command, CommanderError } from "commander";
import { askCommand } from "./cli/ask.ts";
import { backupCommand, restoreCommand } from "./cli/backup.ts";
import { checkCommand } from "./cli/check.ts";
import { coverageCommand } from "./cli/coverage.ts";
import { doctorCommand } from "./cli/doctor.ts";
import { exportCommand } from "./cli/export.ts";
import { importCommand } from "./cli/import.ts";
import { loadCommand } from "./cli/load.ts";
import { mcpCommand } from "./cli/mcp.ts";
import { misspelt } from "./cli/misspelt.ts";
import { neo4jBrowserCommand } from "./cli/neo4j-browser.ts";
import { queryCommand } from "./cli/query.ts";
import { reviewCommand } from "./cli/review.ts";
import { schemaCommand } from "./cli/schema.ts";
import { settingsHelp } from "./cli/settings-help.ts";
import { startCommand } from "./cli/start.ts";
import { statusCommand } from "./cli/status.ts";
import { templateCommand } from "./cli/template.ts";
import { tokenCommand } from "./cli/token.ts";
import { watchCommand } from "./cli/watch.ts";
import { isIndustryGraphError } from "./errors.ts";
import { packageVersion } from "./packaged.ts";

const isServer = process.argv[2] === "start";

/** Milliseconds for the last words to reach whoever reads them: a server that is told to stop does not wait for it. */
const handingOver = isServer ? 500 : 60_000;

const program = new Command("industry-graph")
  .description("A knowledge graph of local industry: load CSV files, ask in GraphQL or Cypher.")
  .version(packageVersion(), "--version", "print the version of the package")
  .showHelpAfterError("(--help tells what there is)")
  .exitOverride()
  .addHelpText("after", settingsHelp());

for (const add of [
  startCommand,
  loadCommand,
  importCommand,
  reviewCommand,
  exportCommand,
  checkCommand,
  coverageCommand,
  templateCommand,
  askCommand,
  queryCommand,
  schemaCommand,
  mcpCommand,
  neo4jBrowserCommand,
  statusCommand,
  tokenCommand,
  watchCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
])
  add(program);

// A reader such as `head` may stop before the end: that is no error of ours. A server does not end for it: those who
// ask it are others.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    if (!isServer) process.exit(process.exitCode ?? 0);
  });
}

for (const line of misspelt(process.env)) process.stderr.write(`${line}\n`);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if ((error as Error).name === "AbortError") {
    process.stderr.write("Stopped.\n");
    process.exitCode = 130;
  } else {
    const text = isIndustryGraphError(error) ? error.message : ((error as Error).stack ?? String(error));
    process.stderr.write(`${text}\n`);
    process.exitCode =
      isIndustryGraphError(error, "BAD_SETTING") || isIndustryGraphError(error, "BAD_ARGUMENT") ? 2 : 1;
  }
}

// On the way out an engine would give back what it holds piece by piece: two seconds for 100,000 enterprises. Its
// folder is closed by now, so the process ends as soon as what it said has been handed over.
// A reader that has stopped reading is not waited for.
const given = [process.stdout, process.stderr].map(
  (stream) => new Promise<unknown>((resolve) => stream.write("", resolve)),
);
await Promise.race([Promise.all(given), new Promise((resolve) => setTimeout(resolve, handingOver))]);
process.exit();
