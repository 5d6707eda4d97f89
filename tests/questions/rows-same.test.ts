// What question files give as they are run by hand: the same rows on both engines, and whole entities wherever an
// entity is meant. The embedded engine gives some as bare numbers (of a part of a list, beside a null, under a name
// that stood for something else), which no answer of the API shows.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readQuestions } from "../../src/questions/read.ts";
import type { Json, Row } from "../../src/store/port.ts";
import { loadedEngines } from "../support/answers.ts";

const { stores } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));

/** Sets of ids have no order. */
const inOrder = (value: Json): Json => {
  if (Array.isArray(value))
    return value.every((one) => typeof one === "string") ? [...value].sort() : value.map(inOrder);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inOrder(one)]));
};

/** A row without what tells the engine and the time. */
const plain = (row: Row): Row => {
  const { engine, loadedAt, ...more } = row;
  return inOrder(more) as Row;
};

/** Samples in which more is found than in those of the file. */
const more: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  neighbourhood: { id: "region:xishan", hops: 2, kinds: null, limit: 30, perKind: 3 },
  "document.facts": { id: "document:xishan-srdi-2023", line: null, kinds: ["ENTITY", "OBSERVATION"] },
};
const names = [...readQuestions(undefined, "embedded").keys()];

async function rowsOf(name: string, other?: Readonly<Record<string, Json>>): Promise<Row[][]> {
  return Promise.all(
    stores.map(async (store) => {
      const question = readQuestions(undefined, store.engine).get(name);
      if (question === undefined) throw new Error(`there is no ${name}`);
      return (await store.read(question.statement, other ?? question.samples)).map(plain);
    }),
  );
}

describe("a question file run by hand", () => {
  test.each(names)("%s gives the same rows on both engines", async (name) => {
    for (const parameters of [undefined, ...(more[name] === undefined ? [] : [more[name]])]) {
      const [first, ...others] = await rowsOf(name, parameters);
      for (const other of others) expect(other).toEqual(first);
    }
  });

  test("gives lists of entities as entities, in the order told", async () => {
    for (const rows of await rowsOf("neighbourhood", more.neighbourhood)) {
      const nodes = (rows[0]?.nodes ?? []) as { id?: unknown; name?: unknown }[];
      expect(nodes[0]).toMatchObject({ id: "region:xishan", name: "锡山区" });
      expect(nodes.length).toBeGreaterThan(20);
      for (const node of nodes) expect(node).toMatchObject({ name: expect.any(String) });
    }
    const none = await rowsOf("neighbourhood", { ...more.neighbourhood, id: "region:nowhere" });
    for (const rows of none) expect(rows).toEqual([{ nodes: [], relations: [], truncated: false }]);
  });

  test("gives the entity or the relation of a fact, never both and never a number", async () => {
    for (const rows of await rowsOf("document.facts")) {
      expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(["ENTITY", "OBSERVATION", "RELATION"]));
      for (const { kind, id, entity, relation } of rows) {
        expect(kind === "RELATION" ? relation : entity).toMatchObject({ id });
        expect(kind === "RELATION" ? entity : relation).toBeNull();
      }
    }
  });

  test("gives the figure that others are set against", async () => {
    for (const [row] of await rowsOf("comparison"))
      expect(row?.base).toMatchObject({ id: "observation:xishan-srdi-output-2022", value: 721 });
  });

  test("gives the clusters that parks share", async () => {
    for (const [row] of await rowsOf("focus-overlap"))
      expect(row?.shared).toMatchObject([{ cluster: { id: "cluster:yangzhou-biomedicine" } }]);
  });
});
