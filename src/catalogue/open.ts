// Opens the catalogue: the project's own questions, and those of OPERATIONS_DIR.
import type { GraphQLSchema } from "graphql";
import { buildSchema } from "../api/schema.ts";
import type { Settings } from "../config.ts";
import { packaged } from "../packaged.ts";
import type { Catalogue } from "./operation.ts";
import { readCatalogue } from "./read.ts";

/** Folder of the questions that come with the project. */
export const operationsFolder = packaged("operations");

/**
 * The schema and the catalogue.
 * @throws IndustryGraphError BAD_SETTING naming each operation file that is wrong, with its line
 */
export function openCatalogue(
  settings: Pick<Settings, "OPERATIONS_DIR">,
  schema: GraphQLSchema = buildSchema(),
): { readonly schema: GraphQLSchema; readonly catalogue: Catalogue } {
  const own = settings.OPERATIONS_DIR === "" ? [] : [settings.OPERATIONS_DIR];
  return { schema, catalogue: readCatalogue(schema, [operationsFolder, ...own]) };
}
