// Places, periods and names as planners write them, by names alone: answers worked out by hand from the CSV files of the
// five reports.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { workedOut } from "../support/worked-out.ts";

const { ask, data } = loadedEngines("seed");

const answered = workedOut(data);

const total = (totalCount: number) => ({ totalCount });
const values = (...all: number[]) => ({ nodes: all.map((value) => ({ value })) });
const named = (...all: string[]) => ({ nodes: all.map((name) => ({ name })) });

describe("places mean the same everywhere", () => {
  answered([
    [
      "苏州市有几家企业：15家，都记在吴中区；直接记在市里的没有（LOCATED_IN.csv）",
      `{ region(name: "苏州") { enterprises { totalCount } direct: enterprises(direct: true) { totalCount } } enterprises(filter: {region: "苏州市"}) { totalCount } }`,
      { region: { enterprises: total(15), direct: total(0) }, enterprises: total(15) },
    ],
    [
      "江苏省的基金只有吴中区的一只，园区共19个",
      `{ region(name: "江苏省") { funds { nodes { name } } parks { totalCount } } parks(filter: {region: "江苏"}) { totalCount } }`,
      { region: { funds: named("中小企业贷款增信基金"), parks: total(19) }, parks: total(19) },
    ],
    [
      "扬州市的机构：市级2家，连同高邮、广陵、杭集、维扬、经开区和高新区的共12家",
      `{ region(name: "扬州市") { institutions { totalCount } direct: institutions(direct: true) { nodes { name } } } institutions(filter: {region: "扬州"}) { totalCount } }`,
      {
        region: { institutions: total(12), direct: named("扬州发布", "扬州市人大") },
        institutions: total(12),
      },
    ],
    [
      "政策由谁发布：地区和机构都可以是发布者（ISSUED_BY.csv）",
      `{ a: policies(filter: {issuer: "无锡市"}) { nodes { name } } b: policies(filter: {issuer: "扬州市"}) { nodes { name } } c: policies(filter: {issuer: "吴中区政府"}) { nodes { name } } }`,
      {
        a: named("无锡市专精特新“小巨人”企业培育三年行动计划（2021-2023年）"),
        b: named("扬州市政府工作报告"),
        c: named("政府工作报告（吴中区）"),
      },
    ],
    [
      "高邮高新区既在高邮市又在高邮湖，在扬州市只算一个",
      `{ a: region(name: "高邮湖") { parks { nodes { name } } } b: region(name: "高邮市") { parks { totalCount } } c: parks(filter: {and: [{region: "高邮湖"}, {region: "扬州市"}]}) { totalCount nodes { name } } }`,
      {
        a: { parks: named("高邮高新区") },
        b: { parks: total(2) },
        c: { totalCount: 1, ...named("高邮高新区") },
      },
    ],
    [
      "太湖生态岛的行动也是吴中区的：吴中区共20项",
      `{ a: region(name: "太湖生态岛") { programmes { nodes { name } } } b: region(name: "吴中区") { programmes { totalCount } } programmes(filter: {region: "苏州市吴中区"}) { totalCount } }`,
      {
        a: { programmes: named("太湖生态岛“一号任务”") },
        b: { programmes: total(20) },
        programmes: total(20),
      },
    ],
    [
      "扬州高新区：双创载体、6项行动，园中园是生物健康产业园",
      `{ park(name: "扬州高新区") { platforms { nodes { name } } programmes { totalCount } related(type: PART_OF, filter: {kind: PARK}) { nodes { name } } } programmes(filter: {park: "扬州高新技术产业开发区"}) { totalCount } }`,
      {
        park: { platforms: named("双创载体"), programmes: total(6), related: named("生物健康产业园") },
        programmes: total(6),
      },
    ],
    [
      "生物健康产业园的项目也是扬州高新区的，由其承担（UNDERTAKES.csv），也是扬州市的",
      `{ a: park(name: "扬州生物健康产业园") { projects { totalCount } } b: park(name: "扬州高新区") { projects { totalCount } direct: projects(direct: true) { totalCount } } c: projects(filter: {region: "扬州市"}) { totalCount } }`,
      {
        a: { projects: total(1) },
        b: { projects: total(1), direct: total(1) },
        c: total(1),
      },
    ],
    [
      "苏州市的企业按地区分组：市与省都是15家",
      `{ enterprises(filter: {region: "苏州市"}) { aggregate { groups(by: [{by: REGION, level: CITY}]) { nodes { keys { name } count } } } } }`,
      { enterprises: { aggregate: { groups: { nodes: [{ keys: [{ name: "苏州市" }], count: 15 }] } } } },
    ],
  ]);
});

