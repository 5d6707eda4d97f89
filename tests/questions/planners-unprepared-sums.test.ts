// Sums, groups and arithmetic that nobody had prepared for, by names alone; answers worked out by hand from the CSV files.
import { describe } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { workedOut } from "../support/worked-out.ts";

const { data } = loadedEngines("seed");

const answered = workedOut(data);
const counted = (...all: (readonly [name: string | null, count: number])[]) =>
  all.map(([name, count]) => ({ keys: [{ name }], count }));

describe("sums and groups", () => {
  answered([
    [
      "企业按园区：锡山区24家，6家在宛山湖科技城，1家在锡山经开区",
      `{ enterprises(filter: {region: "锡山区"}) { aggregate { groups(by: [{by: PARK}]) { nodes { keys { name } count } } } } }`,
      {
        enterprises: {
          aggregate: {
            groups: { nodes: counted([null, 17], ["宛山湖科技城", 6], ["锡山经济技术开发区", 1]) },
          },
        },
      },
    ],
    [
      "企业按认定年份：2021年10家、2022年7家，43家有未注年份的或没有",
      `{ enterprises { aggregate { groups(by: [{by: CERTIFICATIONS_YEAR}]) { nodes { keys { name } count } } } } }`,
      { enterprises: { aggregate: { groups: { nodes: counted([null, 43], ["2021", 10], ["2022", 7]) } } } },
    ],
    [
      "两家以上的资质",
      `{ enterprises { aggregate { groups(by: [{by: CERTIFICATIONS}], having: {count: {moreThan: 2}}) { nodes { keys { name } count } } } } }`,
      {
        enterprises: {
          aggregate: {
            groups: {
              nodes: counted(
                [null, 36],
                ["专精特新企业", 5],
                ["国家级专精特新“小巨人”企业", 3],
                ["百亿级企业", 3],
                ["省工业互联网标杆工厂", 3],
              ),
            },
          },
        },
      },
    ],
    [
      "奖励平均：(50+30+10+15+10+5)÷6万元",
      `{ measures(filter: {measureType: REWARD}) { aggregate { average(of: AMOUNT) { value known } most(of: AMOUNT) { value } least(of: AMOUNT) { value } } } }`,
      {
        measures: {
          aggregate: {
            average: { value: 200000, known: 6 },
            most: { value: 500000 },
            least: { value: 50000 },
          },
        },
      },
    ],
    [
      "企业按区：锡山24、吴中15，18家不在两区",
      `{ enterprises { aggregate { groups(by: [{by: REGION, level: DISTRICT}]) { nodes { keys { name } count } } } } }`,
      {
        enterprises: {
          aggregate: { groups: { nodes: counted(["锡山区", 24], [null, 18], ["吴中区", 15]) } },
        },
      },
    ],
    [
      "锡山区平台按园区：28个",
      `{ platforms(filter: {region: "锡山区"}) { aggregate { count groups(by: [{by: PARK}]) { nodes { keys { name } count } } } } }`,
      {
        platforms: {
          aggregate: {
            count: 28,
            groups: { nodes: counted([null, 22], ["宛山湖科技城", 3], ["锡山经济技术开发区", 3]) },
          },
        },
      },
    ],
  ]);
});

describe("arithmetic", () => {
  const of = (metric: string, subject: string, more = "") =>
    `{subject: "${subject}", metric: "${metric}"${more}}`;
  const core = "cluster:xishan-digital-core";
  answered([
    [
      "亿元以上数字企业占比：28÷115",
      `{ share(part: ${of("digital-enterprises-over-100m", core)}, whole: ${of("digital-enterprise-count", core)}) { value reasons } }`,
      { share: { value: 24.35, reasons: [] } },
    ],
    [
      "三大产业2022年目标之和：600+1000+300",
      `{ sum(subjects: ["cluster:wuzhong-it", "cluster:wuzhong-robots", "cluster:wuzhong-biomedicine"], metrics: ["产业规模"], status: TARGET) { statedValue statedUnit bound } }`,
      { sum: { statedValue: 1900, statedUnit: "亿元", bound: "AT_LEAST" } },
    ],
    [
      "战略性新兴产业占比差几个百分点：40−37.5",
      `{ difference(figure: ${of("strategic-share", "吴中区", ", status: TARGET")}, minus: ${of("strategic-share", "吴中区")}, acrossStatus: true) { value unit } }`,
      { difference: { value: 2.5, unit: "percentage point" } },
    ],
    [
      "上年工业总产值：2194÷1.114",
      `{ earlier(figure: ${of("规上工业总产值", "锡山区")}) { statedValue } }`,
      { earlier: { statedValue: 1969.48 } },
    ],
    [
      "智能车间2022年目标比2021年：50−31",
      `{ towards(target: ${of("smart-workshops-new", "吴中区", ", status: TARGET")}) { change percent } }`,
      { towards: { change: 19, percent: 61.29 } },
    ],
    [
      "签约项目平均投资：413÷35",
      `{ ratio(figure: ${of("signed-investment", "锡山区")}, to: ${of("signed-projects", "锡山区")}) { value formula } }`,
      { ratio: { value: 1180000000, formula: "413亿元 ÷ 35个 = 11.8亿元/个" } },
    ],
    [
      "锡山2022年与吴中2021年产值不能比：预计数，年份不同",
      `{ difference(figure: ${of("规上工业总产值", "锡山区")}, minus: ${of("规上工业总产值", "吴中区")}) { value reasons } }`,
      { difference: { value: null, reasons: ["STATUS", "PERIOD"] } },
    ],
  ]);
});
