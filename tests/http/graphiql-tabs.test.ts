// The tabs of GraphiQL follow the data: with the shipped data as written, with others about things of these.
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { samples } from "../../src/api/samples/samples.ts";
import { parseHeader } from "../../src/catalogue/header.ts";
import { openCatalogue } from "../../src/catalogue/open.ts";
import { tabsOf } from "../../src/catalogue/tabs.ts";
import { namedIn } from "../../src/http/graphiql-asked.ts";
import type { AskApi } from "../../src/http/graphiql-stand-ins.ts";
import { type Tab, tabsFor } from "../../src/http/graphiql-tabs.ts";
import { kindOfId } from "../../src/ontology/model.ts";
import { fixture } from "../support/fixture.ts";
import { enterprise, relation, s } from "../support/fixture-rows.ts";
import type { FolderContent } from "../support/folder.ts";
import { serve, serveFolder, type TestServer } from "../support/server.ts";

const servers: TestServer[] = [];
afterAll(async () => {
  for (const server of servers) await server.close();
});

const asking =
  (server: TestServer): AskApi =>
  (query, variables) =>
    server.ask(query, variables);

const questions = tabsOf(openCatalogue({ OPERATIONS_DIR: "" }).catalogue);

const valuesOf = ({ variables }: Tab): Record<string, unknown> =>
  JSON.parse(variables) as Record<string, unknown>;

/** Ids and codes of metrics of tabs, also those of their comments, that the data have not. */
async function unknownTo(server: TestServer, tabs: readonly Tab[]): Promise<string[]> {
  const ids = new Set(tabs.flatMap((tab) => namedIn({ query: tab.query, values: valuesOf(tab) })));
  for (const { query } of tabs)
    for (const [id] of query.matchAll(/(?<=")[a-z]+:[a-z0-9-]+(?=")/g)) if (kindOfId(id)) ids.add(id);
  const { data } = await server.ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: [...ids] });
  const found = ((data?.nodes ?? []) as ({ id: string } | null)[]).map((node) => node?.id);
  return [...ids].filter((id) => !found.includes(id));
}

/** Whether each tab is answered; its text alone, where that is its address, as with its values. */
async function expectAnswers(server: TestServer, tabs: readonly Tab[]): Promise<void> {
  for (const tab of tabs) {
    const answer = await server.ask(tab.query, valuesOf(tab));
    expect([tab.query, answer.errors]).toEqual([tab.query, undefined]);
  }
}

const nameOf = ({ query }: Tab): string => /^query (\w+)/m.exec(query)?.[1] ?? "";

/** Three enterprises of a district, and nothing else: no park, no cluster, no metric. */
const few: FolderContent = {
  entities: {
    Document: fixture.entities?.Document ?? [],
    Region: [{ id: "region:east", name: "东区", regionLevel: "DISTRICT", sources: s }],
    Enterprise: [
      enterprise("one", "甲乙机械"),
      enterprise("two", "丙丁电子"),
      enterprise("three", "戊己材料"),
    ],
  },
  relations: {
    LOCATED_IN: [relation("enterprise:two", "region:east"), relation("enterprise:one", "region:east")],
    SUPPLIES: [relation("enterprise:one", "enterprise:two")],
  },
};

