// What Neo4j Browser takes: every saved question runs by itself and gives what its file gives.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { savedQuestions } from "../../scripts/generate/browser/saved-questions.ts";
import { loadFolder } from "../../src/load/load.ts";
import { readQuestions } from "../../src/questions/read.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { describeEachEngine } from "../support/engines.ts";

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const saved = savedQuestions();

describe("saved questions", () => {
  test("the archive holds each, in its folder, under its title", () => {
    const files = unzipSync(new Uint8Array(readFileSync(file("docs/neo4j-questions.zip"))));
    expect(Object.keys(files).sort()).toEqual(
      saved.map(({ folder, name }) => `${folder}/${name}.cypher`).sort(),
    );
    for (const { folder, name, title, statement } of saved)
      expect(strFromU8(files[`${folder}/${name}.cypher`] ?? new Uint8Array())).toBe(
        `// ${title}\n${statement}\n`,
      );
  });

  test("there is one for each question, without a parameter left to set", () => {
    const questions = readQuestions(undefined, "neo4j");
    expect(saved.map(({ name }) => name)).toEqual([...questions.keys()]);
    for (const { name, statement } of saved)
      expect([name, /\$[a-z]/i.test(statement)]).toEqual([name, false]);
  });

  test("those about an entity that give others give it too", () => {
    const giving = saved
      .filter(({ statement }) => /\nRETURN (DISTINCT )?parent, /.test(statement))
      .map(({ name }) => name);
    for (const name of [
      "enterprise.neighbours",
      "cluster.allMembers",
      "entity.related",
      "region.enterprises",
    ])
      expect(giving).toContain(name);
  });
});

describeEachEngine("saved questions", (open, { name: engine }) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    await loadFolder(store, file("seed"));
  });

  const questions = readQuestions(undefined, "neo4j");
  const here = saved.filter(({ file: of }) => engine === "neo4j" || !of.endsWith(".neo4j.cypher"));
  test.each(here.map((one) => [one.name, one] as const))(
    "%s gives what its file gives",
    async (name, { statement }) => {
      const question = questions.get(name);
      const expected = await store.read(question?.statement ?? "", question?.samples);
      const rows = await store.read(statement);
      const withoutParent = rows.map((row) => {
        const { parent: _parent, ...rest } = row;
        return question?.columns.has("parent") === true ? row : rest;
      });
      expect(withoutParent).toEqual(expected);
    },
  );
});
