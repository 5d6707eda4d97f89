// Planners' questions with and, or, not, some, none, every, counts, bounds and periods, by names alone. Answers were worked
// out from the CSV files of the reports by a program that shares nothing with ours; lists are compared as sets.
import { expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { data } = loadedEngines("seed");

type Found = Record<string, { totalCount: number; nodes: { name: string }[] }>;

const cases: readonly (readonly [
  question: string,
  list: string,
  filter: string,
  answer: number | readonly string[],
])[] = [
  ["锡山区没有任何资质的企业", "enterprises", `region: "锡山区", certifications: {none: {}}`, 13],
  [
    "锡山区有资质且不是专精特新的",
    "enterprises",
    `region: "锡山区", certifications: {some: {}, none: {node: {name: "专精特新企业"}}}`,
    ["新松机器人", "普天铁心", "红豆男装", "赛福天", "通用科技", "雅迪"],
  ],
  [
    "2021年获国家级荣誉的企业",
    "enterprises",
    `certifications: {some: {year: 2021, node: {level: NATIONAL}}}`,
    ["东山精密", "伟创电气", "协同创新", "吴中集团", "瑞可达", "科沃斯", "精濑光电"],
  ],
  [
    "所有已知荣誉都是国家级的企业",
    "enterprises",
    `certifications: {some: {}, every: {node: {level: NATIONAL}}}`,
    5,
  ],
  [
    "上市或制造产品的吴中或锡山企业",
    "enterprises",
    `or: [{region: "锡山区"}, {region: "吴中区"}], and: [{or: [{exchanges: {some: {}}}, {makes: {some: {}}}]}]`,
    10,
  ],
  ["不在锡山也不在吴中", "enterprises", `not: {or: [{region: "锡山区"}, {region: "吴中区"}]}`, 18],
  ["有地点却不在锡山", "enterprises", `region: "江苏省", not: {region: "锡山区"}`, 17],
  [
    "至少两项产品",
    "enterprises",
    `makes: {count: {atLeast: 2}}`,
    [
      "安普瑞斯（无锡）有限公司",
      "无锡中科微至科技股份有限公司",
      "无锡萨科特新能源科技有限公司",
      "无锡鑫宏业线缆科技股份有限公司",
    ],
  ],
  [
    "恰好一项产品",
    "enterprises",
    `makes: {count: {atLeast: 1, atMost: 1}}`,
    ["奥威超级电容", "无锡晶海氨基酸股份有限公司"],
  ],
  [
    "2021年国家级荣誉两项以上",
    "enterprises",
    `certifications: {count: {atLeast: 2, where: {year: 2021, node: {level: NATIONAL}}}}`,
    ["东山精密"],
  ],
  [
    "供货给快递物流企业的企业",
    "enterprises",
    `customers: {some: {node: {industryContains: "快递"}}}`,
    ["无锡中科微至科技股份有限公司"],
  ],
  ["行业已知但没有归属集群", "enterprises", `industryIsNull: false, clusters: {none: {}}`, 8],
  [
    "既承担项目又在锡山新能源集群",
    "enterprises",
    `cluster: "新能源（锡山）", projects: {some: {}}`,
    ["盘古钠祥"],
  ],
  [
    "承担平台而不承担项目",
    "enterprises",
    `platforms: {some: {}}, projects: {none: {}}`,
    [
      "中通快递",
      "力神",
      "斯莱克",
      "无锡晶海氨基酸股份有限公司",
      "无锡鑫宏业线缆科技股份有限公司",
      "航天云网",
      "苏云",
      "蜂巢能源",
    ],
  ],
  [
    "江苏省没有重点集群的园区",
    "parks",
    `region: "江苏省", clusters: {none: {}}`,
    ["无锡空港产业园", "维扬经济开发区", "锡山开发区科技创业园", "锡山经济技术开发区"],
  ],
  [
    "重点集群不少于5个的园区",
    "parks",
    `clusters: {count: {atLeast: 5}}`,
    ["杭集高新区", "车联网产业园", "集成电路产业园"],
  ],
  ["没有已知成员的园区", "parks", `enterprises: {none: {}}`, 17],
  ["省级或国家级资质数", "certifications", `or: [{level: PROVINCIAL}, {level: NATIONAL}]`, 37],
  ["级别未知的资质", "certifications", `levelIsNull: true`, 28],
  ["省级且无人获评的资质", "certifications", `level: PROVINCIAL, holders: {none: {}}`, 14],
  ["功能未知的平台", "platforms", `functionsIsNull: true`, 26],
  ["金额已知而不是奖励的措施：没有", "measures", `amountIsNull: false, not: {measureType: REWARD}`, 0],
  ["由政策给出的措施", "measures", `policies: {some: {}}`, 12],
  [
    "没有条件的措施",
    "measures",
    `conditions: {none: {}}`,
    [
      "产业政策资金",
      "市贷款贴息政策",
      "数字化免费诊断服务",
      "智能制造贷",
      "绿色制造体系一对一辅导",
      "锡山区专精特新企业基金投资",
      "锡山区专精特新企业数字化升级支持",
      "锡山区专精特新企业要素供给",
      "锡山区专精特新企业资金支持",
      "锡山区紧缺急需人才引进培养政策",
    ],
  ],
  ["2022年上半年的数据条数", "observations", `period: "2022年上半年"`, 6],
  ["2022年的目标数", "observations", `period: "2022", status: TARGET`, 54],
  ["无日期的数据", "observations", `periodIsNull: true`, 13],
  ["2023年锡山区本身的数据", "observations", `subject: "锡山区", period: "2023"`, 15],
  ["不少于某数的事实", "observations", `bound: AT_LEAST, statusIn: [STATED]`, 10],
  [
    "工业总产值≥2160亿元的地区",
    "regions",
    `figure: {metric: "规上工业总产值", atLeast: 2160, unit: "亿元", status: FORECAST}`,
    ["吴中区"],
  ],
  [
    "营业收入≥10亿的企业",
    "enterprises",
    `figure: {metric: "企业营业收入", atLeast: 10, unit: "亿元"}`,
    ["无锡鑫宏业线缆科技股份有限公司"],
  ],
  [
    "产业规模目标≥300亿的集群",
    "clusters",
    `figure: {metric: "产业规模", atLeast: 300, unit: "亿元", status: TARGET}`,
    ["新一代信息技术", "新能源产业集群（扬州经开区）", "机器人与智能制造", "生物医药及大健康"],
  ],
  ["有产业规模数据的集群数", "clusters", `figure: {metric: "产业规模", status: TARGET}`, 6],
  ["苏州市企业", "enterprises", `region: "苏州"`, 15],
  [
    "有企业制造的光伏产品",
    "products",
    `nameContains: "光伏", makers: {some: {}}`,
    ["光伏建筑一体化产品", "光伏系统应用", "光伏线缆", "太阳能光伏组件"],
  ],
  [
    "没有企业制造的新能源产品",
    "products",
    `cluster: "新能源（锡山）", makers: {none: {}}`,
    ["新能源汽车电驱", "智能电池", "钠离子电池"],
  ],
  [
    "与锡山区合作的机构",
    "institutions",
    `cooperations: {some: {node: {id: "锡山区"}}}`,
    ["上海美国商会", "中国意大利商会", "中金资本", "德勤", "戴德梁行", "毕马威", "第一太平戴维斯"],
  ],
  ["由锡山区直接给出的措施", "measures", `offeredBy: {some: {node: {id: "锡山区"}}}`, 14],
  [
    "光大银行授信企业",
    "enterprises",
    `creditors: {some: {year: 2022, node: {nameContains: "光大"}}}`,
    ["安曼", "无锡鑫宏业线缆科技股份有限公司"],
  ],
  ["2020年前上市", "enterprises", `exchanges: {some: {yearAtMost: 2020}}`, ["东山精密"]],
  [
    "上市但年份未知",
    "enterprises",
    `exchanges: {some: {yearIsNull: true}}`,
    ["伟创电气", "吉冈精密", "无锡晶海氨基酸股份有限公司"],
  ],
];

test.each(cases)("%s", async (_, list, filter, answer) => {
  const wanted = typeof answer === "number" ? "" : "nodes { name }";
  const found = (
    await data<Found>(`{ ${list}(filter: { ${filter} }, first: 100) { totalCount ${wanted} } }`)
  )[list];
  if (typeof answer === "number") expect(found?.totalCount).toBe(answer);
  else expect((found?.nodes ?? []).map(({ name }) => name).sort()).toEqual([...answer].sort());
});

test("groups and sums: rewards by occasion, titles by level, parks by kind, enterprises by cluster", async () => {
  expect(
    await data(`{
    rewards: measures { aggregate { groups(by: [{ by: OCCASION }], having: { sum: { of: AMOUNT, moreThan: 0 } }, orderBy: KEY) {
      nodes { keys { name } sum(of: AMOUNT) { value } } } } }
    levels: certifications { aggregate { groups(by: [{ by: LEVEL }], having: { count: { atLeast: 10 } }, orderBy: KEY) {
      nodes { keys { name } count } } } }
    platforms(filter: { region: "锡山区" }) { aggregate { groups(by: [{ by: PLATFORM_TYPE }], orderBy: KEY) {
      nodes { keys { name } count } } } }
    enterprises { aggregate { groups(by: [{ by: CLUSTERS }], atLeast: 2) { nodes { keys { name } count } } } }
    one: measures(filter: { measureType: REWARD }) { aggregate {
      average(of: AMOUNT) { value } least(of: AMOUNT) { value } most(of: AMOUNT) { value } } }
    scale: observations(filter: { metric: "产业规模", period: "2021", within: "吴中区" }) { aggregate { sum(of: VALUE) { value } } }
  }`),
  ).toEqual({
    rewards: grouped("sum", [
      ["FIRST_RECOGNITION", { value: 900_000 }],
      ["RE_EXAMINATION", { value: 300_000 }],
    ]),
    levels: grouped("count", [
      ["NATIONAL", 17],
      ["PROVINCIAL", 20],
      [null, 28],
    ]),
    platforms: grouped("count", [
      ["DATA", 17],
      ["LABORATORY", 2],
      ["NETWORK", 1],
      ["RESEARCH", 5],
      ["SERVICE", 3],
    ]),
    enterprises: grouped("count", [
      [null, 45],
      ["新能源（锡山）", 9],
      ["生物医药（锡山）", 2],
    ]),
    one: { aggregate: { average: { value: 200_000 }, least: { value: 50_000 }, most: { value: 500_000 } } },
    scale: { aggregate: { sum: { value: 150_000_000_000 } } },
  });
});

const grouped = (
  number: "count" | "sum",
  groups: readonly (readonly [key: string | null, value: unknown])[],
) => ({
  aggregate: { groups: { nodes: groups.map(([name, value]) => ({ keys: [{ name }], [number]: value })) } },
});
