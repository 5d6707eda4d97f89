// Search where very many entities match: the best is found, and a kind is not crowded out by another.
import { expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const sources = "doc-a:1";
const { data } = loadedEngines({
  entities: {
    Document: [{ id: "document:a", name: "甲报告", stem: "doc-a", sources: "" }],
    Park: [{ id: "park:z", name: "远方科技新城", sources }],
    Enterprise: [
      ...Array.from({ length: 3_000 }, (_, index) => ({
        id: `enterprise:a${index}`,
        name: `第${index}科技有限公司`,
        sources,
      })),
      { id: "enterprise:zz", name: "科技", sources },
      { id: "enterprise:zy", name: "另一家有限公司", aliases: "科技", sources },
    ],
  },
});

test("the entity whose name or alias is the text comes first, though thousands have it within theirs", async () => {
  expect(await data(`{ search(text: "科技", first: 2) { score entity { id } } }`)).toEqual({
    search: ["zy", "zz"].map((id) => ({ score: 1, entity: { id: `enterprise:${id}` } })),
  });
});

test("one park among thousands of enterprises is found when parks are asked for", async () => {
  expect(await data(`{ search(text: "科技", kinds: [PARK]) { entity { id } } }`)).toEqual({
    search: [{ entity: { id: "park:z" } }],
  });
});
