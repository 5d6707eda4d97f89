// Writes questions.ts: the types of all questions of the catalogue, and their documents, from two places alone.
//
//   npm install graphql @graphql-codegen/core @graphql-codegen/typescript-operations \
//     @graphql-codegen/typed-document-node @graphql-typed-document-node/core
//   node codegen.mjs [--schema schema.graphql] [--operations operations] [--out questions.ts]
//
// Both stand in the package `industry-graph`; copies do as well.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { codegen } from "@graphql-codegen/core";
import * as documents from "@graphql-codegen/typed-document-node";
import * as operations from "@graphql-codegen/typescript-operations";
import { parse } from "graphql";

const { values } = parseArgs({
  options: {
    schema: { type: "string", default: "schema.graphql" },
    operations: { type: "string", default: "operations" },
    out: { type: "string", default: "questions.ts" },
  },
});

const read = (file) => parse(readFileSync(file, "utf8"));
const written = await codegen({
  filename: values.out,
  schema: read(values.schema),
  documents: readdirSync(values.operations)
    .filter((name) => name.endsWith(".graphql"))
    .map((name) => ({ location: name, document: read(join(values.operations, name)) })),
  config: {
    // Dates and periods are texts as precise as their source.
    scalars: { Date: "string", Period: "string", JSON: "Record<string, unknown>" },
    enumType: "string-literal",
    useTypeImports: true,
  },
  pluginMap: { operations, documents },
  plugins: [{ operations: {} }, { documents: {} }],
});
writeFileSync(values.out, written);
