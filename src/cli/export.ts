// `export`: writes a folder of data in the format of another tool.
import { type Command, Option } from "commander";
import { readSettings } from "../config.ts";
import { exportNeo4jAdmin } from "../load/export/neo4j-admin.ts";
import { openLayers } from "../load/layers.ts";
import { layersFolder } from "../load/layers-folder.ts";
import { interruptible } from "./interrupt.ts";
import { showProgress } from "./progress.ts";

export function exportCommand(program: Command): void {
  program
    .command("export [folder]")
    .description("write a folder of CSV files as the files of another tool (SEED_DIR if left out)")
    .addOption(
      new Option(
        "--format <format>",
        "neo4j-admin: for `neo4j-admin database import full`, tens of millions of rows",
      )
        .choices(["neo4j-admin"])
        .makeOptionMandatory(),
    )
    .option("--out <folder>", "where to: an empty or new folder", "neo4j-import")
    .action(async (given: string | undefined, options: { out: string }) => {
      const settings = readSettings(process.env);
      const { folder } = await openLayers(given ?? settings.SEED_DIR, layersFolder(settings));
      const { signal, done } = interruptible();
      const progress = showProgress();
      try {
        const { onProgress } = progress;
        const { nodes, relations } = await exportNeo4jAdmin(folder, options.out, { onProgress, signal });
        progress.done();
        process.stdout.write(
          `${nodes} entities and ${relations} relations of ${folder} are in ${options.out}. Next, in that folder:\n` +
            "  neo4j-admin database import full @import.args neo4j\n" +
            "then start Neo4j and run after-import.cypher once, as in cypher-shell --file after-import.cypher\n",
        );
      } finally {
        progress.done();
        done();
      }
    });
}
