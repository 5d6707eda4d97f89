// The scalar Date of the API: refuses what is no date as precise as known, and passes the rest as written.
import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { isDate } from "../ontology/cells.ts";

function parsed(value: unknown): string {
  if (typeof value === "string" && isDate(value)) return value;
  throw new GraphQLError(`${JSON.stringify(value)} is no date: write 2021, 2021-12 or 2021-12-03.`);
}

export const dateScalar = new GraphQLScalarType<string>({
  name: "Date",
  serialize: (value) => parsed(value),
  parseValue: parsed,
  parseLiteral: (node) => parsed(node.kind === Kind.STRING ? node.value : undefined),
});
