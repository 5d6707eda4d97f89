// Questions that nobody had prepared for, by names alone; answers worked out by hand from the CSV files of the reports.
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { workedOut } from "../support/worked-out.ts";

const { ask, data } = loadedEngines("seed");

const answered = workedOut(data);
const names = (...all: string[]) => all.map((name) => ({ name }));

describe("what is not there", () => {
  const wrong: readonly [question: string, query: string, code: string, told: RegExp][] = [
    [
      "锡山镇的企业",
      `{ enterprises(filter: {region: "锡山镇"}) { totalCount } }`,
      "UNKNOWN_NAME",
      /region:xishan/,
    ],
    [
      "发明专利授权",
      `{ observations(filter: {metric: "发明专利授权"}) { totalCount } }`,
      "UNKNOWN_NAME",
      /发明专利数/,
    ],
    ["锡山区作为园区", `{ enterprises(filter: {park: "锡山区"}) { totalCount } }`, "UNKNOWN_NAME", /no Park/],
    ["行政区划代码", `{ regions(filter: {adminCode: "320999"}) { totalCount } }`, "UNKNOWN_NAME", /320999/],
    [
      "总产量排名",
      `{ ranking(metric: "总产量", period: "2022") { total } }`,
      "UNKNOWN_NAME",
      /规上工业总产值/,
    ],
    [
      "镇的求和",
      `{ sum(subjects: ["锡山镇"], metrics: ["industrial-output"]) { value } }`,
      "UNKNOWN_NAME",
      /锡山区/,
    ],
    ["生物医药有三个", `{ cluster(name: "生物医药产业") { id } }`, "AMBIGUOUS_NAME", /3 entities/],
    // Their trades are in no list: the short name that the brand begins with is told.
    [
      "百度的全称",
      `{ enterprise(name: "北京百度网讯科技有限公司") { id } }`,
      "UNKNOWN_NAME",
      /enterprise:baidu/,
    ],
    [
      "赛福天的全称",
      `{ enterprise(name: "江苏赛福天钢索股份有限公司") { id } }`,
      "UNKNOWN_NAME",
      /enterprise:saifutian/,
    ],
  ];
  test.each(wrong)("%s is an error that says what is near", async (_, query, code, told) => {
    const answer = await ask(query);
    expect(answer.errors.map((error) => error.code)).toEqual([code]);
    expect(answer.messages.join()).toMatch(told);
  });
});

describe("names as they are written", () => {
  const found: readonly [field: string, name: string, id: string][] = [
    ["enterprise", "宁德时代新能源科技股份有限公司", "enterprise:catl"],
    ["enterprise", "苏州伟创电气科技股份有限公司", "enterprise:weichuang"],
    ["enterprise", "立讯精密工业股份有限公司", "enterprise:luxshare"],
    ["enterprise", "京东集团", "enterprise:jingdong"],
    ["enterprise", "雅迪科技集团有限公司", "enterprise:yadi"],
    ["enterprise", "江苏通用科技股份有限公司", "enterprise:tongyong"],
    ["enterprise", "江苏赛福天集团股份有限公司", "enterprise:saifutian"],
    ["enterprise", "苏州斯莱克精密设备股份有限公司", "enterprise:slack"],
    ["enterprise", "沈阳新松机器人自动化股份有限公司", "enterprise:xinsong"],
    ["enterprise", "远景动力技术（江苏）有限公司", "enterprise:envision-aesc"],
    ["enterprise", "蜂巢能源科技股份有限公司", "enterprise:fengchao"],
    ["enterprise", "東山精密製造有限責任公司", "enterprise:dongshan"],
    ["cluster", "锡山新能源产业集群", "cluster:xishan-new-energy"],
    ["cluster", "锡山生物医药", "cluster:xishan-biomedicine"],
    ["cluster", "锡山区高端装备产业链", "cluster:xishan-equipment"],
    ["programme", "吴中区智改数转", "programme:wuzhong-smart-digital"],
    ["region", "江苏扬州高邮市", "region:gaoyou"],
    ["park", "无锡锡山经开区", "park:xishan-development-zone"],
    ["institution", "深交所", "institution:szse"],
    ["region", "无锡东大门", "region:xishan"],
  ];
  test.each(found)("%s %s", async (field, name, id) => {
    expect(await data(`query ($name: String!) { one: ${field}(name: $name) { id } }`, { name })).toEqual({
      one: { id },
    });
  });
});

