// Puts schema/ and its generated files together into schema.graphql: one file, complete and valid alone.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  buildASTSchema,
  concatAST,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  isTypeDefinitionNode,
  parse,
  print,
  Source,
} from "graphql";
import { fields } from "../../../src/api/fields.ts";
import { kindNames, relationOf } from "../../../src/ontology/model.ts";
import { packaged } from "../../../src/packaged.ts";
import type { FieldSpec } from "../../../src/plan/spec.ts";
import { aggregateTypes } from "../aggregate-types.ts";
import { filterTypes } from "../filter-types.ts";
import { commonArguments } from "./arguments.ts";
import { withBackward } from "./backward-arguments.ts";
import { enumerationsFile } from "./enumerations.ts";
import { withFilters } from "./filter-arguments.ts";
import { type ByHand, entityEdgeFile, kindFile } from "./kind.ts";
import { withPrices } from "./price.ts";

type Files = readonly (readonly [string, string])[];

function readByHand(): DocumentNode {
  const folder = packaged("schema");
  const files = readdirSync(folder).filter((file) => file.endsWith(".graphql"));
  return concatAST(
    files.sort().map((file) => parse(new Source(readFileSync(join(folder, file), "utf8"), `schema/${file}`))),
  );
}

/** The fields that a type has in a document; those of its extensions too, unless told otherwise. */
function fieldsOf(document: DocumentNode, type: string, extensions = true): readonly FieldDefinitionNode[] {
  return document.definitions.flatMap((definition) =>
    "name" in definition &&
    definition.name?.value === type &&
    "fields" in definition &&
    (extensions || isTypeDefinitionNode(definition))
      ? ((definition.fields ?? []) as readonly FieldDefinitionNode[])
      : [],
  );
}

function byHandOf(document: DocumentNode): ByHand {
  return {
    inherited: fieldsOf(document, "Entity"),
    everyEdge: fieldsOf(document, "EntityEdge", false),
    has: (type, field) =>
      field === undefined
        ? document.definitions.some((one) => "name" in one && one.name?.value === type)
        : fieldsOf(document, type).some(({ name }) => name.value === field),
  };
}

/** What a field that follows a relation means, where nothing is said by hand: the relation's name in its direction. */
function relationDescription(type: string, field: string): string | undefined {
  const map: Readonly<Record<string, Readonly<Record<string, FieldSpec>>>> = fields;
  const spec = map[type]?.[field];
  if (spec === undefined || (spec.is !== "one" && spec.is !== "connection")) return undefined;
  const { title, inverse, doc } = relationOf(spec.relation);
  return spec.way === "in" ? `${inverse.zh}: ${inverse.en}.` : `${title.zh}: ${title.en}. ${doc}`;
}

/** Gives arguments that many fields have their descriptions, and tells what has none. */
function describe(schema: GraphQLSchema): string[] {
  const bare: string[] = [];
  const look = (where: string, thing: { readonly description?: string | null }): void => {
    if (!thing.description?.trim()) bare.push(where);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || isSpecifiedScalarType(type)) continue;
    look(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      field.description ??= relationDescription(type.name, field.name);
      look(`${type.name}.${field.name}`, field);
      for (const argument of "args" in field ? field.args : []) {
        argument.description ??= commonArguments[argument.name];
        look(`${type.name}.${field.name}(${argument.name})`, argument);
      }
    }
  }
  for (const directive of schema.getDirectives()) {
    if (isSpecifiedDirective(directive)) continue;
    look(`@${directive.name}`, directive);
    for (const argument of directive.args) look(`@${directive.name}(${argument.name})`, argument);
  }
  return bare;
}

/** The schema as text: what can be asked first, then what everything is, then the rest by name. */
function printed(schema: GraphQLSchema): string {
  const before = ["Query", "Node", "Entity"];
  const place = ({ name }: { readonly name: string }): number =>
    before.includes(name) ? before.indexOf(name) : before.length;
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith("__") && !isSpecifiedScalarType(type))
    .sort((one, other) => place(one) - place(other) || (one.name < other.name ? -1 : 1));
  const directives = schema.getDirectives().flatMap(({ astNode }) => (astNode ? [print(astNode)] : []));
  return `${[...types.map(withPrices), ...directives].join("\n\n")}\n`;
}

/**
 * The files of schema/generated/, and schema.graphql.
 * @throws Error naming every type, field, argument and value that has no description
 */
export function schemaFiles(): Files {
  const document = readByHand();
  const byHand = byHandOf(document);
  const generated: Files = [
    ["schema/generated/enumerations.graphql", enumerationsFile()],
    ["schema/generated/EntityEdge.graphql", entityEdgeFile()],
    ...kindNames.map((kind) => [`schema/generated/${kind}.graphql`, kindFile(kind, byHand)] as const),
  ];
  const parsed = (files: Files): DocumentNode[] =>
    files.map(([file, text]) => parse(new Source(text, basename(file))));
  const parts = parsed(generated);
  // Filters and aggregates follow from the lists that there are. One takes the filter of any entity, not made yet.
  const unmade = parse("input EntityFilter { kind: EntityKind }");
  const lists = buildASTSchema(concatAST([document, ...parts, unmade]));
  const more: Files = [
    ["schema/generated/filters.graphql", filterTypes(lists)],
    ["schema/generated/aggregates.graphql", aggregateTypes(lists)],
  ];
  const schema = buildASTSchema(withBackward(withFilters(concatAST([document, ...parts, ...parsed(more)]))));
  const bare = describe(schema);
  if (bare.length > 0) throw new Error(`schema/: these have no description:\n  ${bare.join("\n  ")}`);
  return [...generated, ...more, ["schema.graphql", printed(schema)]];
}
