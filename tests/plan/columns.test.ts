// What a question returns beside nodes: maps, lists of maps, entities within them, citations.
import { makeExecutableSchema } from "@graphql-tools/schema";
import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fieldMapOf } from "../../src/api/field-map.ts";
import { schemaText } from "../../src/api/schema.ts";
import { createCache } from "../../src/cache/cache.ts";
import { createAbsent } from "../../src/execute/absent.ts";
import { createExecutor } from "../../src/execute/execute.ts";
import { createReferences } from "../../src/execute/references.ts";
import { loadFolder } from "../../src/load/load.ts";
import { ask } from "../../src/plan/spec.ts";
import { parseQuestion } from "../../src/questions/parse.ts";
import { readQuestions } from "../../src/questions/read.ts";
import { createKeep } from "../../src/run/keep.ts";
import { createRunner } from "../../src/run/run.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

const store = openEmbedded({ shuffleUnordered: true });
const question = parseQuestion(
  "enterprise.reasons.cypher",
  `/* To try it:
:param id => 'enterprise:xinhongye';
*/
// Enterprise.reasons: one row with maps.
// on: Enterprise
// returns: verdict, best, reasons, sources

MATCH (parent:Enterprise {id: $id})

CALL (parent) {
  MATCH (parent)-[held:CERTIFIED_AS]->(title:Certification)
  WITH held, title ORDER BY title.id, held.id
  RETURN collect({text: title.name, year: held.year, fact: held, entity: title, sources: held.sources}) AS list
}
WITH parent, list, CASE size(list) WHEN 0 THEN null ELSE list[0] END AS first

RETURN size(list) AS verdict, first AS best, list AS reasons, parent.sources AS sources
`,
);
const extension = `
type Reason { text: String! year: Int fact: Relation entity: Certification sources: [Citation!]! }
type Reasons { verdict: Int! best: Reason reasons: [Reason!]! sources: [Citation!]! }
extend type Enterprise { why: Reasons! }
`;
const schema = makeExecutableSchema({
  typeDefs: [schemaText(), extension],
});
const cache = createCache(8);
const fieldMap = fieldMapOf(schema);
const execute = createExecutor({
  schema,
  store,
  fieldMap: {
    ...fieldMap,
    fields: {
      ...fieldMap.fields,
      Enterprise: { ...fieldMap.fields.Enterprise, why: ask("enterprise.reasons") },
    },
  },
  questions: new Map([...readQuestions(), [question.name, question]]),
  cache,
  references: createReferences(
    store,
    async () => [],
    async () => undefined,
    fieldMap,
  ),
  absent: createAbsent(store, store, schema, fieldMap, async () => []),
  run: createRunner({
    store,
    codes: {},
    keep: createKeep(store, cache),
    version: async () => undefined,
  }),
});

beforeAll(async () => void (await loadFolder(store, writeFolder(fixture))));
afterAll(() => store.close());

async function asked(query: string): Promise<unknown> {
  const { data, errors } = await execute({ schema, document: parse(query) });
  expect(errors).toBeUndefined();
  return data;
}

describe("columns of a question become objects", () => {
  test("maps, lists of maps, entities and relations within them, and citations", async () => {
    const data = await asked(`{
      enterprise(id: "enterprise:xinhongye") {
        why {
          verdict
          best { text year }
          reasons { again: text year entity { level holders { totalCount } } fact { type to { name } } sources { line document { stem } } }
          sources { line document { id } }
        }
      }
    }`);
    const reason = (text: string, level: string, year: number, holders: number) => ({
      again: text,
      year,
      entity: { level, holders: { totalCount: holders } },
      fact: { type: "CERTIFIED_AS", to: { name: text } },
      sources: [{ line: 1, document: { stem: "doc-a" } }],
    });
    expect(data).toEqual({
      enterprise: {
        why: {
          verdict: 3,
          best: { text: "国家级小巨人", year: 2021 },
          reasons: [
            reason("国家级小巨人", "NATIONAL", 2021, 2),
            reason("省级专精特新", "PROVINCIAL", 2016, 3),
            reason("省级专精特新", "PROVINCIAL", 2019, 3),
          ],
          sources: [{ line: 1, document: { id: "document:a" } }],
        },
      },
    });
  });

  test("an absent map is null, an empty list empty", async () => {
    const data = await asked(
      `{ enterprise(id: "enterprise:self") { why { verdict best { text entity { id } } reasons { text entity { id } } } } }`,
    );
    expect(data).toEqual({ enterprise: { why: { verdict: 0, best: null, reasons: [] } } });
  });
});
