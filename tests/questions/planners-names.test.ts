// Questions as planners put them, by names alone: answers worked out by hand from the CSV files of the five reports.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { workedOut } from "../support/worked-out.ts";

const { ask, data } = loadedEngines("seed");

const answered = workedOut(data);

describe("what is not there is told, and what is known to be nothing is 0", () => {
  const wrong: readonly [question: string, query: string, code: string, told: RegExp][] = [
    [
      "宛山湖科技园有哪些企业（应为科技城）",
      `{ enterprises(filter: {park: "宛山湖科技园"}) { totalCount } }`,
      "UNKNOWN_NAME",
      /宛山湖科技城/,
    ],
    [
      "宛山湖科技城这个地区有多少企业（它是园区）",
      `{ enterprises(filter: {region: "宛山湖科技城"}) { totalCount } }`,
      "UNKNOWN_NAME",
      /no Region/,
    ],
    [
      "宏鑫业是哪家企业（应为鑫宏业）",
      `{ enterprise(name: "鑫宏叶") { id } }`,
      "UNKNOWN_NAME",
      /Near it: enterprise:xinhongye/,
    ],
    [
      "去年的数据有多少",
      `{ observations(filter: {period: "去年"}) { totalCount } }`,
      "BAD_ARGUMENT",
      /"去年" is no period/,
    ],
    [
      "产值多少斤以上的地区",
      `{ regions(filter: {figure: {metric: "规上工业总产值", atLeast: 1, unit: "斤"}}) { totalCount } }`,
      "BAD_ARGUMENT",
      /"斤" is no unit/,
    ],
    [
      "一项没有的政策措施乘以家数",
      `{ multiplied(figure: {measure: "锡山区上市奖励办法"}, times: {number: 3}) { value } }`,
      "UNKNOWN_NAME",
      /no Measure/,
    ],
  ];
  test.each(wrong)("%s", async (_, query, code, told) => {
    const answer = await ask(query);
    expect(answer.errors.map((error) => error.code)).toEqual([code]);
    expect(answer.messages.join()).toMatch(told);
  });

  // LOCATED_IN.csv has no enterprise in it, and no line of Fund.csv is in Xishan.
  answered([
    [
      "数字创意产业园有哪些企业：没有记载",
      `{ enterprises(filter: {park: "数字创意产业园"}) { totalCount } }`,
      { enterprises: { totalCount: 0 } },
    ],
    [
      "锡山区有哪些基金：没有记载",
      `{ region(name: "锡山区") { funds { totalCount } } }`,
      { region: { funds: { totalCount: 0 } } },
    ],
  ]);
});

describe("names where ids are taken", () => {
  answered([
    [
      "光大银行和锡山经开区怎么联系：授信给鑫宏业，鑫宏业在园区（GRANTED_CREDIT, LOCATED_IN）",
      `{ path(from: "光大银行", to: "锡山经开区") { length nodes { name } } }`,
      {
        path: {
          length: 2,
          nodes: [
            { name: "光大银行" },
            { name: "无锡鑫宏业线缆科技股份有限公司" },
            { name: "锡山经济技术开发区" },
          ],
        },
      },
    ],
    [
      "鑫宏业和安曼有什么共同的银行",
      `{ commonNeighbours(ids: ["鑫宏业", "安曼"], kinds: [INSTITUTION]) { count entity { name } } }`,
      { commonNeighbours: [{ count: 2, entity: { name: "光大银行" } }] },
    ],
    [
      "鑫宏业生产几种产品：四种线缆（MAKES.csv）",
      `{ products(filter: {maker: "鑫宏业"}) { totalCount } }`,
      { products: { totalCount: 4 } },
    ],
    [
      "锡山区2022年有多少专精特新企业：217家（002:16）",
      `{ observations(filter: {subject: "锡山区", metric: "专精特新企业数", period: "2022年"}) { nodes { value unit } } }`,
      { observations: { nodes: [{ value: 217, unit: "家" }] } },
    ],
    [
      "吴中区谁是国家级小巨人：劲莱、瑞可达、伟创（CERTIFIED_AS.csv）",
      `{ enterprises(filter: {region: "苏州市吴中区", certifiedAs: "国家级专精特新小巨人"}) { totalCount } }`,
      { enterprises: { totalCount: 3 } },
    ],
    [
      "新能源（锡山）由谁领头：六家龙头企业（LEADS.csv）",
      `{ enterprises(filter: {leads: {some: {node: {name: "新能源（锡山）"}}}}) { totalCount } }`,
      { enterprises: { totalCount: 6 } },
    ],
  ]);
});

