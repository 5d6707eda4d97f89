// `neo4j-browser`: what Neo4j Browser takes, about the data of the store: colours, saved questions, a guide.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { IndustryGraphError } from "../errors.ts";
import { makeFolder } from "../load/make-folder.ts";
import type { GraphStore } from "../store/port.ts";
import { interruptible } from "./interrupt.ts";
import { withStore } from "./with-store.ts";

interface Options {
  readonly out?: string;
  readonly serve?: number;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new InvalidArgumentError("It is a port, a whole number from 0 (any free one) to 65535.");
  return port;
}

/** The three files in a folder; those that are there from before are replaced. */
async function writeFiles(store: GraphStore, folder: string): Promise<void> {
  const { browserFilesOf } = await import("./neo4j-browser-files.ts");
  const files = await browserFilesOf(store);
  try {
    makeFolder(folder);
    for (const [name, content] of files) await writeFile(join(folder, name), content);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${folder} cannot be written (${code}): give another --out.`,
    );
  }
  process.stdout.write(`Written to ${folder}, about what ${store.address} holds:
  neo4j.grass          colours and captions: drag it into the window of Neo4j Browser
  neo4j-questions.zip  saved questions: drag it into the window; they are under the star at the left
  neo4j-guide.html     the guide: \`:guide\` takes it from an address (--serve), not from a file
`);
}

/** Hands them out by address until it is stopped. */
async function serve(store: GraphStore, port: number): Promise<void> {
  const { serveBrowserFiles } = await import("./neo4j-browser-files.ts");
  const { signal, done } = interruptible();
  try {
    const { url, close } = await serveBrowserFiles(port, store).catch((error: NodeJS.ErrnoException) => {
      throw new IndustryGraphError(
        "BAD_ARGUMENT",
        `Port ${port} cannot be listened on (${error.code ?? error.message}): give another --serve.`,
      );
    });
    process.stdout.write(`In Neo4j Browser:
  :style ${url}/neo4j.grass
  :guide ${url}/neo4j-guide.html
  ${url}/neo4j-questions.zip  opens in a tab and is saved: drag it into the window
Stop with Ctrl-C.
`);
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
    close();
  } finally {
    done();
  }
}

/** Adds the command. */
export function neo4jBrowserCommand(program: Command): void {
  program
    .command("neo4j-browser")
    .description("write colours, saved questions and a guide for Neo4j Browser, about the data of the store")
    .option("--out <folder>", "the folder to write to (default: neo4j-browser)")
    .option("--serve <port>", "serve them to a Neo4j Browser on this machine, as data change", portOf)
    .action(({ out, serve: port }: Options) =>
      withStore(async (store) => {
        if (out !== undefined || port === undefined) await writeFiles(store, out ?? "neo4j-browser");
        if (port !== undefined) await serve(store, port);
      }),
    );
}
