// Builds the schema from schema.graphql, which `npm run generate` puts together of schema/ and the ontology.
import { readFileSync } from "node:fs";
import { makeExecutableSchema } from "@graphql-tools/schema";
import { type GraphQLSchema, GraphQLSpecifiedByDirective, getDirectiveValues, isScalarType } from "graphql";
import { GraphQLJSON } from "graphql-scalars";
import { kindEnum, kindNames } from "../ontology/model.ts";
import { packaged } from "../packaged.ts";
import { dateScalar, periodScalar } from "./date-scalar.ts";

/** The schema as text: complete, and valid alone. */
export function schemaText(): string {
  return readFileSync(packaged("schema.graphql"), "utf8");
}

/** The schema of the API. Its fields have no resolvers: a request is compiled into one statement instead. */
export function buildSchema(): GraphQLSchema {
  const schema = makeExecutableSchema({
    typeDefs: schemaText(),
    resolvers: {
      JSON: GraphQLJSON,
      Date: dateScalar,
      Period: periodScalar,
      // Inside, a kind is its label; outside, its name in capitals.
      EntityKind: Object.fromEntries(kindNames.map((kind) => [kindEnum(kind), kind])),
      Entity: { __resolveType: (value: { __typename?: string }) => value.__typename },
    },
  });
  // The implementations of scalars bring words of their own: those of the schema hold.
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isScalarType(type) || !type.astNode) continue;
    const specified = getDirectiveValues(GraphQLSpecifiedByDirective, type.astNode);
    if (typeof specified?.url === "string") type.specifiedByURL = specified.url;
    type.description = type.astNode.description?.value ?? type.description;
  }
  return schema;
}