describe("filters", () => {
  answered([
    [
      "2021年获国家级资质、不在锡山区的企业（CERTIFIED_AS 2021, NATIONAL）",
      `{ enterprises(filter: {certifications: {some: {year: 2021, node: {level: NATIONAL}}}, not: {region: "锡山区"}}, orderBy: {field: NAME}) { totalCount nodes { name } } }`,
      {
        enterprises: {
          totalCount: 7,
          nodes: names("东山精密", "精濑光电", "科沃斯", "瑞可达", "伟创电气", "吴中集团", "协同创新"),
        },
      },
    ],
    [
      "哪家企业有占收入两成以上的产品（MAKES weight 53.61, 29.34）",
      `{ enterprises(filter: {makes: {some: {weightAtLeast: 20}}}) { nodes { name } } }`,
      { enterprises: { nodes: names("无锡鑫宏业线缆科技股份有限公司") } },
    ],
    [
      "无人生产（只有项目或需求）的产品：25种减去企业所做的16种",
      `{ products(filter: {makers: {none: {}}}) { totalCount } all: products { totalCount } }`,
      { products: { totalCount: 9 }, all: { totalCount: 25 } },
    ],
    [
      "没有资质的龙头企业",
      `{ enterprises(filter: {clusters: {some: {role: "龙头企业"}}, certifications: {none: {}}}) { nodes { name } } }`,
      {
        enterprises: {
          nodes: names("奥威超级电容", "德力佳风电", "恩捷新材料", "华晟新能源", "极电光能", "盘古钠祥"),
        },
      },
    ],
    [
      "2022年目标规模300亿元以上的集群（300, 600, 1000, 300）",
      `{ clusters(filter: {figure: {metric: "产业规模", period: "2022", status: TARGET, atLeast: 300, unit: "亿元"}}) { totalCount } }`,
      { clusters: { totalCount: 4 } },
    ],
    [
      "10万元以下的复审奖励",
      `{ measures(filter: {conditions: {some: {node: {predicate: RE_EXAMINATION}}}, amountAtMost: 100000}, orderBy: {field: NAME}) { nodes { name amount } } }`,
      {
        measures: {
          nodes: [
            { name: "锡山区省级专精特新企业复审奖励", amount: 100000 },
            { name: "锡山区市级专精特新企业复审奖励", amount: 50000 },
          ],
        },
      },
    ],
    [
      "买智能分拣机的企业（SUPPLIES product）",
      `{ enterprises(filter: {suppliers: {some: {product: "智能分拣机"}}}) { nodes { name } } }`,
      { enterprises: { nodes: names("中通快递") } },
    ],
    [
      "专精特新企业做的产品：鑫宏业四种、中科微至两种、晶海一种",
      `{ products(filter: {makers: {some: {node: {certifiedAs: "专精特新企业"}}}}) { totalCount } }`,
      { products: { totalCount: 7 } },
    ],
  ]);
});