describe("one rule for periods", () => {
  answered([
    [
      "吴中区工业投资：2021年105亿元，2022年目标130亿元（001）",
      `{ a: observations(filter: {subject: "吴中区", metric: "工业投资", period: "2021年"}) { nodes { value } } b: observations(filter: {subject: "吴中区", metric: "工业投资", period: "2022年度"}) { nodes { value status } } }`,
      { a: values(105), b: { nodes: [{ value: 130, status: "TARGET" }] } },
    ],
    [
      "四新四强集群上半年营收1021.3亿元在2022年之内，不在下半年，与第二季度重叠",
      `{ year: observations(filter: {subject: "四新四强产业集群", metric: "产业集群营业收入", period: "2022"}) { nodes { value } }
         half: observations(filter: {subject: "四新四强产业集群", metric: "产业集群营业收入", period: "2022年上半年"}) { nodes { value } }
         second: observations(filter: {subject: "四新四强产业集群", metric: "产业集群营业收入", period: "2022年下半年"}) { totalCount }
         quarter: observations(filter: {subject: "四新四强产业集群", metric: "产业集群营业收入", overlaps: "2022年第二季度"}) { totalCount } }`,
      { year: values(1021.3), half: values(1021.3), second: total(0), quarter: total(1) },
    ],
    [
      "锡山新能源2023年1-9月产值205.7亿元：与三季度重叠",
      `{ a: observations(filter: {subject: "新能源（锡山）", metric: "规上产值", period: "2023年1-9月"}) { nodes { value } } c: observations(filter: {subject: "新能源（锡山）", metric: "规上产值", overlaps: "2023-Q3"}) { totalCount } }`,
      { a: values(205.7), c: total(1) },
    ],
    [
      "鑫宏业2023年4月有效专利59项：在4月、二季度和全年，不在下半年",
      `{ a: observations(filter: {subject: "鑫宏业", metric: "有效专利数", period: "2023年4月"}) { nodes { value } } b: observations(filter: {subject: "鑫宏业", metric: "有效专利数", period: "2023-Q2"}) { nodes { value } } c: observations(filter: {subject: "鑫宏业", metric: "有效专利数", period: "2023"}) { nodes { value } } d: observations(filter: {subject: "鑫宏业", metric: "有效专利数", period: "2023-H2"}) { totalCount } }`,
      { a: values(59), b: values(59), c: values(59), d: total(0) },
    ],
    [
      "2023年11月签约总投资465亿元，是11月10日的；全年另有锡山区的413亿元",
      `{ a: observations(filter: {metric: "签约总投资", period: "2023年11月"}) { nodes { value } } b: observations(filter: {metric: "签约总投资", period: "2023-11-10"}) { nodes { value } } c: observations(filter: {metric: "签约总投资", period: "2023年第四季度"}) { nodes { value } } d: observations(filter: {metric: "签约总投资", period: "2023"}, orderBy: [{field: VALUE}]) { nodes { value } } }`,
      { a: values(465), b: values(465), c: values(465), d: values(413, 465) },
    ],
    [
      "吴中区的49个数据：2021年28个，2022年20个，一个未注时期",
      `{ all: observations(filter: {subject: "吴中区"}) { totalCount } a: observations(filter: {subject: "吴中区", to: "2021-12-31"}) { totalCount } b: observations(filter: {subject: "吴中区", from: "2022-01-01"}) { totalCount } c: observations(filter: {subject: "吴中区", period: "2021-01/2022-12"}) { totalCount } d: observations(filter: {subject: "吴中区", not: {period: "2021/2022"}}) { totalCount } }`,
      { all: total(49), a: total(28), b: total(20), c: total(48), d: total(1) },
    ],
    [
      "吴中区的数据按年份分组",
      `{ observations(filter: {subject: "吴中区"}) { aggregate { groups(by: [{by: PERIOD_YEAR}], orderBy: KEY) { nodes { keys { name } count } } } } }`,
      {
        observations: {
          aggregate: {
            groups: {
              nodes: [
                { keys: [{ name: "2021" }], count: 28 },
                { keys: [{ name: "2022" }], count: 20 },
                { keys: [{ name: null }], count: 1 },
              ],
            },
          },
        },
      },
    ],
  ]);
});

