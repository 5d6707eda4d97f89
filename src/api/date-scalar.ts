// The scalars Date and Period of the API: read what people write, pass it on in the form in which it is kept, and
// refuse the rest with the forms that are taken.
import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from "graphql";
import { dateForms, periodForms, readDate, readPeriod } from "../ontology/written.ts";

function written(
  name: string,
  read: (text: string) => string | undefined,
  forms: string,
  description: string,
): GraphQLScalarType<string> {
  const parse = (value: unknown, node?: ValueNode): string => {
    // A year alone is often given as a number.
    const text = typeof value === "number" && Number.isInteger(value) ? String(value) : value;
    const found = typeof text === "string" ? read(text) : undefined;
    if (found !== undefined) return found;
    const given = node === undefined ? JSON.stringify(value) : print(node);
    throw new GraphQLError(`${given} is no ${name.toLowerCase()}: write ${forms}.`, {
      nodes: node,
      extensions: { code: "BAD_ARGUMENT" },
    });
  };
  return new GraphQLScalarType<string>({
    name,
    description,
    serialize: (value) => parse(value),
    parseValue: (value) => parse(value),
    parseLiteral: (node) =>
      parse(
        node.kind === Kind.STRING ? node.value : node.kind === Kind.INT ? Number(node.value) : undefined,
        node,
      ),
  });
}

/** 截至2021年底 is a date where one is asked for, and no period: that would be all that was before it. */
const readUntil = (text: string): string | undefined =>
  readDate(text.trim().replace(/^截(?:至|止到?|止至)/, ""));

export const dateScalar = written(
  "Date",
  readUntil,
  dateForms,
  "日期: a date as precise as it is known, such as 2021, 2021-12 or 2021-12-03; 2021年12月 and full width are read. As `asOf` it means the end of that date, as `from` its beginning.",
);

export const periodScalar = written(
  "Period",
  readPeriod,
  periodForms,
  "时期: a period of time, such as 2022, 2022-H1, 2022-Q3, 2023-10 or 2023-01/2023-10; 2022年上半年, 2023年1-10月 and full width are read. It finds what lies in it: 2022 is the same as 2022-01/2022-12.",
);
