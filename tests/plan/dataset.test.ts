// What answers is told: version, time of loading, licence, engine; the same version on both engines.
import { expect, test } from "vitest";
import { loadFolder } from "../../src/load/load.ts";
import { asking } from "../support/asking.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

const question = "{ dataset { version loadedAt loading documents licence engine } }";

describeEachEngine("the dataset", (open, engine) => {
  test("is told as it was loaded; nothing is told of an empty store", async () => {
    const store = await open();
    const ask = asking(store);
    expect((await ask(question)).data).toEqual({ dataset: null });
    const folder = writeFolder({
      ...fixture,
      files: { ...fixture.files, "LICENCE.md": "\n# CC BY 4.0\n\nwords\n" },
    });
    const { dataset } = await loadFolder(store, folder);
    const { data, statements } = await ask(question);
    expect(statements).toBe(1);
    expect(data?.dataset).toEqual({
      version: dataset.version,
      loadedAt: dataset.loadedAt,
      loading: false,
      documents: fixture.entities?.Document?.length,
      licence: "CC BY 4.0",
      engine: engine.name,
    });
    await store.write("UNWIND $rows AS row MATCH (d:Dataset {id: row.id}) SET d.state = 'LOADING'", [
      { id: "dataset" },
    ]);
    expect((await ask("{ dataset { loading } }")).data).toEqual({ dataset: { loading: true } });
  });

  test("without a file LICENCE has none", async () => {
    const store = await open();
    await loadFolder(store, writeFolder(fixture));
    expect((await asking(store)("{ dataset { licence } }")).data).toEqual({ dataset: { licence: null } });
  });
});
