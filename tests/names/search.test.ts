// What search finds by a name or phrase as it is written in a report, an office or a chat, and why.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

interface Hit {
  readonly score: number;
  readonly matched: string;
  readonly reason: string;
  readonly differences: readonly string[];
  readonly property: string | null;
  readonly entity: { readonly id: string };
}

const { data } = loadedEngines("seed");

async function search(text: string, more = ""): Promise<Hit[]> {
  const query = `query($text: String!) { search(text: $text ${more}) { score matched reason differences property entity { id } } }`;
  return (await data<{ search: Hit[] }>(query, { text })).search;
}

describe("the first hit", () => {
  test.each([
    ["苏州东山精密制造股份有限公司", "enterprise:dongshan", "IDENTICAL"],
    ["科沃斯机器人股份有限公司", "enterprise:ecovacs", "SHORT_NAME"],
    ["深圳市汇川技术股份有限公司", "enterprise:huichuan", "SAME_NAME"],
    ["无锡市鑫宏业线缆科技股份有限公司", "enterprise:xinhongye", "SAME_NAME"],
    ["無錫市鑫宏業線纜科技股份有限公司", "enterprise:xinhongye", "SAME_NAME"],
    ["鑫宏业", "enterprise:xinhongye", "IDENTICAL"],
    ["新宏业", "enterprise:xinhongye", "SOUND"],
    ["无锡鑫宏叶线缆科技股份有限公司", "enterprise:xinhongye", "SOUND"],
    ["无锡鑫业宏线缆科技股份有限公司", "enterprise:xinhongye", "SPELLING"],
    ["无锡鑫宏线缆科技股份有限公司", "enterprise:xinhongye", "SPELLING"],
    ["xin hong ye", "enterprise:xinhongye", "PINYIN"],
    ["Xīn Hóng Yè", "enterprise:xinhongye", "PINYIN"],
    ["xhy", "enterprise:xinhongye", "INITIALS"],
    ["无锡锡山经济技术开发区", "park:xishan-development-zone", "SAME_NAME"],
    ["苏州市吴中区", "region:wuzhong", "SAME_NAME"],
    ["小巨人奖励", "measure:xishan-srdi-national-first", "ABBREVIATION"],
    ["绿色制造项目储备库", "programme:green-reserve", "WORDS"],
    ["无锡市锡山区工业和信息化局", "institution:xishan-industry-bureau", "SAME_NAME"],
    ["465亿元", "observation:autumn-meeting-2023-signed-investment-2023-11-10", "FIGURE"],
    ["签约投资465亿元", "observation:autumn-meeting-2023-signed-investment-2023-11-10", "FIGURE"],
    ["4650000万元", "observation:autumn-meeting-2023-signed-investment-2023-11-10", "FIGURE"],
    ["46,500,000,000元", "observation:autumn-meeting-2023-signed-investment-2023-11-10", "FIGURE"],
    ["205.7亿", "observation:xishan-new-energy-sector-output-2023-01_2023-09", "FIGURE"],
    ["吴中区工业产值2300亿元", "observation:wuzhong-industrial-output-2022", "FIGURE"],
  ])("of %s is %s by %s", async (text, id, reason) => {
    const [first] = await search(text);
    expect(first).toMatchObject({ entity: { id }, reason });
  });

  test("of a figure tells it as it is written, and one in another unit less", async () => {
    expect((await search("465亿元"))[0]).toMatchObject({ score: 1, matched: "465亿元" });
    expect((await search("4650000万元"))[0]).toMatchObject({ score: 0.95, matched: "465亿元" });
  });

  test("tells in what a name differs", async () => {
    expect((await search("鑫宏业线缆科技有限公司"))[0]).toMatchObject({
      entity: { id: "enterprise:xinhongye" },
      differences: ["LEGAL_FORM"],
    });
    expect((await search("无锡市中科微至科技"))[0]).toMatchObject({
      entity: { id: "enterprise:zhongke-weizhi" },
      differences: ["LEGAL_FORM"],
    });
  });
});

