// `npm run neo4j`: a real Neo4j with Neo4j Browser on this machine, until Ctrl-C.

import { serveBrowserFiles } from "../../src/cli/neo4j-browser-files.ts";
import { openNeo4j } from "../../src/store/neo4j.ts";
import { type LauncherOptions, launcherHelp, readLauncherOptions } from "./options.ts";
import { startNeo4j } from "./start.ts";

/** Shows what is waited for: in place on a terminal, elsewhere a line whenever the words change. */
function progressLine(): { show(line: string): void; clear(): void } {
  let last = "";
  return {
    show(line) {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line} ...`);
      else if (line.replace(/\d+/g, "") !== last) process.stderr.write(`${line} ...\n`);
      last = line.replace(/\d+/g, "");
    },
    clear: () => void (process.stderr.isTTY && process.stderr.write("\r\x1b[K")),
  };
}

function welcome(uri: string, browser: string, data: string, files: string): string {
  return `Neo4j answers.

  Bolt           ${uri}        no user, no password
  Neo4j Browser  ${browser}
                 choose the authentication type "No authentication", then Connect
  Data           ${data}

The API on it, which loads seed/ into an empty database:
  NEO4J_URI=${uri} npm start

In Neo4j Browser (配色、问题收藏、导览; docs/neo4j.md tells more). Questions and guide are about what is loaded when they are asked for:
  Colours and captions   :style ${files}/neo4j.grass
  Saved questions        download ${files}/neo4j-questions.zip, drag it into its window; they are under the star at the left
  A guide through them   :guide ${files}/neo4j-guide.html

Ctrl-C stops it.
`;
}

async function main(options: LauncherOptions): Promise<void> {
  const stopped = new AbortController();
  const stop = (): void => {
    // Before it answers there is nothing to close in order, and a second Ctrl-C insists.
    if (stopped.signal.aborted || !running) process.exit(130);
    stopped.abort();
  };
  let running = false;
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  const progress = progressLine();
  const neo4j = await startNeo4j(options, progress.show);
  running = true;
  progress.clear();
  const store = openNeo4j({ uri: neo4j.uri });
  const files = await serveBrowserFiles(options.files, store);
  process.stdout.write(welcome(neo4j.uri, neo4j.browser, neo4j.data, files.url));
  const asked = new Promise<undefined>((resolve) =>
    stopped.signal.addEventListener("abort", () => resolve(undefined), { once: true }),
  );
  const output = await Promise.race([asked, neo4j.ended]);
  if (output !== undefined) throw new Error(`Neo4j stopped by itself:\n${output}`);
  files.close();
  await store.close();
  process.stderr.write("\nStopping Neo4j ...\n");
  await neo4j.stop();
  process.stderr.write("Stopped.\n");
}

function optionsOrExit(): LauncherOptions {
  try {
    const options = readLauncherOptions(process.argv.slice(2), process.env);
    if (options !== undefined) return options;
    process.stdout.write(launcherHelp());
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n--help tells what there is.\n`);
    process.exit(2);
  }
}

try {
  await main(optionsOrExit());
  process.exit(0);
} catch (error) {
  process.stderr.write(`\n${(error as Error).message}\n`);
  process.exit(1);
}
