// The tabs of GraphiQL follow the data: with the shipped data as written, with others about things of these.
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { samples } from "../../src/api/samples/samples.ts";
import { type AskApi, tabsFor } from "../../src/http/graphiql-tabs.ts";
import { kindOfId } from "../../src/ontology/model.ts";
import { fixture } from "../support/fixture.ts";
import { serve, serveFolder, type TestServer } from "../support/server.ts";

const servers: TestServer[] = [];
afterAll(async () => {
  for (const server of servers) await server.close();
});

const asking =
  (server: TestServer): AskApi =>
  (query, variables) =>
    server.ask(query, variables);

const idsOf = (tabs: readonly { variables: string }[]): string[] =>
  tabs
    .flatMap(({ variables }) => Object.values(JSON.parse(variables) as object).flat())
    .filter((value): value is string => typeof value === "string" && kindOfId(value) !== undefined);

describe("tabs of GraphiQL", () => {
  test("with the shipped data they are as written, with a comment in both languages", async () => {
    const server = await serveFolder(fileURLToPath(new URL("../../seed", import.meta.url)));
    servers.push(server);
    const tabs = await tabsFor([], asking(server));
    expect(tabs.map(({ variables }) => JSON.parse(variables) as unknown)).toEqual(
      samples.map(({ variables }) => variables),
    );
    for (const [at, { query }] of tabs.entries()) {
      expect(query).toContain(`# ${samples[at]?.title.zh}\n# ${samples[at]?.title.en}\n`);
      expect(samples[at]?.title.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  test("with other data they are about things of these, and are answered without an error", async () => {
    const server = await serve(fixture);
    servers.push(server);
    const tabs = await tabsFor([], asking(server));
    const ids = [...new Set(idsOf(tabs))];
    const { data } = await server.ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids });
    const found = ((data?.nodes ?? []) as ({ id: string } | null)[]).flatMap((node) => node?.id ?? []);
    // Of conditions these data have none: nothing can stand in.
    expect(ids.filter((id) => !found.includes(id)).map(kindOfId)).toEqual(["Condition"]);
    expect(new Set(ids.map(kindOfId)).size).toBeGreaterThanOrEqual(5);
    let answered = 0;
    for (const { query, variables } of tabs) {
      const answer = await server.ask(query, JSON.parse(variables) as Record<string, unknown>);
      // The address of a tab holds its text alone.
      expect((await server.ask(query)).data).toEqual(answer.data);
      if (answer.errors === undefined) answered += 1;
      else expect(answer.errors.map(({ message }) => message).join()).toMatch(/metric|condition/i);
    }
    expect(answered).toBeGreaterThanOrEqual(samples.length - 3);
  });
});
