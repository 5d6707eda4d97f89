// What Neo4j Browser takes: every saved question runs by itself and gives what its file gives.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { serveBrowserFiles } from "../../src/cli/neo4j-browser-files.ts";
import { loadedQuestions } from "../../src/graphs/neo4j-browser/loaded-questions.ts";
import { savedQuestions } from "../../src/graphs/neo4j-browser/saved-questions.ts";
import { loadFolder } from "../../src/load/load.ts";
import { kindOfId } from "../../src/ontology/model.ts";
import { readQuestions } from "../../src/questions/read.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { enterprise, relation, s } from "../support/fixture-rows.ts";
import { type FolderContent, writeFolder } from "../support/folder.ts";

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

  test("of the shipped data they are those that are committed", async () => {
    expect(await loadedQuestions(store)).toEqual({ saved, leftOut: new Set(), others: new Map() });
  });
});

/** Two enterprises of a district that know each other, and nothing else. */
const few: FolderContent = {
  entities: {
    Document: fixture.entities?.Document ?? [],
    Region: [{ id: "region:east", name: "东区", regionLevel: "DISTRICT", sources: s }],
    Enterprise: [enterprise("one", "甲乙机械"), enterprise("two", "丙丁电子")],
  },
  relations: {
    LOCATED_IN: [relation("enterprise:one", "region:east"), relation("enterprise:two", "region:east")],
    SUPPLIES: [relation("enterprise:one", "enterprise:two")],
  },
};

describeEachEngine("saved questions of other data", (open) => {
  /** Ids that statements name and the store has not. */
  const unknownTo = async (store: GraphStore, texts: readonly string[]): Promise<string[]> => {
    const ids = texts.flatMap((text) =>
      [...text.matchAll(/'([a-z]+:[a-z0-9-]+)'/g)].map(([, id = ""]) => id),
    );
    const rows = await store.read("MATCH (n:Entity) WHERE n.id IN $ids RETURN n.id AS id", { ids });
    return ids.filter((id) => kindOfId(id) !== undefined && !rows.some((row) => row.id === id));
  };

  test("name things of these, with an answer", async () => {
    const store = await open();
    await loadFolder(store, writeFolder(fixture));
    const loaded = await loadedQuestions(store, 60_000);
    const statements = loaded.saved.map(({ statement }) => statement);
    expect(await unknownTo(store, statements)).toEqual([]);
    expect(loaded.saved.length + loaded.leftOut.size).toBe(saved.length);
    for (const name of ["enterprise.neighbours", "cluster.allMembers", "entity.related", "series"]) {
      const { statement = "" } = loaded.saved.find((one) => one.name === name) ?? {};
      expect([name, (await store.read(statement)).length > 0]).toEqual([name, true]);
    }
    await store.close();
  });

  test("those for whose things there is nothing are left out, also where Neo4j Browser gets them", async () => {
    const store = await open();
    const files = await serveBrowserFiles(0, store);
    const guide = async (): Promise<string> => (await fetch(`${files.url}/neo4j-guide.html`)).text();
    // Before data are loaded it is the one of the shipped data.
    expect(await guide()).toBe(readFileSync(file("docs/neo4j-guide.html"), "utf8"));
    await loadFolder(store, writeFolder(few));
    const { leftOut, saved: kept } = await loadedQuestions(store);
    for (const name of ["cluster.allMembers", "cluster.singleSuppliers", "project.events"])
      expect(leftOut).toContain(name);
    expect(kept.map(({ name }) => name)).toContain("path");
    const text = await guide();
    expect(text).toContain("enterprise:one");
    expect(text).not.toContain("xinhongye");
    expect(text).toMatch(/Left out: \d+ questions/);
    expect(text).not.toContain("cluster.allMembers");
    const zip = await fetch(`${files.url}/neo4j-questions.zip`);
    const entries = Object.entries(unzipSync(new Uint8Array(await zip.arrayBuffer())));
    expect(entries.map(([name]) => name).sort()).toEqual(
      kept.map(({ folder, name }) => `${folder}/${name}.cypher`).sort(),
    );
    expect(
      await unknownTo(
        store,
        entries.map(([, bytes]) => strFromU8(bytes)),
      ),
    ).toEqual([]);
    files.close();
    await store.close();
  });
});
