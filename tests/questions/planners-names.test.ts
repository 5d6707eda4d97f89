// Questions as planners put them, by names alone: answers worked out by hand from the CSV files of the five reports.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { ask, data } = loadedEngines("seed");

type Case = readonly [question: string, query: string, answer: unknown];

const answered = (cases: readonly Case[]): void => {
  test.each(cases)("%s", async (_, query, answer) => {
    expect(await data(query)).toEqual(answer);
  });
};

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

describe("filters", () => {
  answered([
    [
      "吴中区哪些企业2021年获得资质：十家",
      `{ enterprises(filter: {region: "吴中区", certifications: {some: {year: 2021}}}) { totalCount } }`,
      { enterprises: { totalCount: 10 } },
    ],
    [
      "锡山区哪些企业有两项以上资质：普天铁心2、鑫宏业3、中科微至2",
      `{ enterprises(filter: {region: "锡山区", certifications: {count: {atLeast: 2}}}) { totalCount } }`,
      { enterprises: { totalCount: 3 } },
    ],
    [
      "锡山区24家中11家有资质，没有资质的13家",
      `{ none: enterprises(filter: {region: "锡山区", certifications: {none: {}}}) { totalCount }
         not: enterprises(filter: {region: "锡山区", not: {certifications: {some: {}}}}) { totalCount } }`,
      { none: { totalCount: 13 }, not: { totalCount: 13 } },
    ],
    [
      "既是小巨人又得财政支持：劲莱、瑞可达",
      `{ enterprises(filter: {and: [{certifiedAs: "国家级专精特新小巨人"}, {certifiedAs: "国家专精特新小巨人财政支持"}]}) { totalCount } }`,
      { enterprises: { totalCount: 2 } },
    ],
    [
      "在宛山湖科技城或锡山经开区的企业：6和1",
      `{ enterprises(filter: {or: [{park: "宛山湖科技城"}, {park: "锡山经开区"}]}) { totalCount } }`,
      { enterprises: { totalCount: 7 } },
    ],
    [
      "2022年产业规模目标800亿元以上的产业：只有机器人1000（001:8）",
      `{ clusters(filter: {figure: {metric: "产业规模", atLeast: 800, unit: "亿元", status: TARGET, period: "2022"}}) { nodes { name } } }`,
      { clusters: { nodes: [{ name: "机器人与智能制造" }] } },
    ],
    [
      "鑫宏业与哪些产品、平台有关系：4和3（MAKES, UNDERTAKES）",
      `{ enterprise(name: "鑫宏业") { products: relations(filter: {kind: PRODUCT}) { totalCount } platforms: relations(filter: {kind: PLATFORM}) { totalCount } } }`,
      { enterprise: { products: { totalCount: 4 }, platforms: { totalCount: 3 } } },
    ],
    [
      "宛山湖科技城承载什么平台：三个（HOSTS.csv）",
      `{ park(name: "宛山湖科技城") { hosted(filter: {kindIn: [PLATFORM]}) { totalCount } none: hosted(filter: {not: {asPlatform: {}}}) { totalCount } } }`,
      { park: { hosted: { totalCount: 3 }, none: { totalCount: 0 } } },
    ],
  ]);
});