describe("places, periods and names as they are written", () => {
  answered([
    [
      "扬州市有几个园区：8个，直接的4个；锡山区7个，吴中区3个",
      `{ a: region(name: "扬州市") { parks { totalCount } direct: parks(direct: true) { totalCount } } b: region(name: "锡山区") { parks { totalCount } } c: region(name: "吴中区") { parks { totalCount } } }`,
      {
        a: { parks: { totalCount: 8 }, direct: { totalCount: 4 } },
        b: { parks: { totalCount: 7 } },
        c: { parks: { totalCount: 3 } },
      },
    ],
    [
      "锡山区企业：24家，17家直接记在区里",
      `{ region(name: "锡山区") { enterprises { totalCount } related(type: LOCATED_IN, filter: {kind: ENTERPRISE}) { totalCount } } }`,
      { region: { enterprises: { totalCount: 24 }, related: { totalCount: 17 } } },
    ],
    [
      "2023年签约总投资413亿元，是1至10月的；不在上半年之内，与上半年重叠（003:23）",
      `{ year: observations(filter: {subject: "锡山区", metric: "签约总投资", period: "2023年"}) { nodes { value } }
         half: observations(filter: {subject: "锡山区", metric: "签约总投资", period: "2023年上半年"}) { nodes { value } }
         overlaps: observations(filter: {subject: "锡山区", metric: "签约总投资", overlaps: "2023年上半年"}) { nodes { value } } }`,
      {
        year: { nodes: [{ value: 413 }] },
        half: { nodes: [] },
        overlaps: { nodes: [{ value: 413 }] },
      },
    ],
    [
      "2022年产业规模目标，从大到小：1000、600、300、300、150亿元（001:8, 004:6）",
      `{ observations(filter: {metric: "产业规模", period: "2022", unit: "yuan"}, orderBy: [{field: VALUE, direction: DESC}]) { nodes { value } } }`,
      { observations: { nodes: [1000, 600, 300, 300, 150].map((value) => ({ value })) } },
    ],
    [
      "智能制造标杆总数，不含其部分：155个（000:11）",
      `{ observations(filter: {subject: "锡山区", metric: "智能制造标杆数", total: true}) { nodes { value } } }`,
      { observations: { nodes: [{ value: 155 }] } },
    ],
    [
      "写法不同的名称",
      `{ a: enterprise(name: "无锡市鑫宏业线缆科技股份有限公司") { id } b: park(name: "無錫錫山經濟技術開發區") { id } c: region(name: "江苏省无锡市锡山区") { id } d: enterprise(name: "科沃斯机器人股份有限公司") { id } e: institution(name: "无锡市锡山区工业和信息化局") { id } f: cluster(name: "車聯網核心產業鏈") { id } g: institution(name: "上交所科创板") { id } h: institution(name: "北京證券交易所") { id } }`,
      {
        a: { id: "enterprise:xinhongye" },
        b: { id: "park:xishan-development-zone" },
        c: { id: "region:xishan" },
        d: { id: "enterprise:ecovacs" },
        e: { id: "institution:xishan-industry-bureau" },
        f: { id: "cluster:iov-chain" },
        g: { id: "institution:star" },
        h: { id: "institution:bse" },
      },
    ],
  ]);
});
