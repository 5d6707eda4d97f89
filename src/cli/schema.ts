// `schema`: prints the schema of the API, for client generators, editors and linters.
import type { Command } from "commander";
import { schemaText } from "../api/schema.ts";

export function schemaCommand(program: Command): void {
  program
    .command("schema")
    .description("print the schema of the API in SDL, complete and valid alone")
    .action(() => void process.stdout.write(schemaText()));
}