describe("sums and groups", () => {
  const rewards = (occasion: string): string =>
    `{ measures(filter: {region: "锡山区", occasion: ${occasion}}) { aggregate { count sum(of: AMOUNT) { value unit known unknown } } } }`;
  const of = (value: number) => ({
    measures: { aggregate: { count: 3, sum: { value, unit: "yuan", known: 3, unknown: 0 } } },
  });
  answered([
    [
      "锡山区首次认定三档奖励合计：10 + 30 + 50 = 90万元（002:34）",
      rewards("FIRST_RECOGNITION"),
      of(900_000),
    ],
    ["复审三档奖励合计：5 + 10 + 15 = 30万元（002:34）", rewards("RE_EXAMINATION"), of(300_000)],
    [
      "六项奖励平均20万元，中位数为10与15万元之间的12.5万元",
      `{ measures(filter: {measureType: REWARD}) { aggregate { average(of: AMOUNT) { value } percentile(of: AMOUNT, at: 0.5) { value } least(of: AMOUNT) { value } most(of: AMOUNT) { value } } } }`,
      {
        measures: {
          aggregate: {
            average: { value: 200_000 },
            percentile: { value: 125_000 },
            least: { value: 50_000 },
            most: { value: 500_000 },
          },
        },
      },
    ],
    [
      "哪类措施超过三项：奖励6、其他4、服务4；共六类",
      `{ measures { aggregate { groups(by: [{by: MEASURE_TYPE}], having: {count: {moreThan: 3}}) { totalCount nodes { keys { name } count } } } } }`,
      {
        measures: {
          aggregate: {
            groups: {
              totalCount: 3,
              nodes: [
                { keys: [{ name: "REWARD" }], count: 6 },
                { keys: [{ name: "OTHER" }], count: 4 },
                { keys: [{ name: "SERVICE" }], count: 4 },
              ],
            },
          },
        },
      },
    ],
    [
      "锡山区企业按园区：宛山湖6、经开区1，17家未说明园区",
      `{ enterprises(filter: {region: "锡山区"}) { aggregate { groups(by: [{by: PARK}]) { nodes { keys { name } count } } } } }`,
      {
        enterprises: {
          aggregate: {
            groups: {
              nodes: [
                { keys: [{ name: null }], count: 17 },
                { keys: [{ name: "宛山湖科技城" }], count: 6 },
                { keys: [{ name: "锡山经济技术开发区" }], count: 1 },
              ],
            },
          },
        },
      },
    ],
    [
      "平台按承载园区：宛山湖科技城三个（HOSTS.csv）",
      `{ platforms(filter: {park: "宛山湖科技城"}) { aggregate { groups(by: [{by: PARK}]) { nodes { keys { name } count } } } } }`,
      {
        platforms: {
          aggregate: { groups: { nodes: [{ keys: [{ name: "宛山湖科技城" }], count: 3 }] } },
        },
      },
    ],
  ]);

  test("锡山区智能制造标杆155个含省级75、市级80，不可相加（000:11）", async () => {
    const { observations } = await data<{
      observations: { aggregate: { count: number; sum: { value: null; reasons: string[] } } };
    }>(
      `{ observations(filter: {subject: "锡山区", metric: "智能制造标杆数"}) { aggregate { count sum(of: VALUE) { value reasons } } } }`,
    );
    expect(observations.aggregate.count).toBe(3);
    expect(observations.aggregate.sum.value).toBeNull();
    expect(observations.aggregate.sum.reasons).toContain("PART_AND_WHOLE");
  });
});

describe("arithmetic on figures", () => {
  const it = `"新一代信息技术"`;
  answered([
    [
      "三大产业2021年规模合计：500 + 800 + 200 = 1500亿元（001:1）",
      `{ sum(subjects: [${it}, "机器人与智能制造", "生物医药及大健康"], metrics: ["产业规模"], period: "2021年") { statedValue statedUnit formula status } }`,
      {
        sum: {
          statedValue: 1500,
          statedUnit: "亿元",
          formula: "500亿元 + 800亿元 + 200亿元 = 1500亿元",
          status: "FORECAST",
        },
      },
    ],
    [
      "机器人产业离1000亿元目标：1000 − 800 = 200亿元，25 %（001:1, 8）",
      `{ towards(target: {subject: "机器人与智能制造", metric: "产业规模", status: TARGET}) { statedValue percent bound } }`,
      { towards: { statedValue: 200, percent: 25, bound: "AT_LEAST" } },
    ],
    [
      "专精特新产值占规上总产值：721 ÷ 2194 = 32.86 %（002:16）",
      `{ share(part: {subject: "锡山区", metric: "专精特新企业产值"}, whole: {subject: "锡山区", metric: "规上工业总产值"}) { value unit } }`,
      { share: { value: 32.86, unit: "per cent" } },
    ],
    [
      "两个增速相差：24.7 − 11.4 = 13.3个百分点（002:16）",
      `{ difference(figure: {subject: "锡山区", metric: "专精特新企业产值", take: YEAR_ON_YEAR}, minus: {subject: "锡山区", metric: "规上工业总产值", take: YEAR_ON_YEAR}) { value unit } }`,
      { difference: { value: 13.3, unit: "percentage point" } },
    ],
    [
      "每家专精特新企业纳税：26.8亿元 ÷ 217家（002:16）",
      `{ ratio(figure: {subject: "锡山区", metric: "专精特新企业纳税"}, to: {subject: "锡山区", metric: "专精特新企业数"}) { value unit } }`,
      { ratio: { value: 12_350_230.41, unit: "yuan per enterprise" } },
    ],
    [
      "12家国家级首次认定最多要多少奖励：50万元 × 12 = 600万元（000:13, 002:34）",
      `{ multiplied(figure: {measure: "锡山区国家级专精特新企业认定奖励"}, times: {subject: "锡山区", metric: "srdi-recognised-national"}) { value unit bound } }`,
      { multiplied: { value: 6_000_000, unit: "yuan", bound: "AT_MOST" } },
    ],
    [
      "新能源上年同期：205.7 ÷ 1.35 = 152.37亿元（003:20）",
      `{ earlier(figure: {subject: "新能源（锡山）", metric: "sector-output"}) { statedValue statedPercent } }`,
      { earlier: { statedValue: 152.37, statedPercent: 35 } },
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
