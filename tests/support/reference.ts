// Standard execution of a document over an answer it already has: what graphql-js would have made of the same
// values. Another order of fields, a field too many or too few, a null where there may be none: all show.
import { makeExecutableSchema } from "@graphql-tools/schema";
import { execute, parse } from "graphql";
import { GraphQLJSON } from "graphql-scalars";
import { schemaText } from "../../src/api/schema.ts";

const schema = makeExecutableSchema({
  typeDefs: schemaText(),
  resolvers: {
    JSON: GraphQLJSON,
    Entity: { __resolveType: (value: { __typename?: string }) => value.__typename },
  },
});

/** The answer of standard execution to a document whose entities of any kind ask for `__typename`. */
export async function reference(
  query: string,
  variables: Readonly<Record<string, unknown>>,
  data: unknown,
): Promise<unknown> {
  const result = await execute({
    schema,
    document: parse(query),
    variableValues: { ...variables },
    rootValue: data,
    fieldResolver: (source, _args, _context, info) => (source as Record<string, unknown>)[info.path.key],
  });
  return result.errors === undefined ? result.data : { failed: result.errors.map((error) => error.message) };
}
