// The scalars Date and Period of the API: refuse what is none, and pass the rest as written.
import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { isDate, isPeriod } from "../ontology/cells.ts";

function checked(
  name: string,
  is: (text: string) => boolean,
  example: string,
  description: string,
): GraphQLScalarType<string> {
  const parse = (value: unknown): string => {
    if (typeof value === "string" && is(value)) return value;
    throw new GraphQLError(`${JSON.stringify(value)} is no ${name.toLowerCase()}: write ${example}.`);
  };
  return new GraphQLScalarType<string>({
    name,
    description,
    serialize: parse,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

export const dateScalar = checked(
  "Date",
  isDate,
  "2021, 2021-12 or 2021-12-03",
  "日期: a date as precise as it is known. As `asOf` it means the end of that date, as `from` its beginning.",
);

export const periodScalar = checked(
  "Period",
  isPeriod,
  "2022, 2022-H1, 2022-Q3, 2023-10 or 2023-01/2023-10",
  "时期: a period of time, such as 2022, 2022-H1, 2022-Q3, 2023-10 or 2023-01/2023-10.",
);
