// compileRequest of the package: what a request asks of the store, without a store.
import { expect, test } from "vitest";
import { compileRequest } from "../../src/api/compile-request.ts";
import { openEmbedded } from "../../src/store/embedded.ts";

test("its statement and parameters are what a store runs", async () => {
  const query = `query ($first: Int!) { enterprises(first: $first, filter: { region: "region:east" }) { nodes { name } } }`;
  const { statement, parameters, steps } = compileRequest(query, {
    variables: { first: 3 },
    engine: "embedded",
  });
  expect(Object.values(parameters)).toContain("region:east");
  expect(steps).toEqual([{ id: "main", needs: [], statement, parameters }]);
  const store = openEmbedded();
  await store.prepare();
  await expect(store.read(statement, parameters)).resolves.toHaveLength(1);
  await store.close();
});

test("the engine is chosen: a question with a file for each is another statement", () => {
  const query = `{ path(from: "a", to: "b") { length } }`;
  const [neo4j, embedded] = [compileRequest(query), compileRequest(query, { engine: "embedded" })];
  expect(neo4j.statement).not.toBe(embedded.statement);
});

test("every step is told with what it needs: code before the statement, statements beside it", () => {
  const search = compileRequest(`{ search(text: "x") { score } }`);
  const [code] = search.steps;
  expect(code?.code).toBe("search");
  expect(search.steps.find(({ id }) => id === "main")?.needs).toEqual([code?.id]);
  expect(search.statement).toContain(`$${code?.id}`);
  const { steps } = compileRequest("{ enterprises { totalCount facets { parks { count } } } }");
  expect(steps.filter(({ statement }) => statement !== undefined).length).toBeGreaterThan(1);
});

test("what is wrong is thrown: syntax, validity, variables, arguments, a missing operation", () => {
  expect(() => compileRequest("{")).toThrowError(/Syntax Error/);
  expect(() => compileRequest("{ nothing other }")).toThrowError(/"nothing"[\s\S]*"other"/);
  const needs = "query One($id: ID!) { enterprise(id: $id) { name } } query Two { parks { totalCount } }";
  expect(() => compileRequest(needs, { operationName: "One" })).toThrowError(/\$id/);
  expect(() => compileRequest(needs)).toThrowError(/Name the operation/);
  expect(() => compileRequest(`{ enterprises(after: "x") { totalCount } }`)).toThrowError(/cursor/);
});