describe("what is told of an entity beside its names", () => {
  test.each([
    ["政策订阅", "platform:qiyetong", "functions", "政策订阅"],
    ["订阅政策", "platform:qiyetong", "functions", "政策订阅"],
    ["政策匹配", "platform:qiyetong", "functions", "政策匹配"],
    ["匹配", "platform:qiyetong", "functions", "政策匹配"],
    ["推送", "platform:qiyetong", "functions", "多渠道精准推送"],
    ["精准 推送", "platform:qiyetong", "functions", "多渠道精准推送"],
    ["提高研發能力", "platform:xinhongye-cable-centre", "functions", "提高研发能力"],
  ])("%s leads to %s by its %s", async (text, id, property, matched) => {
    const hits = await search(text, "kinds: [PLATFORM]");
    const told = hits.filter(({ reason }) => reason === "CONTENT");
    expect(told).toContainEqual(expect.objectContaining({ property, matched, entity: { id } }));
  });

  test("is found where no kind is asked for", async () => {
    for (const text of ["订阅政策", "政策订阅"])
      expect((await search(text))[0]).toMatchObject({
        entity: { id: "platform:qiyetong" },
        reason: "CONTENT",
        property: "functions",
      });
  });

  test("comes after names that have the text, which tell no property", async () => {
    const hits = await search("新能源", "first: 100");
    const firstTold = hits.findIndex(({ reason }) => reason === "CONTENT");
    expect(firstTold).toBeGreaterThan(0);
    for (const { property } of hits.slice(0, firstTold)) expect(property).toBeNull();
  });
});

describe("words between spaces that nothing has all of", () => {
  const searchWords = async (text: string) =>
    (
      await data<{ search: (Hit & { readonly missing: readonly string[] })[] }>(
        "query($text: String!) { search(text: $text, first: 50) { score matched reason differences property missing entity { id } } }",
        { text },
      )
    ).search;

  test.each([
    ["锡山 绿色 储备库", "programme:green-reserve", ["锡山"]],
    ["绿色 项目 储备库 火星", "programme:green-reserve", ["火星"]],
    ["xishan green park plan", "policy:xishan-transformation-2022-2024", ["park"]],
  ])("%s leads to what has most of them, and tells those missing", async (text, id, missing) => {
    const [first] = await searchWords(text);
    expect(first).toMatchObject({ reason: "WORDS", entity: { id }, missing });
  });

  test("come by how many are there, more than half, wherever each is", async () => {
    const hits = await searchWords("新增 小巨人 通过认定");
    expect(hits.length).toBeGreaterThan(2);
    for (const { missing, score } of hits) {
      expect(missing.length).toBeLessThan(2);
      expect(score).toBeLessThan(0.45);
    }
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    expect(await searchWords("小巨人 火星 木星")).toEqual([]);
  });

  test.each([
    ["锡山区 火星", "region:xishan"],
    ["火星 鑫宏业", "enterprise:xinhongye"],
    ["科沃斯 光刻机", "enterprise:ecovacs"],
    ["木星 小巨人", "certification:srdi-little-giant-national"],
  ])("%s: of two words the one that nothing has is told", async (text, id) => {
    const hits = await searchWords(text);
    expect(hits[0]?.entity.id).toBe(id);
    for (const { missing } of hits)
      expect(missing).toEqual([text.split(" ").find((word) => /[星刻]/.test(word))]);
  });

  test("two words are told of those that have one alone, though none of the kind is called so", async () => {
    const { search } = await data<{ search: { missing: string[] }[] }>(
      `{ search(text: "小巨人 火星", kinds: [ENTERPRISE]) { missing } }`,
    );
    expect(search.length).toBeGreaterThan(0);
    for (const { missing } of search) expect(missing).toEqual(["火星"]);
    expect(await searchWords("木星 火星")).toEqual([]);
  });
});

describe("a bare legal form, trade or place", () => {
  test.each(["股份有限公司", "有限公司", "公司", "集团"])("%s names no one for sure", async (text) => {
    for (const { score } of await search(text, "kinds: [ENTERPRISE]")) expect(score).toBeLessThan(0.5);
  });

  test.each(["证券", "传媒", "汽车", "科技"])("%s is at best a part of a name", async (text) => {
    for (const { score } of await search(text, "kinds: [ENTERPRISE]")) expect(score).toBeLessThan(0.9);
  });
});

test("figures are found only where figures are asked for", async () => {
  expect((await search("465亿元", "kinds: [ENTERPRISE, REGION]")).map(({ reason }) => reason)).not.toContain(
    "FIGURE",
  );
  expect((await search("465亿元", "kinds: [OBSERVATION]")).map(({ reason }) => reason)).toEqual(["FIGURE"]);
});

