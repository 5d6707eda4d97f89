// Filters, sums, groups and arithmetic as planners put them, by names alone: answers worked out by hand from the CSV
// files of the five reports.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { workedOut } from "../support/worked-out.ts";

const { data } = loadedEngines("seed");

const answered = workedOut(data);

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
