// `template`: the header of a CSV file, and what its columns mean.
import { existsSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import type { Command } from "commander";
import { readSettings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import { readTables } from "../import/tables.ts";
import { readingColumns } from "../load/check/reading.ts";
import { columnsOf } from "../load/columns.ts";
import { distance } from "../load/distance.ts";
import { derivedRelations, readingFile } from "../load/folder.ts";
import { layersOf } from "../load/layers.ts";
import type { Properties } from "../ontology/definitions.ts";
import {
  isKind,
  isRelationType,
  type Kind,
  kindNames,
  kindOf,
  relationColumnsOf,
  relationTypes,
} from "../ontology/model.ts";

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

/** Names to choose from in lists of the workbook, at the most. */
const mostNames = 500;

async function writeWorkbook(name: string, given: string | true): Promise<void> {
  columnsFor(name);
  if (!isKind(name))
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${name} is no kind of entity: a workbook to fill in is for rows of one, such as Enterprise.`,
    );
  const file = given === true ? `${kindOf(name).title.zh}模板.xlsx` : given;
  if (existsSync(file))
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${file} is there already: name another file with --xlsx FILE.`,
    );
  const { templateWorkbook } = await import("../import/template.ts");
  const tables = layersOf(readSettings(process.env).SEED_DIR).map((layer) => readTables(layer));
  const namesOf = (kind: Kind): string[] => {
    const rows = tables.flatMap((one) => one.get(`entities/${kind}.csv`) ?? []);
    return [...new Set(rows.map((row) => row.name ?? ""))].filter((one) => one !== "").slice(0, mostNames);
  };
  writeFileSync(file, await templateWorkbook(name, namesOf));
  process.stdout.write(
    `Written: ${file}. Filled in: npx industry-graph import ${file} --kind ${name} --into my-data\n`,
  );
}

export function templateCommand(program: Command): void {
  program
    .command("template <KIND>")
    .description("print the CSV header of a kind of entity, a type of relation, or lines-without-facts")
    .option("--explain", "describe each column as well")
    .option(
      "--xlsx [file]",
      "write a workbook to fill in instead, with Chinese headings, explanations and lists to choose from",
    )
    .action(async (name: string, options: { explain?: boolean; xlsx?: string | true }) => {
      if (options.xlsx !== undefined) return writeWorkbook(name, options.xlsx);
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
