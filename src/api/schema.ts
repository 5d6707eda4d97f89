// Builds the schema from the SDL in schema/, with the enumerations that only repeat the ontology's names.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeExecutableSchema } from "@graphql-tools/schema";
import type { GraphQLSchema } from "graphql";
import { GraphQLJSON } from "graphql-scalars";
import { kindEnum, kindNames, kindOf, relationOf, relationTypes } from "../ontology/model.ts";
import { packaged } from "../packaged.ts";
import { dateScalar, periodScalar } from "./date-scalar.ts";

const folder = packaged("schema");

function described(text: string, name: string): string {
  return `  ${JSON.stringify(text)}\n  ${name}`;
}

/** EntityKind and RelationType: the names of the ontology. */
export function ontologyEnums(): string {
  const kinds = kindNames.map((kind) =>
    described(`${kindOf(kind).title.zh}: ${kindOf(kind).doc}`, kindEnum(kind)),
  );
  const types = relationTypes.map((type) =>
    described(`${relationOf(type).title.zh}: ${relationOf(type).doc}`, type),
  );
  return [
    `"The kinds of entities."\nenum EntityKind {\n${kinds.join("\n")}\n}`,
    `"The types of relations."\nenum RelationType {\n${types.join("\n")}\n}`,
  ].join("\n\n");
}

/** The texts of the schema: the files of schema/ in order of name, then the ontology's enumerations. */
export function typeDefinitions(): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".graphql"));
  return [...files.sort().map((file) => readFileSync(join(folder, file), "utf8")), ontologyEnums()];
}

/** The schema of the API. Its fields have no resolvers: a request is compiled into one statement instead. */
export function buildSchema(): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: typeDefinitions(),
    resolvers: {
      JSON: GraphQLJSON,
      Date: dateScalar,
      Period: periodScalar,
      // Inside, a kind is its label; outside, its name in capitals.
      EntityKind: Object.fromEntries(kindNames.map((kind) => [kindEnum(kind), kind])),
      Entity: { __resolveType: (value: { __typename?: string }) => value.__typename },
    },
  });
}