describe("places, periods, chains and content", () => {
  answered([
    [
      "扬州的园区、其中没有平台的",
      `{ region(name: "扬州") { parks { totalCount } own: parks(direct: true) { totalCount } } without: parks(filter: {region: "扬州", platforms: {none: {}}}) { totalCount } }`,
      { region: { parks: { totalCount: 8 }, own: { totalCount: 4 } }, without: { totalCount: 6 } },
    ],
    [
      "吴中区可用的政策措施，含苏州市的",
      `{ region(name: "苏州市吴中区") { measures { nodes { name } } } }`,
      {
        region: {
          measures: {
            nodes: names("产业政策资金", "绿色制造体系一对一辅导", "市贷款贴息政策", "智能制造贷"),
          },
        },
      },
    ],
    [
      "扬州的企业",
      `{ enterprises(filter: {region: "扬州"}) { nodes { name } } }`,
      { enterprises: { nodes: names("丰尚智能科技公司", "虹扬科技公司") } },
    ],
    [
      "截至2022年的小巨人",
      `{ enterprises(filter: {certifiedAs: "小巨人"}, asOf: "2022") { nodes { name } } }`,
      { enterprises: { nodes: names("精濑光电", "瑞可达", "伟创电气") } },
    ],
    [
      "前三季度、四季度的数据（205.7亿元与四项2023年4月的；五项11月10日的）",
      `{ a: observations(filter: {period: "2023年前三季度"}) { totalCount } b: observations(filter: {period: "2023年第四季度"}) { totalCount } }`,
      { a: { totalCount: 5 }, b: { totalCount: 5 } },
    ],
    [
      "十四五的产值数据，2021-2022年的也是这些",
      `{ a: observations(filter: {period: "十四五", metric: "规上工业总产值"}) { totalCount } b: observations(filter: {period: "2021-2022年", metric: "规上工业总产值"}) { totalCount } }`,
      { a: { totalCount: 3 }, b: { totalCount: 3 } },
    ],
    [
      "哪个产业规模最大",
      `{ observations(filter: {metric: "产业规模"}, orderBy: [{field: VALUE, direction: DESC}], first: 2) { nodes { value unit } } }`,
      {
        observations: {
          nodes: [
            { value: 1000, unit: "亿元" },
            { value: 800, unit: "亿元" },
          ],
        },
      },
    ],
    [
      "光伏系统的上游和厂家",
      `{ product(name: "光伏系统应用") { upstream { nodes { name } } makers { nodes { name } } } }`,
      {
        product: {
          upstream: { nodes: names("逆变器", "太阳能光伏组件") },
          makers: { nodes: names("无锡萨科特新能源科技有限公司") },
        },
      },
    ],
    [
      "锡山新能源的产品缺口：钠离子电池、电驱、智能电池没有企业做",
      `{ products(filter: {cluster: "锡山新能源", makers: {none: {}}}, orderBy: {field: NAME}) { nodes { name } } }`,
      { products: { nodes: names("钠离子电池", "新能源汽车电驱", "智能电池") } },
    ],
    [
      "合计的标杆和它的两部分",
      `{ observations(filter: {subject: "锡山区", total: true, metric: "smart-benchmark-count"}) { nodes { value parts { nodes { value } } } } }`,
      { observations: { nodes: [{ value: 155, parts: { nodes: [{ value: 80 }, { value: 75 }] } }] } },
    ],
    [
      "有政策功能的平台",
      `{ platforms(filter: {functionsContains: "政策"}) { nodes { name } } }`,
      { platforms: { nodes: names("企业通服务平台") } },
    ],
    [
      "一次认定奖励乘以12家",
      `{ multiplied(figure: {measure: "锡山区国家级专精特新企业认定奖励"}, times: {subject: "锡山区", metric: "srdi-recognised-national"}) { value bound } }`,
      { multiplied: { value: 6000000, bound: "AT_MOST" } },
    ],
  ]);

  test.each([
    ["1021.3亿元", "observation:four-new-four-strong-cluster-revenue-2022-H1"],
    ["2194亿", "observation:xishan-industrial-output-2022"],
    ["钠离子电池项目", "project:pangu-sodium"],
    ["贷款贴息", "measure:suzhou-loan-interest"],
    ["中科微致", "enterprise:zhongke-weizhi"],
    ["工信部企业〔2022〕63号", "policy:sme-gradient-2022"],
    ["Xishan District", "region:xishan"],
  ])("%s leads to what is meant", async (text, id) => {
    const { search } = await data<{ search: { entity: { id: string } }[] }>(
      "query ($text: String!) { search(text: $text, first: 3) { entity { id } } }",
      { text },
    );
    expect(search[0]?.entity.id).toBe(id);
  });
});
