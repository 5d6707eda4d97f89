// Who is in a park, page by page, with what each is certified as and where that was said. What a question takes and
// gives is known to the compiler: questions.ts is written by codegen.mjs.
//
//   node --import tsx enterprises-of-a-park.ts [--server http://localhost:4000] [--park 宛山湖科技城]
import { parseArgs } from "node:util";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";
import {
  ParkEnterprisesDocument,
  type ParkEnterprisesQuery,
  type ParkEnterprisesQueryVariables,
} from "./questions.ts";

const { values } = parseArgs({
  options: {
    server: { type: "string", default: "http://localhost:4000" },
    park: { type: "string", default: "宛山湖科技城" },
  },
});

/** Asks one question of the catalogue. */
async function ask<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch(`${values.server}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const answer = (await response.json()) as { data?: Data | null; errors?: readonly { message: string }[] };
  if (answer.errors !== undefined || !answer.data)
    throw new Error(answer.errors?.map(({ message }) => message).join("\n") ?? response.statusText);
  return answer.data;
}

let after: string | null = null;
do {
  const variables: ParkEnterprisesQueryVariables = { park: values.park, first: 50, after };
  const { park }: ParkEnterprisesQuery = await ask(ParkEnterprisesDocument, variables);
  for (const { node, sources } of park?.enterprises.edges ?? []) {
    const titles = node.certifications.edges.map(
      ({ year, node: { name } }) => `${name}${year ? ` ${year}` : ""}`,
    );
    const places = sources.map(({ document, line }) => `${document.stem}:${line}`);
    console.log([node.name, titles.join("、"), places.join(" ")].join("\t"));
  }
  after = park?.enterprises.pageInfo.hasNextPage === true ? park.enterprises.pageInfo.endCursor : null;
} while (after !== null);