describe("names as they are written", () => {
  answered([
    [
      "企业名称：括号、地名、法律形式各有写法",
      `{ a: enterprise(name: "安普瑞斯(无锡)有限公司") { name } b: enterprise(name: "安普瑞斯有限公司") { name } c: enterprise(name: "江苏省无锡市中科微至科技有限公司") { name } d: enterprise(name: "无锡萨科特新能源科技股份有限公司") { name } e: enterprise(name: "汇川技术股份有限公司") { name } }`,
      {
        a: { name: "安普瑞斯（无锡）有限公司" },
        b: { name: "安普瑞斯（无锡）有限公司" },
        c: { name: "无锡中科微至科技股份有限公司" },
        d: { name: "无锡萨科特新能源科技有限公司" },
        e: { name: "汇川技术" },
      },
    ],
    [
      "园区、地区、机构、产业集群、平台的别称和全称",
      `{ a: park(name: "锡山开发区") { name } b: region(name: "苏州市吴中区") { name } c: institution(name: "江苏省无锡市锡山区工信局") { name } d: cluster(name: "465现代产业集群") { name } e: platform(name: "企业通") { name } f: region(name: "无锡东大门") { name } }`,
      {
        a: { name: "锡山经济技术开发区" },
        b: { name: "吴中区" },
        c: { name: "锡山区工信局" },
        d: { name: "“465”现代产业集群" },
        e: { name: "企业通服务平台" },
        f: { name: "锡山区" },
      },
    ],
    [
      "繁体",
      `{ a: region(name: "揚州") { name } b: enterprise(name: "遠景動力") { name } c: park(name: "揚州高新區") { name } d: institution(name: "畢馬威") { name } }`,
      {
        a: { name: "扬州市" },
        b: { name: "远景动力" },
        c: { name: "扬州高新技术产业开发区" },
        d: { name: "毕马威" },
      },
    ],
    [
      "全称找到只记简称的企业",
      `{ a: enterprise(name: "苏州东山精密制造股份有限公司") { name } b: enterprise(name: "科沃斯集团") { name } c: enterprise(name: "无锡鑫宏业线缆科技股份有限公司") { id } d: enterprise(name: "鑫宏业") { id } }`,
      {
        a: { name: "东山精密" },
        b: { name: "科沃斯" },
        c: { id: "enterprise:xinhongye" },
        d: { id: "enterprise:xinhongye" },
      },
    ],
    [
      "搜索：错一个字、拼音、首字母都在第一位",
      `{ a: search(text: "鑫鸿业", first: 1) { entity { name } } b: search(text: "xinhongye", first: 1) { entity { name } } c: search(text: "xhy", first: 1) { entity { name } } d: search(text: "中科薇至", first: 1) { entity { name } } }`,
      {
        a: [{ entity: { name: "无锡鑫宏业线缆科技股份有限公司" } }],
        b: [{ entity: { name: "无锡鑫宏业线缆科技股份有限公司" } }],
        c: [{ entity: { name: "无锡鑫宏业线缆科技股份有限公司" } }],
        d: [{ entity: { name: "无锡中科微至科技股份有限公司" } }],
      },
    ],
    [
      "搜索：数值和不加空格的短语",
      `{ a: search(text: "465亿元", first: 1) { entity { __typename name } } b: search(text: "小巨人奖励", first: 1) { entity { name } } c: search(text: "贷款增信", first: 1) { entity { name } } }`,
      {
        a: [
          {
            entity: {
              __typename: "Observation",
              name: "2023无锡锡山金秋招商合作恳谈会 · 签约总投资 · 2023-11-10",
            },
          },
        ],
        b: [{ entity: { name: "锡山区国家级专精特新企业认定奖励" } }],
        c: [{ entity: { name: "中小企业贷款增信基金" } }],
      },
    ],
  ]);

  const open: readonly [question: string, query: string, code: string, told: RegExp][] = [
    [
      "电子信息有三个，不能任取其一",
      `{ cluster(name: "电子信息") { id } }`,
      "AMBIGUOUS_NAME",
      /高邮.*广陵.*锡山/,
    ],
    ["只写法律形式不是企业", `{ enterprise(name: "有限公司") { id } }`, "UNKNOWN_NAME", /no Enterprise/],
    ["错一个字的名称说明相近者", `{ enterprise(name: "鑫鸿业") { id } }`, "UNKNOWN_NAME", /鑫宏业/],
    ["党工委不是一个机构", `{ institution(name: "党工委") { id } }`, "UNKNOWN_NAME", /杭集高新区党工委/],
  ];
  test.each(open)("%s", async (_, query, code, told) => {
    const answer = await ask(query);
    expect(answer.errors.map((error) => error.code)).toEqual([code]);
    expect(answer.messages.join()).toMatch(told);
  });
});
