// Reads operation files: header, document, table. What is wrong is told with file and line, all of it at once.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  isNonNullType,
  Kind,
  OperationTypeNode,
  parse,
  typeFromAST,
  validate,
  valueFromAST,
} from "graphql";
import { IndustryGraphError } from "../errors.ts";
import { parseHeader } from "./header.ts";
import type { Catalogue, Operation, OperationVariable } from "./operation.ts";
import { columnsOf, listAt } from "./shape.ts";

/** `park-enterprises` for `ParkEnterprises`. */
const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();

/** What is wrong with a file, by line. */
type Report = (line: number, message: string) => void;

function parsed(text: string, report: Report): DocumentNode | undefined {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    report(error.locations?.[0]?.line ?? 1, error.message);
    return undefined;
  }
}

/** Reads one file. What is wrong goes to `report`; then there is no operation. */
export function readOperation(
  schema: GraphQLSchema,
  file: string,
  text: string,
  report: Report,
): Operation | undefined {
  let sound = true;
  const wrong: Report = (line, message) => {
    sound = false;
    report(line, message);
  };
  const name = file.replace(/^.*[\\/]/, "").replace(/\.graphql$/, "");
  const header = parseHeader(text, wrong);
  const document = parsed(text, wrong);
  if (document === undefined) return undefined;
  const [definition, ...others] = document.definitions.filter(
    (one) => one.kind === Kind.OPERATION_DEFINITION,
  );
  if (definition === undefined || others.length > 0 || definition.operation !== OperationTypeNode.QUERY) {
    wrong(1, "a file holds one query (and fragments that it uses)");
    return undefined;
  }
  if (kebab(definition.name?.value ?? "") !== name)
    wrong(
      1,
      `the query is named ${definition.name?.value ?? "(nothing)"}, so the file should be ${kebab(definition.name?.value ?? "")}.graphql`,
    );
  const errors = validate(schema, document);
  for (const error of errors) wrong(error.locations?.[0]?.line ?? 1, error.message);
  if (errors.length > 0) return undefined;
  const declared = definition.variableDefinitions ?? [];
  const variables = declared.flatMap((node): OperationVariable[] => {
    const variable = node.variable.name.value;
    const type = typeFromAST(schema, node.type as never);
    const told = header.variables.get(variable);
    if (told === undefined || type === undefined) {
      wrong(
        node.loc?.startToken.line ?? 1,
        `$${variable} has no line in the header: # $${variable}: 中文 | English | "example"`,
      );
      return [];
    }
    const required = isNonNullType(type) && node.defaultValue === undefined;
    if (required && told.example === undefined)
      wrong(
        told.line,
        `$${variable} is required, so it needs an example: # $${variable}: 中文 | English | "example"`,
      );
    const fallback = node.defaultValue && valueFromAST(node.defaultValue, type as never);
    return [
      { name: variable, type: type as never, required, fallback, about: told.about, example: told.example },
    ];
  });
  const names = new Set(declared.map((node) => node.variable.name.value));
  for (const [variable, { line }] of header.variables)
    if (!names.has(variable)) wrong(line, `the query has no variable $${variable}`);
  const list = listAt(schema, document, definition, header.table);
  if (typeof list === "string") wrong(header.tableLine, list);
  if (!sound || typeof list === "string") return undefined;
  if (columnsOf(schema, document, definition, header.table).length === 0)
    wrong(header.tableLine, "the table has no column");
  const { title, about, table, shown } = header;
  const paging = { paged: list.pagedAt !== undefined, pagedAt: list.pagedAt, bounded: list.bounded };
  return sound
    ? { name, file, title, about, text, document, definition, variables, table, shown, ...paging }
    : undefined;
}

/**
 * Reads all operation files of the folders; a later folder's file takes the place of an earlier one's of that name.
 * @throws IndustryGraphError BAD_SETTING naming every file and line that is wrong
 */
export function readCatalogue(schema: GraphQLSchema, folders: readonly string[]): Catalogue {
  const problems: string[] = [];
  const found = new Map<string, Operation>();
  for (const folder of folders) {
    for (const name of listed(folder)) {
      const file = join(folder, name);
      const report: Report = (line, message) => problems.push(`${file}:${line} ${message}`);
      const operation = readOperation(schema, file, readFileSync(file, "utf8"), report);
      if (operation !== undefined) found.set(operation.name, operation);
    }
  }
  if (problems.length > 0)
    throw new IndustryGraphError("BAD_SETTING", `Operation files are wrong:\n  ${problems.join("\n  ")}`);
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".graphql") && !name.startsWith("."))
      .sort();
  } catch (error) {
    throw new IndustryGraphError(
      "BAD_SETTING",
      `OPERATIONS_DIR: ${folder} cannot be read as a folder (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
}