test("what nothing resembles is not found", async () => {
  expect(await search("龘靐齉爩", "first: 100")).toEqual([]);
  expect(await search("qqxxzz")).toEqual([]);
});

describe("names with readings, accents and slashes of their own", () => {
  const sources = "doc-a:1";
  const others = loadedEngines({
    entities: {
      Document: [{ id: "document:a", name: "甲报告", stem: "doc-a", sources: "" }],
      Enterprise: [
        { id: "enterprise:wine", name: "会稽山绍兴酒股份有限公司", aliases: "会稽山", sources },
        { id: "enterprise:green", name: "绿健食品有限公司", sources },
        { id: "enterprise:haier", name: "海尔智家股份有限公司", sources },
        { id: "enterprise:hilan", name: "海澜之家集团股份有限公司", sources },
        { id: "enterprise:societe", name: "Société Générale", sources },
        { id: "enterprise:slash", name: "Nordic A/B Holding", sources },
        { id: "enterprise:guard", name: "衞士通信息产业股份有限公司", sources },
        { id: "enterprise:mindray", name: "深圳迈瑞生物医疗电子股份有限公司", sources },
        { id: "enterprise:flush", name: "同花顺", sources },
        { id: "enterprise:material", name: "内蒙古思正新材料科技股份有限公司", sources },
        { id: "enterprise:light", name: "诺稻光电", sources },
        { id: "enterprise:parent", name: "甲乙科技股份有限公司", sources },
        { id: "enterprise:branch", name: "甲乙科技股份有限公司无锡分公司", sources },
      ],
    },
  });
  test.each([
    ["kuaijishan", "wine", "PINYIN"],
    ["kuai ji shan", "wine", "PINYIN"],
    ["huijishan", "wine", "PINYIN"],
    ["kjs", "wine", "INITIALS"],
    ["lüjian", "green", "PINYIN"],
    ["lvjian", "green", "PINYIN"],
    ["lujian", "green", "PINYIN"],
    ["hai er zhi jia", "haier", "PINYIN"],
    ["海儿之家", "haier", "SOUND"],
    ["海兰之家", "hilan", "SOUND"],
    ["societe", "societe", "BEGINNING"],
    ["SOCIÉTÉ", "societe", "BEGINNING"],
    ["A/B", "slash", "WORDS"],
    ["卫士通", "guard", "SHORT_NAME"],
    ["衛士通", "guard", "SHORT_NAME"],
    ["迈瑞医疗", "mindray", "ABBREVIATION"],
    ["思正心材", "material", "SOUND"],
    ["思泥新材", "material", "SPELLING"],
    ["思新正材", "material", "SPELLING"],
    ["福建诺道光电技术股份有限公司", "light", "SOUND"],
    ["福建诺光电技术股份有限公司", "light", "SPELLING"],
    ["浙江核新同花顺网络信息股份有限公司", "flush", "ABBREVIATION"],
    ["甲乙科技", "parent", "SAME_NAME"],
    ["甲乙科技无锡分公司", "branch", "SAME_NAME"],
  ])("%s finds %s by %s", async (text, id, reason) => {
    const query = "query($text: String!) { search(text: $text) { reason entity { id } } }";
    const { search: hits } = await others.data<{ search: Hit[] }>(query, { text });
    expect(hits[0]).toEqual({ reason, entity: { id: `enterprise:${id}` } });
  });
});

describe("names that differ in a number", () => {
  const sources = "doc-a:1";
  const series = loadedEngines({
    entities: {
      Document: [{ id: "document:a", name: "甲报告", stem: "doc-a", sources: "" }],
      Enterprise: [1998, 1999, 2001, 2002].map((number) => ({
        id: `enterprise:n${number}`,
        name: `甲乙${number}科技有限公司`,
        sources,
      })),
    },
  });
  test.each([
    ["甲乙1999科技有限公司", ["n1999"]],
    ["甲乙2000科技有限公司", []],
    ["甲乙1999", ["n1999"]],
  ])("%s is none of the others", async (text, ids) => {
    const query = "query($text: String!) { search(text: $text) { entity { id } } }";
    const { search: hits } = await series.data<{ search: Hit[] }>(query, { text });
    expect(hits.map(({ entity }) => entity.id)).toEqual(ids.map((id) => `enterprise:${id}`));
  });
});
