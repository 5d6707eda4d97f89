// `export`: writes a folder of data in the format of another tool, or all that the store holds.
import { type Command, Option } from "commander";
import { commandUser, createAudit } from "../access/audit.ts";
import { readSettings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import { exportNeo4jAdmin } from "../load/export/neo4j-admin.ts";
import { openLayers } from "../load/layers.ts";
import { layersFolder } from "../load/layers-folder.ts";
import { graphFiles, type StoreFormat, tableFiles } from "./export-store.ts";
import { interruptible } from "./interrupt.ts";
import { showProgress } from "./progress.ts";
import { withStore } from "./with-store.ts";

const fromStore: readonly string[] = [...Object.keys(graphFiles), ...tableFiles];

interface Options {
  readonly format: string;
  readonly out?: string;
  readonly base: string;
}

/** All that the store holds. */
async function storeExport(given: string | undefined, { format, out, base }: Options): Promise<void> {
  if (given !== undefined)
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `--format ${format} is written from the store, not from a folder: leave ${given} out (\`load\` puts a folder into the store).`,
    );
  if (!URL.canParse(base) || !/^https?:/.test(base))
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `--base ${base}: it is an address such as https://graph.example.org.`,
    );
  const name = format as StoreFormat;
  const ending = graphFiles[name as keyof typeof graphFiles];
  const target = out ?? (ending === undefined ? `industry-graph-${format}` : `industry-graph.${ending}`);
  const { signal, done } = interruptible();
  try {
    const { exportStore } = await import("./export-store.ts");
    await withStore(async (store, settings) => {
      await exportStore(store, settings, { format: name, out: target, base, signal });
      const from = { store: store.address, format, out: target };
      await createAudit(settings)({ what: "export", by: commandUser(), ...from });
    });
    process.stdout.write(`All that the store holds is in ${target}.\n`);
  } finally {
    done();
  }
}

/** A folder for neo4j-admin. */
async function folderExport(given: string | undefined, { out = "neo4j-import" }: Options): Promise<void> {
  const settings = readSettings(process.env);
  const layered = await openLayers(given ?? settings.SEED_DIR, layersFolder(settings));
  const { folder } = layered;
  const { signal, done } = interruptible();
  const progress = showProgress();
  try {
    const { onProgress } = progress;
    const { nodes, relations } = await exportNeo4jAdmin(folder, out, { onProgress, signal, layered });
    progress.done();
    await createAudit(settings)({ what: "export", by: commandUser(), folder, format: "neo4j-admin", out });
    process.stdout.write(
      `${nodes} entities and ${relations} relations of ${folder} are in ${out}. Next, in that folder:\n` +
        "  neo4j-admin database import full @import.args neo4j\n" +
        "then start Neo4j and run after-import.cypher once, as in cypher-shell --file after-import.cypher\n",
    );
  } finally {
    progress.done();
    done();
  }
}

export function exportCommand(program: Command): void {
  program
    .command("export [folder]")
    .description(
      "write all that the store holds as a file of graphs or as tables; or a folder of CSV files (SEED_DIR if left out) for neo4j-admin",
    )
    .addOption(
      new Option(
        "--format <format>",
        "gexf, graphml, json, jsonld, ttl, ftm: one file of the store; csv, parquet: a folder of tables; neo4j-admin: a folder for `neo4j-admin database import full`, tens of millions of rows",
      )
        .choices([...fromStore, "neo4j-admin"])
        .makeOptionMandatory(),
    )
    .option("--out <target>", "where to: a new file, or an empty or new folder")
    .option(
      "--base <address>",
      "where the server is reached: entities are named under it in jsonld and ttl",
      "http://localhost:4000",
    )
    .action((given: string | undefined, options: Options) =>
      fromStore.includes(options.format) ? storeExport(given, options) : folderExport(given, options),
    );
}
