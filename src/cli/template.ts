// `template`: the header of a CSV file, and what its columns mean.
import { existsSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import type { Command } from "commander";
import { readSettings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import { readTables } from "../import/tables.ts";
import { readingColumns } from "../load/check/reading.ts";
import { columnsOf } from "../load/columns.ts";
import { derivedRelations, readingFile } from "../load/folder.ts";
import { layersOf } from "../load/layers.ts";
import type { Properties } from "../ontology/definitions.ts";
import {
  isKind,
  isRelationType,
  type Kind,
  kindOf,
  type RelationType,
  relationColumnsOf,
  relationTypes,
} from "../ontology/model.ts";
import { allKinds, allRelations, kindNamed, meantOf, relationNamed } from "./kind-argument.ts";

/** The list of lines without facts, by the name of its file. */
const readingName: string = basename(readingFile, ".csv");

/** What a template is wanted of: a kind, a type of relation, or the list of lines. */
function wantedOf(text: string): Kind | RelationType | typeof readingName {
  const types = relationTypes.filter((type) => !derivedRelations.includes(type));
  const relation = relationNamed(text);
  const found =
    text === readingName
      ? readingName
      : (kindNamed(text) ?? (relation !== undefined && types.includes(relation) ? relation : undefined));
  if (found !== undefined) return found;
  const all = [...allKinds(), ...allRelations(types), [readingName]];
  throw new IndustryGraphError("BAD_ARGUMENT", `${text} is no kind or relation type${meantOf(text, all)}`);
}

function columnsFor(name: ReturnType<typeof wantedOf>): Properties {
  if (isKind(name)) return columnsOf(name);
  return isRelationType(name) ? relationColumnsOf(name) : readingColumns;
}

/** Names to choose from in lists of the workbook, at the most. */
const mostNames = 500;

async function writeWorkbook(text: string, given: string | true): Promise<void> {
  const name = wantedOf(text);
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
    .description(
      "print the CSV header of a kind of entity, a type of relation (by label or title, Enterprise or 企业), or lines-without-facts",
    )
    .option("--explain", "describe each column as well")
    .option(
      "--xlsx [file]",
      "write a workbook to fill in instead, with Chinese headings, explanations and lists to choose from",
    )
    .action(async (name: string, options: { explain?: boolean; xlsx?: string | true }) => {
      if (options.xlsx !== undefined) return writeWorkbook(name, options.xlsx);
      const columns = columnsFor(wantedOf(name));
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
