// Words of a search that stand apart: each is meant in its long form too, and what has them all comes first.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

interface Hit {
  readonly missing: readonly string[];
  readonly entity: { readonly id: string };
}

const { data } = loadedEngines("seed");

async function searchWords(text: string): Promise<Hit[]> {
  const query = "query ($text: String!) { search(text: $text, first: 50) { missing entity { id } } }";
  return (await data<{ search: Hit[] }>(query, { text })).search;
}

describe("words apart", () => {
  test.each([
    ["小巨人 奖励", "measure:xishan-srdi-national-first"],
    ["奖励 小巨人 复审", "measure:xishan-srdi-national-renewal"],
    ["高企 新增", "metric:high-tech-new"],
  ])("%s: a word is meant in its long form too, in any order", async (text, id) => {
    const [first] = await searchWords(text);
    expect(first).toMatchObject({ entity: { id }, missing: [] });
  });

  test("a name that has but one of the words is behind what has them all", async () => {
    const ids = (await searchWords("吴中 智改数转")).map(({ entity }) => entity.id);
    expect(ids[0]).toBe("programme:wuzhong-smart-digital");
    expect(ids).toContain("enterprise:wuzhong-group");
    expect((await searchWords("吴中 火星"))[0]?.entity.id).toBe("enterprise:wuzhong-group");
  });
});
