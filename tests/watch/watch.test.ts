// A watch over a store: after a load exactly those are told who newly match, once, with reasons and citations.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCatalogue } from "../../src/catalogue/open.ts";
import { askOver } from "../../src/catalogue/over-store.ts";
import { loadFolder } from "../../src/load/load.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { type Answers, matching, questionOf, readingOf } from "../../src/watch/ask.ts";
import { journalPath, keepWatch } from "../../src/watch/folder.ts";
import { readJournal } from "../../src/watch/journal.ts";
import { newSecret, type Watch } from "../../src/watch/watch.ts";
import { type Worked, workOn } from "../../src/watch/work.ts";
import { describeEachEngine } from "../support/engines.ts";
import { type FolderContent, writeFolder } from "../support/folder.ts";
import { policyWorld } from "../support/policy-world.ts";
import { openReceiver, type Received, type Receiver } from "../support/receiver.ts";
import { without } from "../support/watch-world.ts";

const { schema, catalogue } = openCatalogue({ OPERATIONS_DIR: "" });
const eligible = { measure: "measure:up", status: ["ELIGIBLE"] };

interface Asking {
  readonly question: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly again?: readonly string[];
}

describeEachEngine("a watch", (open) => {
  let store: GraphStore;
  let receiver: Receiver;
  const folder = mkdtempSync(join(tmpdir(), "industry-graph-"));
  let answers: Answers;
  const working = () => ({
    folder,
    schema,
    catalogue,
    answers,
    retrySeconds: 3_600,
    signal: new AbortController().signal,
  });
  const load = (content: FolderContent) => loadFolder(store, writeFolder(content));
  const work = async (name: string): Promise<Worked> => {
    const worked = await workOn(working(), name, { patience: 0, impatient: true });
    if (worked === undefined) throw new Error(`${name} is locked or gone`);
    return worked;
  };
  const idsOf = async ({ question, variables, again = [] }: Asking): Promise<Set<string>> => {
    const operation = questionOf(schema, catalogue, question);
    const found = await matching(schema, answers, operation, { variables, again: [...again] });
    return new Set(found.matches.map(({ key }) => key));
  };

  async function add(name: string, asking: Asking): Promise<Watch> {
    const { question, variables, again = [] } = asking;
    const made = new Date().toISOString();
    const webhook = { url: receiver.url, secret: newSecret() };
    const watch: Watch = { name, question, variables, again: [...again], made, webhook };
    const operation = questionOf(schema, catalogue, question);
    const { version, matches } = await matching(schema, answers, operation, watch);
    keepWatch(folder, watch, { is: "begun", at: made, version, keys: matches.map(({ key }) => key) });
    return watch;
  }

  beforeAll(async () => {
    store = await open();
    answers = askOver(store, { TIMEOUT_MS: 60_000 });
    receiver = await openReceiver();
  });
  afterAll(() => receiver.close());

  test("tells of those who newly are eligible, each with reasons and citations, once", async () => {
    await load(without("lower", "two-tracks"));
    await add("first", { question: "candidate-conditions", variables: eligible });
    await load(policyWorld);
    const sent = receiver.received.length;
    expect(await work("first")).toMatchObject({ added: 2, delivered: 1 });
    const { body } = receiver.received[sent] as Received;
    expect(body).toMatchObject({
      type: "watch.matched",
      data: { watch: "first", count: 2, others: [], question: { name: "candidate-conditions" } },
    });
    const matches = [...body.data.matches].sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(matches.map(({ id }) => id)).toEqual(["enterprise:lower", "enterprise:two-tracks"]);
    const law = { document: { stem: "law" } };
    const held = { type: "CERTIFIED_AS", to: { name: "资质municipal" }, sources: [{ ...law, line: 1 }] };
    expect(matches[0]?.answer).toMatchObject({ status: "ELIGIBLE", node: { id: "enterprise:lower" } });
    const met = expect.objectContaining({ status: "MET", fact: held, sources: [{ ...law, line: 7 }] });
    expect(matches[0]?.answer).toMatchObject({ conditions: expect.arrayContaining([met]) });
    expect(matches[0]?.row).toMatchObject({ status: "ELIGIBLE", "measure.name": "措施up" });
    expect(await work("first")).toMatchObject({ delivered: 0 });
    expect(receiver.received).toHaveLength(sent + 1);
  });

  test("may wait for what is not there yet, though whoever asks for it is told so", async () => {
    const asking = { question: "Enterprise", variables: { nameContains: "没有这样的名字" } };
    expect(await idsOf(asking)).toEqual(new Set());
    expect((await idsOf({ question: "Enterprise", variables: {} })).size).toBeGreaterThan(0);
  });

  test("tells of somebody whose status changes only where asked, and what is to be found out", async () => {
    await load(without("lower"));
    const all = { measure: "measure:up", status: ["ELIGIBLE", "UNKNOWN"] };
    const asking = { question: "measure-candidates", variables: all };
    await add("status", { ...asking, again: ["status"] });
    await add("anyhow", asking);
    await load(policyWorld);
    const sent = receiver.received.length;
    expect(await work("status")).toMatchObject({ added: 1, delivered: 1 });
    expect(await work("anyhow")).toMatchObject({ added: 0, delivered: 0 });
    const told = receiver.received.slice(sent).map(({ body }) => body.data.matches.map(({ id }) => id));
    expect(told).toEqual([["enterprise:lower"]]);
    await load(without("lower"));
    expect(await work("status")).toMatchObject({ added: 1, delivered: 1 });
    const [match] = receiver.received.at(-1)?.body.data.matches ?? [];
    expect(match?.row).toMatchObject({
      status: "UNKNOWN",
      "missing.toFind": expect.stringContaining("资质municipal"),
      "missing.sources": "law:7",
    });
  });

  test("tells the difference of any two datasets, of a filter as of eligibility", async () => {
    const asked: readonly Asking[] = [
      {
        question: "measure-candidates",
        variables: { measure: "measure:up", status: ["ELIGIBLE", "UNKNOWN"] },
      },
      { question: "Enterprise", variables: { certifiedAs: "certification:municipal" } },
      { question: "certified-enterprises", variables: { certification: "certification:high-tech" } },
    ];
    const datasets = [
      without("tech", "fresh", "lower", "giant"),
      without("about", "renewed", "two-tracks"),
      without("tech", "west"),
      policyWorld,
    ];
    await load(policyWorld);
    let all = 0;
    for (const [index, one] of asked.entries()) await add(`any-${index}`, one);
    for (const dataset of datasets) {
      const before = await Promise.all(asked.map(idsOf));
      await load(dataset);
      const after = await Promise.all(asked.map(idsOf));
      for (const index of asked.keys()) {
        const sent = receiver.received.length;
        await work(`any-${index}`);
        const told = receiver.received
          .slice(sent)
          .flatMap(({ body }) => body.data.matches.map(({ id }) => id));
        const fresh = [...(after[index] ?? [])].filter((id) => !before[index]?.has(id));
        expect(told.sort()).toEqual(fresh.sort());
        all += fresh.length;
        expect(receiver.received.length - sent).toBe(fresh.length === 0 ? 0 : 1);
      }
    }
    expect(all).toBeGreaterThan(4);
  });

  test("whose question cannot be asked any more says so once, still delivers, and goes on when it can", async () => {
    await load(without("lower"));
    await add("lost", { question: "measure-candidates", variables: eligible });
    receiver.answer = (_, response) => void response.writeHead(500).end();
    await load(policyWorld);
    expect(await work("lost")).toMatchObject({
      added: 1,
      delivered: 0,
      failure: expect.stringContaining("500"),
    });
    receiver.answer = (_, response) => void response.writeHead(204).end();
    const { entities, relations } = policyWorld;
    const not = (one: Readonly<Record<string, unknown>>) => one.from !== "measure:up";
    await load({
      ...policyWorld,
      entities: {
        ...entities,
        Measure: (entities?.Measure ?? []).filter(({ id }) => id !== "measure:up"),
      },
      relations: { ...relations, HAS_CONDITION: (relations?.HAS_CONDITION ?? []).filter(not) },
    });
    const sent = receiver.received.length;
    await expect(work("lost")).rejects.toThrow("measure:up");
    await expect(work("lost")).rejects.toThrow("measure:up");
    const { events } = readJournal(journalPath(folder, "lost"));
    expect(events.map(({ is }) => is)).toEqual(["begun", "digest", "failed", "problem", "delivered"]);
    // Again the same digest as the one that failed.
    expect(receiver.received.slice(sent - 1).map(({ id, text }) => [id, text])).toEqual([
      [receiver.received[sent - 1]?.id, receiver.received[sent - 1]?.text],
      [receiver.received[sent - 1]?.id, receiver.received[sent - 1]?.text],
    ]);
    await load(policyWorld);
    expect(await work("lost")).toMatchObject({ added: 0, delivered: 0 });
  });
});

describe("a question that cannot be watched", () => {
  const reading =
    (name: string, again: readonly string[] = []) =>
    () =>
      readingOf(schema, questionOf(schema, catalogue, name), again);
  test("is refused with what to do: no entity in a row, no such column, no such question", () => {
    expect(reading("project-pipeline")).toThrow(/name no entity by its id/);
    expect(reading("region-projects", ["stages"])).toThrow(/has no column stages: a row has id, name, stage/);
    expect(reading("regionprojects")).toThrow(/did you mean region-projects/);
    expect(reading("region-projects", ["stage"])()).toMatchObject({ id: { path: ["id"] } });
    expect(reading("park-enterprises")()).toMatchObject({ id: { path: ["node", "id"] } });
  });
});
