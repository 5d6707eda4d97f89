// Texts for readers in English and Chinese: summaries, notes, reasons. What is there in one language only is given in it,
// whichever is asked for.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { data, ask } = loadedEngines({
  entities: {
    Document: [
      { stem: "a", id: "document:a", name: "甲报", summary: "A paper.", summaryZh: "一份报纸。", lines: 9 },
      { stem: "b", id: "document:b", name: "乙报", summaryZh: "只有中文。", lines: 9 },
    ],
    Enterprise: [
      { id: "enterprise:a", name: "甲企业", summary: "Only English.", sources: "a:1" },
      { id: "enterprise:b", name: "乙企业", sources: "a:1" },
    ],
    Conflict: [
      {
        id: "conflict:a",
        name: "甲",
        conflictType: "AMBIGUOUS",
        reason: "Not clear.",
        reasonZh: "说不清。",
        resolution: "Both kept.",
        resolutionZh: "两者都保留。",
        sources: "a:2",
      },
    ],
  },
  relations: {
    SUPPLIES: [
      { from: "enterprise:a", to: "enterprise:b", note: "By the way.", noteZh: "顺带提到。", sources: "a:3" },
    ],
    CONCERNS: [{ from: "conflict:a", to: "enterprise:a", sources: "a:2" }],
  },
  files: {
    "reading/lines-without-facts.csv": "source,line,reason,reasonZh\na,4,heading,标题\na,5,blank,\n",
  },
});

describe("texts in two languages", () => {
  test("come in English where nothing is asked, in Chinese where asked, in the other where one is not there", async () => {
    const query = `query ($lang: Language) {
      documents(orderBy: [{ field: NAME, direction: DESC }]) { nodes { id summary en: summary(lang: EN) zh: summary(lang: ZH) asked: summary(lang: $lang) } }
      enterprise(id: "enterprise:a") { summary(lang: ZH) }
      other: enterprise(id: "enterprise:b") { en: summary zh: summary(lang: ZH) }
    }`;
    const expected = (lang: "EN" | "ZH" | undefined) => ({
      documents: {
        nodes: [
          {
            id: "document:b",
            summary: "只有中文。",
            en: "只有中文。",
            zh: "只有中文。",
            asked: "只有中文。",
          },
          {
            id: "document:a",
            summary: "A paper.",
            en: "A paper.",
            zh: "一份报纸。",
            asked: lang === "ZH" ? "一份报纸。" : "A paper.",
          },
        ],
      },
      enterprise: { summary: "Only English." },
      other: { en: null, zh: null },
    });
    for (const lang of ["ZH", "EN", undefined, "ZH"] as const) {
      const answer = await data(query, lang === undefined ? {} : { lang });
      expect(answer).toEqual(expected(lang));
    }
  });

  test("of an entity of any kind, of relations and of conflicts", async () => {
    expect(
      await data(`{
        node(id: "document:a") { summary(lang: ZH) }
        enterprise(id: "enterprise:a") {
          customers { edges { note zh: note(lang: ZH) } }
          conflicts { nodes { reason(lang: ZH) resolution(lang: ZH) en: reason } edges { note(lang: ZH) } }
        }
      }`),
    ).toEqual({
      node: { summary: "一份报纸。" },
      enterprise: {
        customers: { edges: [{ note: "By the way.", zh: "顺带提到。" }] },
        conflicts: {
          nodes: [{ reason: "说不清。", resolution: "两者都保留。", en: "Not clear." }],
          edges: [{ note: null }],
        },
      },
    });
  });

  test("of lines that have no fact", async () => {
    expect(
      await data(
        `{ document(id: "document:a") { coverage { withoutFacts { line reason zh: reason(lang: ZH) } } } }`,
      ),
    ).toEqual({
      document: {
        coverage: {
          withoutFacts: [
            { line: 4, reason: "heading", zh: "标题" },
            { line: 5, reason: "blank", zh: "blank" },
          ],
        },
      },
    });
  });

  test("a language that there is not is refused", async () => {
    await expect(ask(`{ documents { nodes { summary(lang: FR) } } }`)).rejects.toThrow(/FR/);
  });
});
