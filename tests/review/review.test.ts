// Pairs for a person: the most doubtful first, both records beside each other, answers by keys and by options.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { reviewWithKeys } from "../../src/cli/review-keys.ts";
import { featuresIn } from "../../src/review/features.ts";
import { isOpen, readPairs } from "../../src/review/pairs.ts";
import { compareRecords, readRecords, saidOf } from "../../src/review/records.ts";
import { writeFolder } from "../support/folder.ts";

const header = "source,id,name,other,otherName,verdict,score,features\n";
const line = (id: string, score: number, verdict = "REVIEW"): string =>
  `list:2,enterprise:${id},${id},enterprise:x,x,${verdict},${score},SOUND +0.72 ${id} / x\n`;

const layer = () =>
  writeFolder({
    entities: {
      Region: [{ id: "region:r", name: "某区", sources: "list:2" }],
      Enterprise: [
        {
          id: "enterprise:a",
          name: "甲",
          founded: "2015",
          capital: 41910000,
          aliases: "甲厂|甲公司",
          sources: "list:2",
        },
        { id: "enterprise:x", name: "甲", founded: "2016", products: "电缆", sources: "list:3" },
      ],
    },
    relations: { LOCATED_IN: [{ from: "enterprise:a", to: "region:r", sources: "list:2" }] },
    observations: [
      {
        id: "observation:1",
        subject: "enterprise:a",
        metric: "m",
        value: 3,
        unit: "亿元",
        period: "2022",
        sources: "list:2",
      },
    ],
    files: {
      "matches.csv":
        header +
        line("sure", 0.95, "SAME") +
        line("c", 0.51) +
        line("a", 0.71) +
        line("b", 0.88) +
        line("d", 0.6),
    },
  });

const deciding = { by: "李", why: "", at: "2024-01-01" };

async function* typed(keys: string): AsyncGenerator<string> {
  yield* keys;
}

const asked = async (folder: string, keys: string, language: "zh" | "en" = "zh") => {
  const said: string[] = [];
  const open = readPairs(folder).filter(isOpen);
  const decided = await reviewWithKeys(
    { layer: folder, folders: [folder], open, deciding, language, say: (text) => void said.push(text) },
    typed(keys),
  );
  return { decided, said: said.join("\n") };
};

const decisions = (folder: string): string[] =>
  existsSync(join(folder, "decisions.csv"))
    ? readFileSync(join(folder, "decisions.csv"), "utf8").trim().split("\n").slice(1)
    : [];

describe("a review", () => {
  test("begins with the most doubtful, and leaves out what is sure", () => {
    expect(readPairs(layer()).map(({ id }) => id)).toEqual([
      "enterprise:a",
      "enterprise:d",
      "enterprise:b",
      "enterprise:c",
      "enterprise:sure",
    ]);
  });

  test("shows both records with what differs marked", () => {
    const records = readRecords([layer()], new Set(["enterprise:a", "enterprise:x"]));
    const fields = compareRecords(records.get("enterprise:a"), records.get("enterprise:x"));
    expect(fields.map(({ zh, own, other, is }) => [zh, own, other, is])).toEqual([
      ["名称", ["甲"], ["甲"], "alike"],
      ["成立时间", ["2015"], ["2016"], "differs"],
      ["出处", ["list:2"], ["list:3"], "differs"],
      ["别名", ["甲厂", "甲公司"], [], "one side"],
      ["注册资本", ["41,910,000"], [], "one side"],
      ["位于", ["某区"], [], "one side"],
      ["m 2022", ["3 亿元"], [], "one side"],
      ["产品", [], ["电缆"], "one side"],
    ]);
    const capital = fields.find(({ zh }) => zh === "注册资本");
    const said = (language: "zh" | "en") =>
      capital === undefined ? undefined : saidOf(capital, capital.own, language);
    expect([said("zh"), said("en")]).toEqual(["41,910,000 元", "41,910,000 yuan"]);
  });

  test("names what speaks for and against in the reader's language, and keeps what it does not know", () => {
    const told = "SPELLING +0.66 博晟金 / 博晟睿; PLACE -0.2 无锡 / –; OTHER +1 x";
    expect(featuresIn(told, "zh")).toEqual([
      "字形相近 +0.66 博晟金 / 博晟睿",
      "名称中的地名 -0.2 无锡 / –",
      "OTHER +1 x",
    ]);
    expect(featuresIn(told, "en")[1]).toBe("place in the name -0.2 无锡 / –");
    expect(featuresIn("", "zh")).toEqual([]);
  });

  test("by keys: same, different, later, back, quit; each answer is written at once", async () => {
    const folder = layer();
    const { decided, said } = await asked(folder, "sdlxq");
    expect(decided).toBe(2);
    expect(decisions(folder)).toEqual([
      "enterprise:a,a,enterprise:x,x,same,李,2024-01-01,",
      "enterprise:d,d,enterprise:x,x,different,李,2024-01-01,",
    ]);
    expect(said).toContain("≠");
    expect(said).toContain("读音 +0.72 a / x");
    expect(said).toContain("已决定 2 对，还有 2 对");
    const again = await asked(folder, "sbd", "en");
    expect(again.said).toContain("1 decided, 1 wait");
    expect(again.said).toContain("sound +0.72");
    expect(decisions(folder).at(-1)).toMatch(/^enterprise:b,.*different/);
  });

  test("of nothing says so, and asks for no key", async () => {
    const folder = writeFolder({ files: { "matches.csv": header } });
    expect((await asked(folder, "s")).said).toContain("已决定 0 对，还有 0 对");
  });
});
