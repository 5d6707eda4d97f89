// `start`: serves the API until it is told to stop.
import type { Command } from "commander";
import { readSettings } from "../config.ts";
import { printNotes } from "./checked-folder.ts";
import { confirmLoad } from "./confirm-load.ts";
import { interruptible } from "./interrupt.ts";
import { showProgress } from "./progress.ts";

export function startCommand(program: Command): void {
  program
    .command("start")
    .description(
      "serve the pages, GraphiQL and the API; load SEED_DIR into an empty store or when it has changed",
    )
    .option(
      "--yes",
      "load a changed folder without a question, though more than a tenth of what is there goes",
    )
    .action(async (options: { readonly yes?: boolean }) => {
      const settings = readSettings(process.env);
      // Only here: the server and its page take twice the memory that any other command begins with.
      const { startServer } = await import("../server.ts");
      const { signal, done } = interruptible();
      const progress = showProgress();
      const server = await startServer(settings, {
        onProgress: progress.onProgress,
        confirm: (plan) => {
          progress.done();
          return confirmLoad(options.yes === true)(plan);
        },
      });
      const print = (line: string): void => void process.stdout.write(`${line}\n`);
      print(
        `Industry Graph on ${server.store.engine === "neo4j" ? `Neo4j at ${server.store.address}` : `the embedded engine in ${server.store.address}`}`,
      );
      // Ctrl-C while the seed is loading stops the load as well.
      signal.addEventListener("abort", () => void server.close(), { once: true });
      try {
        const { message, dataset, notes } = await server.seeded;
        progress.done();
        if (notes !== undefined) printNotes(notes);
        print(message);
        print(`Dataset ${dataset.version}: ${dataset.nodes} entities, ${dataset.relations} relations`);
        print(`Pages     ${server.url}`);
        print(`GraphiQL  ${server.url}/graphql`);
        print(`Health    ${server.url}/health   Ready  ${server.url}/ready`);
        print("Stop with Ctrl-C.");
        if (!signal.aborted)
          await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
      } finally {
        progress.done();
        await server.close();
        done();
      }
    });
}