describe("tabs of GraphiQL", () => {
  test("with the shipped data they are as written, with a comment in both languages", async () => {
    const server = await serveFolder(fileURLToPath(new URL("../../seed", import.meta.url)));
    servers.push(server);
    const tabs = await tabsFor(questions, asking(server));
    expect(tabs.map(valuesOf)).toEqual([
      ...samples.map(({ variables }) => variables),
      ...questions.map(({ variables }) => JSON.parse(variables) as unknown),
    ]);
    expect(tabs.slice(samples.length).map(({ query }) => query)).toEqual(questions.map(({ query }) => query));
    expect(tabs[0]?.query).not.toContain("Left out");
    for (const [at, { query }] of tabs.slice(0, samples.length).entries()) {
      expect(query).toContain(`# ${samples[at]?.title.zh}\n# ${samples[at]?.title.en}\n`);
      expect(samples[at]?.title.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  test("with other data they are about things of these, in values, text and comments", async () => {
    const server = await serve(fixture);
    servers.push(server);
    const tabs = await tabsFor(questions, asking(server));
    expect(await unknownTo(server, tabs)).toEqual([]);
    expect(
      new Set(tabs.flatMap((tab) => namedIn({ query: tab.query, values: valuesOf(tab) })).map(kindOfId)).size,
    ).toBeGreaterThanOrEqual(6);
    await expectAnswers(server, tabs);
    // The address of a sample holds its text alone.
    const some = tabs.filter(({ query }) => samples.some(({ title }) => query.startsWith(`# ${title.zh}`)));
    for (const tab of some)
      expect((await server.ask(tab.query)).data).toEqual((await server.ask(tab.query, valuesOf(tab))).data);
    // A header still says what a file of the catalogue says, and its examples are the values.
    for (const tab of tabs.slice(some.length)) {
      const problems: string[] = [];
      const { variables } = parseHeader(tab.query, (_line, message) => problems.push(message));
      expect(problems).toEqual([]);
      for (const [name, value] of Object.entries(valuesOf(tab)))
        expect([nameOf(tab), variables.get(name)?.example]).toEqual([nameOf(tab), value]);
    }
    const search = tabs.find((tab) => nameOf(tab) === "Search");
    const { data } = await server.ask("query($text: String!) { search(text: $text) { score } }", {
      text: search === undefined ? "" : valuesOf(search).text,
    });
    expect(data?.search).not.toEqual([]);
  });

  test("periods are such as the data have figures of, written into the text too", async () => {
    const metrics = ["output", "patents", "staff", "sales"].map((code) => ({
      id: `metric:${code}`,
      name: code,
      normalUnit: "count",
      sources: s,
    }));
    const figure = (number: number, subject: string, metric: string, period: string) => ({
      id: `observation:o${number}`,
      subject,
      metric,
      value: number,
      unit: "个",
      period,
      sources: s,
    });
    const server = await serve({
      entities: {
        ...few.entities,
        Metric: metrics,
      },
      relations: few.relations ?? {},
      observations: [
        figure(1, "region:east", "output", "2019"),
        figure(2, "region:east", "output", "2018"),
        figure(3, "enterprise:one", "output", "2018"),
        figure(4, "region:east", "patents", "2017"),
        figure(5, "region:east", "staff", "2017"),
        figure(6, "region:east", "sales", "2017"),
      ],
    });
    servers.push(server);
    const tabs = await tabsFor(questions, asking(server));
    await expectAnswers(server, tabs);
    let seen = 0;
    for (const tab of tabs) {
      const { metric, period } = valuesOf(tab);
      if (metric === undefined || period === undefined) continue;
      const { data } = await server.ask(
        "query($metric: String, $period: String) { observations(filter: { metric: $metric, period: $period }) { totalCount } }",
        { metric, period },
      );
      const found = (data?.observations ?? undefined) as { totalCount: number } | undefined;
      expect([nameOf(tab), period, (found?.totalCount ?? 0) > 0]).toEqual([nameOf(tab), period, true]);
      seen += 1;
    }
    expect(seen).toBeGreaterThanOrEqual(2);
    const figures = tabs.find((tab) => nameOf(tab) === "Figures" && tab.isOpen);
    for (const [, period] of figures?.query.matchAll(/period: "(\d{4})"/g) ?? [])
      expect(["2017", "2018", "2019"]).toContain(period);
    expect(figures?.query).toMatch(/ranking\([^)]*period: "201[789]", status: STATED/);
  });

  test("every question is in the list above, in groups; a few are open as tabs, the simple first", async () => {
    const server = servers[0] as TestServer;
    const tabs = await tabsFor(questions, asking(server));
    const open = tabs.filter(({ isOpen }) => isOpen);
    expect(open.length).toBeLessThanOrEqual(6);
    expect(open[0]).toBe(tabs[0]);
    const page = await (await fetch(`${server.url}/graphql`, { headers: { accept: "text/html" } })).text();
    for (const { title, group } of tabs)
      for (const words of [title.zh, title.en, group.zh, group.en])
        expect(page).toContain(JSON.stringify(words).replaceAll("<", "\\u003c"));
  });

  test("a tab for whose things the data have nothing is left out, and the first says so", async () => {
    const server = await serve(few);
    servers.push(server);
    const tabs = await tabsFor(questions, asking(server));
    expect(await unknownTo(server, tabs)).toEqual([]);
    await expectAnswers(server, tabs);
    const names = tabs.map(nameOf);
    for (const name of [
      "EnterpriseCard",
      "SearchAndPath",
      "EnterpriseRelations",
      "RegionEnterprises",
      "Search",
    ])
      expect(names).toContain(name);
    for (const name of ["ParkPage", "ParkFit", "ClusterEnterprises", "MeasureCandidates", "Ranking"])
      expect(names).not.toContain(name);
    // What sets two of a kind side by side is never about one twice.
    const path = tabs.find((tab) => nameOf(tab) === "SearchAndPath");
    const { from, to } = path === undefined ? {} : valuesOf(path);
    expect(from).not.toEqual(to);
    const gone = samples.length + questions.length - tabs.length;
    expect(tabs[0]?.query).toContain(`# Left out: ${gone} questions`);
    expect(tabs[0]?.query).toContain(`# 未列出 ${gone} 个问题`);
    expect(tabs[0]?.query).toMatch(/Left out: .*Park.*Cluster/);
  });

  test("a document alone leaves what names documents or nothing", async () => {
    const server = await serve({ entities: { Document: fixture.entities?.Document ?? [] } });
    servers.push(server);
    const tabs = await tabsFor(questions, asking(server));
    const ids = tabs.flatMap((tab) => namedIn({ query: tab.query, values: valuesOf(tab) }));
    expect(ids.map(kindOfId).filter((kind) => kind !== "Document")).toEqual([]);
    expect(tabs.length).toBeGreaterThan(0);
    await expectAnswers(server, tabs);
  });
});
