// Planners' questions on the real data about what enterprises are called in public notices, and about what the reports tell
// in passing: epithets, ranks of platforms, people at events, whose target a figure is. Answers worked out by hand.
import { fileURLToPath } from "node:url";
import { describe } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { workedOut } from "../support/worked-out.ts";

const { data } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));

describe("legal names, codes and former names of public notices", () => {
  workedOut(data)([
    [
      "中科微至上市时的名称是曾用名",
      `{enterprise(name:"中科微至智能制造科技江苏股份有限公司"){id formerNames{name}}}`,
      {
        enterprise: {
          id: "enterprise:zhongke-weizhi",
          formerNames: [{ name: "中科微至智能制造科技江苏股份有限公司" }],
        },
      },
    ],
    [
      "鑫宏业的前身，行业代码C38",
      `{enterprise(name:"无锡鑫宏业特塑线缆有限公司"){id industryCode} enterprises(filter:{industryCode:"C38"}){totalCount}}`,
      {
        enterprise: { id: "enterprise:xinhongye", industryCode: "C38" },
        enterprises: { totalCount: 1 },
      },
    ],
    [
      "按证券代码和全称找到同一企业",
      `{a:enterprise(stockCode:"836720"){id} b:enterprise(name:"无锡吉冈精密科技股份有限公司"){id} c:enterprise(stockCode:"688800"){id} d:enterprise(name:"苏州瑞可达连接系统股份有限公司"){id}}`,
      {
        a: { id: "enterprise:jiguang" },
        b: { id: "enterprise:jiguang" },
        c: { id: "enterprise:ruikeda" },
        d: { id: "enterprise:ruikeda" },
      },
    ],
    [
      "2021年在科创板上市的：瑞可达7月，中科微至10月",
      `{enterprises(filter:{exchanges:{some:{node:{id:"科创板"},year:2021}}}){nodes{name exchanges{edges{since}}}}}`,
      {
        enterprises: {
          nodes: [
            { name: "瑞可达", exchanges: { edges: [{ since: "2021-07-22" }] } },
            { name: "无锡中科微至科技股份有限公司", exchanges: { edges: [{ since: "2021-10-26" }] } },
          ],
        },
      },
    ],
  ]);
});

describe("what the reports tell in passing", () => {
  workedOut(data)([
    [
      "桥头堡是锡山（003:2），航天云网是国家级双跨平台（001:4）",
      `{region(name:"桥头堡"){id} certification(name:"双跨平台"){level allHolders{nodes{name}}}}`,
      {
        region: { id: "region:xishan" },
        certification: { level: "NATIONAL", allHolders: { nodes: [{ name: "航天云网“双跨”平台" }] } },
      },
    ],
    [
      "活动人数不与企业数并列：40多位、300多位（002:38，003:25）",
      `{observations(filter:{metric:"参加活动人数"},orderBy:[{field:VALUE}]){nodes{value unit bound}}}`,
      {
        observations: {
          nodes: [
            { value: 40, unit: "位", bound: "AT_LEAST" },
            { value: 300, unit: "位", bound: "AT_LEAST" },
          ],
        },
      },
    ],
    [
      "园区自己的目标：新能源300亿元、绿色光电150亿元（004:6）",
      `{park(name:"扬州经济技术开发区"){observations(metric:"产业规模"){nodes{value status subject{name}}}}}`,
      {
        park: {
          observations: {
            nodes: [
              { value: 150, status: "TARGET", subject: { name: "绿色光电产业集群" } },
              { value: 300, status: "TARGET", subject: { name: "新能源产业集群（扬州经开区）" } },
            ],
          },
        },
      },
    ],
    [
      "两个500强榜不能相加：制造业的一家在两家之中（001:2）",
      `{observations(filter:{subject:"吴中区",metric:"入选中国制造业民营企业500强企业数"}){nodes{value partOf{total{value}}}}}`,
      { observations: { nodes: [{ value: 1, partOf: { total: { value: 2 } } }] } },
    ],
    [
      "参加赋能行动的50家和授信的10家是专精特新企业（000:13）",
      `{observations(filter:{about:"专精特新企业",metricIn:["参加行动企业数","授信签约企业数"]},orderBy:[{field:VALUE}]){nodes{value}}}`,
      { observations: { nodes: [{ value: 10 }, { value: 50 }] } },
    ],
  ]);
});
