// Where an enterprise is, when it is placed in several regions at once or through parks within parks.
import { expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { fixture } from "../support/fixture.ts";
import type { CsvRecord } from "../support/folder.ts";

const sources = "doc-a:1";
const enterprise = (id: string): CsvRecord => ({ id: `enterprise:${id}`, name: id, sources });
const located = (from: string, to: string): CsvRecord => ({ from: `enterprise:${from}`, to, sources });

const { data } = loadedEngines({
  entities: {
    ...fixture.entities,
    Park: [...(fixture.entities?.Park ?? []), { id: "park:innermost", name: "最里园", sources }],
    Enterprise: ["both", "three", "two"].map(enterprise),
  },
  relations: {
    PART_OF: [...(fixture.relations?.PART_OF ?? []), { from: "park:innermost", to: "park:inner", sources }],
    LOCATED_IN: [
      { from: "park:big", to: "region:east", sources },
      { from: "park:west", to: "region:west", sources },
      located("both", "region:city"),
      located("both", "park:west"),
      located("three", "park:innermost"),
      located("two", "region:west"),
      located("two", "region:east"),
    ],
  },
});

test("a district counts before the city around it, parks within parks lead to theirs, names decide between equals", async () => {
  expect(
    await data(`{
      both: enterprise(name: "both") { region { id } } three: enterprise(name: "three") { region { id } park { id } }
      two: enterprise(name: "two") { region { name } }
      region(id: "region:east") { enterprises { nodes { id } } }
    }`),
  ).toEqual({
    both: { region: { id: "region:west" } },
    three: { region: { id: "region:east" }, park: { id: "park:innermost" } },
    two: { region: { name: "东区" } },
    region: { enterprises: { nodes: [{ id: "enterprise:three" }, { id: "enterprise:two" }] } },
  });
});
