// Documents are read once for each text, whatever comes of it.
import { GraphQLError } from "graphql";
import { expect, test } from "vitest";
import { buildSchema } from "../../src/api/schema.ts";
import { type Cache, createCache } from "../../src/cache/cache.ts";
import { readSettings } from "../../src/config.ts";
import { createDocuments } from "../../src/http/documents.ts";
import { fixture } from "../support/fixture.ts";
import { serve } from "../support/server.ts";

const schema = buildSchema();

/** Documents over a cache that tells what was put into it. */
function reading(environment: Readonly<Record<string, string>> = {}) {
  const cache = createCache(4);
  const put: string[] = [];
  const telling: Cache = {
    ...cache,
    set(key, ...rest) {
      put.push(key);
      cache.set(key, ...rest);
    },
  };
  return { documents: createDocuments(schema, readSettings(environment), telling), put };
}

function errorOf(read: () => unknown): GraphQLError {
  try {
    read();
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
  throw new Error("it was read");
}

test.each([
  ["{ parks { totalCount }", {}, "GraphQL syntax"],
  [`{ parks { totalCount } } # ${"é".repeat(500)}\n}`, {}, "a bracket too many"],
  ["{ a: __typename b: __typename c: __typename }", { MAX_TOKENS: "5" }, "too many tokens"],
])(
  "one that does not parse is parsed once, and each who asks it has an error of their own: %s",
  (text, environment, _) => {
    const { documents, put } = reading(environment);
    const first = errorOf(() => documents.read(text));
    // As libraries do on the way to an answer.
    Object.assign(first.extensions, { http: { status: 418 } });
    const second = errorOf(() => documents.read(text));
    expect(put).toEqual([`document ${text}`]);
    expect(second).not.toBe(first);
    expect([second.message, second.locations, second.source?.body]).toEqual([
      first.message,
      first.locations,
      text,
    ]);
    expect(second.extensions.http).toBeUndefined();
    const { http: _added, ...extensions } = first.extensions;
    expect(second.extensions).toEqual(extensions);
  },
);

test("what does not parse is answered alike the first time, again, and on either way", async () => {
  const server = await serve(fixture);
  const text = "{ parks { totalCount }";
  const answers = [
    await server.ask(text),
    await server.ask(text),
    // With this header only Yoga is asked.
    await server.ask(text, undefined, { "x-cost": "0" }),
  ];
  const [first, ...others] = answers;
  expect(first?.status).toBe(200);
  const message = expect.stringContaining("Syntax Error");
  expect(first?.errors).toMatchObject([{ message, locations: [{ line: 1, column: 23 }] }]);
  for (const other of others) expect([other.status, other.errors]).toEqual([first?.status, first?.errors]);
  await server.close();
});
