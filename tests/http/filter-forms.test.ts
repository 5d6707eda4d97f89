// Filters as other APIs write them, with an object within a property, are refused with what to write instead.
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixture } from "../support/fixture.ts";
import { codes, serve, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serve(fixture);
});
afterAll(() => server.close());

const messages = (answer: { errors?: readonly { message: string }[] }): string[] =>
  (answer.errors ?? []).map(({ message }) => message);

const forms: [filter: Record<string, unknown>, told: RegExp][] = [
  [{ founded: { isNull: true } }, /EnterpriseFilter\.founded takes a plain value.*: write foundedIsNull /],
  [{ founded: { gte: "2001", lte: "2010" } }, /write foundedAtLeast, foundedAtMost beside/],
  [{ name: { contains: "鑫" } }, /write nameContains beside/],
  [{ creditCode: { in: ["a"] } }, /write creditCodeIn beside/],
  [{ listed: { eq: true } }, /write listed beside/],
  [
    { founded: { nonsense: 1 } },
    /write founded, foundedIn, foundedIsNull, foundedAtLeast, foundedAtMost beside/,
  ],
  [{ or: [{ not: { founded: { is_null: true } } }] }, /write foundedIsNull beside/],
];

// What is said of a relation's far end, or of some of its relations, is written where it lies.
forms.push(
  [
    { certifications: { some: { level: "NATIONAL" } } },
    /CertifiedAsToCertificationMatch has no level by itself.*: write node: \{ level: … \}\./,
  ],
  [{ certifications: { year: 2021 } }, /write some: \{ year: … \}\./],
  [{ suppliers: { region: "region:a" } }, /write some: \{ node: \{ region: … \} \}\./],
);

const literal = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(literal).join(", ")}]`
    : typeof value === "object" && value !== null
      ? `{${Object.entries(value)
          .map(([name, one]) => `${name}: ${literal(one)}`)
          .join(", ")}}`
      : JSON.stringify(value);

test.each(forms)("%j in the document", async (filter, told) => {
  const answer = await server.ask(`{ enterprises(filter: ${literal(filter)}) { totalCount } }`);
  expect(messages(answer)).toHaveLength(1);
  expect(messages(answer)[0]).toMatch(told);
});

test.each(forms)("%j as a variable", async (filter, told) => {
  const query = "query ($filter: EnterpriseFilter) { enterprises(filter: $filter) { totalCount } }";
  const answer = await server.ask(query, { filter });
  expect(messages(answer)).toHaveLength(1);
  expect(messages(answer)[0]).toMatch(told);
});

test("lists of any kind ask by within what those of one kind ask by region or park", async () => {
  const answer = await server.ask(`{ relations(filter: { node: { region: "region:a" } }) { totalCount } }`);
  expect(messages(answer)).toEqual([
    "EntityFilter has no region; it asks what belongs to a place: write within: ….",
  ]);
});

test("what is written as it is taken is answered, and other mistakes are told as ever", async () => {
  expect(codes(await server.ask("{ enterprises(filter: {foundedIsNull: true}) { totalCount } }"))).toEqual(
    [],
  );
  const unknown = await server.ask("{ enterprises(filter: {foundedGte: 1}) { totalCount } }");
  expect(messages(unknown)[0]).toContain('"foundedGte" is not defined');
});
