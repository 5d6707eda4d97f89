// `template`: the header of a CSV file, and what its columns mean.
import { basename } from "node:path";
import type { Command } from "commander";
import { IndustryGraphError } from "../errors.ts";
import { readingColumns } from "../load/check/reading.ts";
import { distance } from "../load/distance.ts";
import { derivedRelations, readingFile } from "../load/folder.ts";
import { columnsOf } from "../load/rows.ts";
import type { Properties } from "../ontology/definitions.ts";
import { isKind, isRelationType, kindNames, relationColumnsOf, relationTypes } from "../ontology/model.ts";

/** The list of lines without facts, by the name of its file. */
const readingName = basename(readingFile, ".csv");

function columnsFor(name: string): Properties {
  if (isKind(name)) return columnsOf(name);
  if (isRelationType(name) && !derivedRelations.includes(name)) return relationColumnsOf(name);
  if (name === readingName) return readingColumns;
  const known = [
    readingName,
    ...kindNames,
    ...relationTypes.filter((type) => !derivedRelations.includes(type)),
  ];
  const nearest = [...known].sort((one, other) => distance(name, one) - distance(name, other))[0];
  throw new IndustryGraphError(
    "BAD_ARGUMENT",
    `${name} is no kind or relation type; did you mean ${nearest}? There are ${known.join(", ")}.`,
  );
}

export function templateCommand(program: Command): void {
  program
    .command("template <KIND>")
    .description("print the CSV header of a kind of entity, a type of relation, or lines-without-facts")
    .option("--explain", "describe each column as well")
    .action((name: string, options: { explain?: boolean }) => {
      const columns = columnsFor(name);
      process.stdout.write(`${Object.keys(columns).join(",")}\n`);
      if (options.explain !== true) return;
      for (const [column, property] of Object.entries(columns)) {
        const facts = [
          property.type,
          property.required ? "required" : "",
          property.unit ?? "",
          property.values?.join(" ") ?? "",
        ].filter((fact) => fact !== "");
        process.stderr.write(`${column} (${property.title.zh}; ${facts.join("; ")}): ${property.doc}\n`);
      }
    });
}
