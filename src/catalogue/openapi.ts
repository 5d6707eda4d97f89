// The catalogue as an OpenAPI description: one path an operation and form.
import { type GraphQLInputType, getNullableType, isEnumType, isInputObjectType, isListType } from "graphql";
import type { Catalogue, Operation } from "./operation.ts";
import { formats } from "./write.ts";

const scalars: Readonly<Record<string, object>> = {
  Int: { type: "integer" },
  Float: { type: "number" },
  Boolean: { type: "boolean" },
};

/** The JSON Schema of an input type; object types are given as JSON text in an address. */
export function jsonSchemaOf(type: GraphQLInputType): object {
  const bare = getNullableType(type);
  if (isListType(bare)) return { type: "array", items: jsonSchemaOf(bare.ofType) };
  if (isEnumType(bare)) return { type: "string", enum: bare.getValues().map(({ name }) => name) };
  if (isInputObjectType(bare)) return { type: "object", description: `JSON of ${bare.name}` };
  return scalars[String(bare)] ?? { type: "string" };
}

const parametersOf = ({ variables }: Operation): object[] =>
  variables.map(({ name, type, required, fallback, about, example }) => ({
    name,
    in: "query",
    required,
    description: `${about.zh} / ${about.en}`,
    schema: { ...jsonSchemaOf(type), ...(fallback === undefined ? {} : { default: fallback }) },
    ...(isListType(getNullableType(type)) ? { style: "form", explode: true } : {}),
    ...(example === undefined ? {} : { example }),
  }));

const failure = { $ref: "#/components/responses/Failure" };

function pathsOf(folder: "q" | "export", operation: Operation): [string, object][] {
  const { name, title, about } = operation;
  const description = `${about.zh}\n\n${about.en}`;
  const parameters = parametersOf(operation);
  const one = (id: string, summary: string, content: object): object => ({
    get: {
      operationId: id,
      summary,
      description,
      tags: [folder],
      parameters,
      responses: {
        "200": { description: title.en, content },
        "304": { description: "Nothing has changed." },
        "400": failure,
        "404": failure,
      },
    },
  });
  const summary = `${title.zh} / ${title.en}`;
  const answer: [string, object] = [
    `/${folder}/${name}`,
    one(`${folder}-${name}`, summary, {
      "application/json": { schema: { type: "object", properties: { data: { type: "object" } } } },
    }),
  ];
  const tables = Object.entries(formats).map(([format, { type }]): [string, object] => [
    `/${folder}/${name}.${format}`,
    one(`${folder}-${name}-${format}`, `${summary} (.${format})`, { [type.split(";")[0] ?? type]: {} }),
  ]);
  return folder === "q" ? [answer, ...tables] : tables;
}

/**
 * The OpenAPI 3.1 description of the catalogue's addresses.
 * @param version of the dataset that answers
 */
export function openApi(catalogue: Catalogue, exports: Catalogue, version: string | null): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Industry Graph",
      version: version ?? "none",
      description:
        "产业知识图谱的命名问题。 / Named questions on the graph of local industry. Each answer names the document and line of its facts.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    tags: [
      { name: "q", description: "命名问题 / named questions" },
      { name: "export", description: "整类导出 / exports of a whole kind" },
    ],
    paths: Object.fromEntries([
      ...[...catalogue.values()].flatMap((operation) => pathsOf("q", operation)),
      ...[...exports.values()].flatMap((operation) => pathsOf("export", operation)),
    ]),
    components: {
      responses: {
        Failure: {
          description: "What was wrong, with a code.",
          content: {
            "application/json": {
              schema: {
                type: "object",
                properties: {
                  errors: {
                    type: "array",
                    items: {
                      type: "object",
                      properties: { message: { type: "string" }, extensions: { type: "object" } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  };
}
