// Questions of planners asked by names alone and worked out by hand from the CSV files of the five reports: who is nearest
// to a threshold, percentiles of figures and sums of money, and the gaps of chains.
import { describe } from "vitest";
import { loadedEngines } from "../support/answers.ts";
import { workedOut } from "../support/worked-out.ts";

const { data } = loadedEngines("seed");

describe("nearest to a threshold", () => {
  workedOut(data)([
    [
      "吴中区三大主导产业2021年规模500、800、200亿元，离1000亿元最近的是机器人（001:1）",
      `{observations(filter:{within:"吴中区",metric:"产业规模",period:"2021",valueAtMost:999},orderBy:[{field:VALUE,direction:DESC}],first:1){nodes{subject{name} value unit}}}`,
      { observations: { nodes: [{ subject: { name: "机器人与智能制造" }, value: 800, unit: "亿元" }] } },
    ],
    [
      "2022年产业规模目标在200亿元以上的有4个，最靠近的两个都是300亿元（001:8，004:6）",
      `{observations(filter:{metric:"产业规模",period:"2022",status:TARGET,valueAtLeast:200},orderBy:[{field:VALUE}],first:2){totalCount nodes{subject{name} value}}}`,
      {
        observations: {
          totalCount: 4,
          nodes: [
            { subject: { name: "生物医药及大健康" }, value: 300 },
            { subject: { name: "新能源产业集群（扬州经开区）" }, value: 300 },
          ],
        },
      },
    ],
    [
      "吴中区离2300亿元的目标还差2300−2160=140亿元（001:1, 7）",
      `{towards(target:{subject:"吴中区",metric:"规上工业总产值",status:TARGET}){value unit}}`,
      { towards: { value: 14_000_000_000, unit: "yuan" } },
    ],
    [
      "奖励不到30万元的最高一档是15万元（002:34）",
      `{measures(filter:{measureType:REWARD,amountAtMost:299999},orderBy:[{field:AMOUNT,direction:DESC}],first:1){nodes{name amount}}}`,
      { measures: { nodes: [{ name: "锡山区国家级专精特新企业复审奖励", amount: 150_000 }] } },
    ],
    [
      "有两项称号、离三项只差一项的企业有5家",
      `{enterprises(filter:{certifications:{count:{atLeast:2,atMost:2}}}){nodes{name}}}`,
      {
        enterprises: {
          nodes: [
            { name: "精濑光电" },
            { name: "科沃斯" },
            { name: "普天铁心" },
            { name: "瑞可达" },
            { name: "无锡中科微至科技股份有限公司" },
          ],
        },
      },
    ],
    [
      "参加企业不到100家的活动里最接近的是50家的赋能行动（000:13）",
      `{observations(filter:{metric:"参加行动企业数",valueAtMost:99},orderBy:[{field:VALUE,direction:DESC}]){nodes{subject{name} value unit}}}`,
      {
        observations: {
          nodes: [{ subject: { name: "专精特新金融赋能行动" }, value: 50, unit: "家" }],
        },
      },
    ],
  ]);
});

const share = (of: string, at: number): string => `percentile(of: ${of}, at: ${at}) { value unit }`;

describe("percentiles", () => {
  workedOut(data)([
    [
      "2021年产业规模200、500、800亿元，中位数500亿元",
      `{observations(filter:{metric:"产业规模",period:"2021"}){aggregate{${share("VALUE", 0.5)}}}}`,
      { observations: { aggregate: { percentile: { value: 50_000_000_000, unit: "yuan" } } } },
    ],
    [
      "2022年产业规模150、300、300、600、1000亿元：四分位300和600亿元，中位数300亿元",
      `{observations(filter:{metric:"产业规模",period:"2022"}){aggregate{low:percentile(of:VALUE,at:0.25){value} half:percentile(of:VALUE,at:0.5){value} high:percentile(of:VALUE,at:0.75){value}}}}`,
      {
        observations: {
          aggregate: {
            low: { value: 30_000_000_000 },
            half: { value: 30_000_000_000 },
            high: { value: 60_000_000_000 },
          },
        },
      },
    ],
    [
      "其九成位在600与1000之间：600+0.6×400=840亿元",
      `{observations(filter:{metric:"产业规模",period:"2022"}){aggregate{${share("VALUE", 0.9)}}}}`,
      { observations: { aggregate: { percentile: { value: 84_000_000_000, unit: "yuan" } } } },
    ],
    [
      "六档奖励5、10、10、15、30、50万元：中位数12.5万元，九成位40万元（002:34）",
      `{measures(filter:{measureType:REWARD}){aggregate{half:percentile(of:AMOUNT,at:0.5){value known} top:percentile(of:AMOUNT,at:0.9){value}}}}`,
      { measures: { aggregate: { half: { value: 125_000, known: 6 }, top: { value: 400_000 } } } },
    ],
    [
      "参加企业50家、100家：中位数75家",
      `{observations(filter:{metric:"参加行动企业数"}){aggregate{${share("VALUE", 0.5)}}}}`,
      { observations: { aggregate: { percentile: { value: 75, unit: "count" } } } },
    ],
    [
      "10个项目都没有投资额：没有中位数，而不是0",
      `{projects{aggregate{percentile(of:INVESTMENT,at:0.5){value known unknown}}}}`,
      { projects: { aggregate: { percentile: { value: null, known: 0, unknown: 10 } } } },
    ],
  ]);
});

const parts = (...names: readonly string[]) => names.map((name) => ({ part: { name } }));

describe("gaps of chains", () => {
  workedOut(data)([
    [
      "吴中区战略性新兴产业六部分都没有已知名的企业（001:8, 9）",
      `{cluster(name:"战略性新兴产业"){gaps(region:"吴中区"){missing single parts{part{name}}}}}`,
      {
        cluster: {
          gaps: {
            missing: 6,
            single: 0,
            parts: parts(
              ...["航天航空产业链", "节能环保", "智能网联汽车", "高效节能", "先进环保", "资源综合利用"],
            ),
          },
        },
      },
    ],
    [
      "锡山区新能源没有缺口，已知名企业9家（003:17, 18, 19，002:22）",
      `{cluster(name:"新能源（锡山）"){gaps(region:"锡山区"){missing single parts{count verdict}}}}`,
      { cluster: { gaps: { missing: 0, single: 0, parts: [{ count: 9, verdict: "SEVERAL" }] } } },
    ],
    [
      "锡山区数字经济核心产业四类都缺（000:21）",
      `{cluster(name:"数字经济核心产业"){gaps(region:"锡山区"){missing parts{part{name}}}}}`,
      {
        cluster: {
          gaps: {
            missing: 4,
            parts: parts("数字产品服务业", "数字产品制造业", "数字技术应用业", "数字要素驱动业"),
          },
        },
      },
    ],
    [
      "杭集“6+2+2”说出名字的八个产业，扬州市都没有已知名的企业（004:12）",
      `{cluster(name:"6+2+2"){gaps(region:"扬州市"){missing single}}}`,
      { cluster: { gaps: { missing: 8, single: 0 } } },
    ],
    [
      "扬州经开区“3+4+1”说出名字的两个集群也是（004:6）",
      `{cluster(name:"3+4+1"){gaps(region:"扬州市"){missing parts{part{name} verdict}}}}`,
      {
        cluster: {
          gaps: {
            missing: 2,
            parts: [
              { part: { name: "绿色光电产业集群" }, verdict: "NONE" },
              { part: { name: "新能源产业集群（扬州经开区）" }, verdict: "NONE" },
            ],
          },
        },
      },
    ],
    [
      "锡山区新能源的15种产品：钠离子电池、电驱、智能电池还没有企业在做，其余各一家",
      `{cluster(name:"新能源（锡山）"){productGaps(region:"锡山区"){product{name} verdict}}}`,
      {
        cluster: {
          productGaps: [
            ...["超级电容", "储能电池", "高能量密度锂离子电池", "光伏建筑一体化产品", "光伏系统应用"].map(
              (name) => ({ product: { name }, verdict: "SINGLE" }),
            ),
            { product: { name: "光伏线缆" }, verdict: "SINGLE" },
            { product: { name: "钠离子电池" }, verdict: "NONE" },
            { product: { name: "逆变器" }, verdict: "SINGLE" },
            { product: { name: "太阳能光伏组件" }, verdict: "SINGLE" },
            { product: { name: "消费类锂离子电池" }, verdict: "SINGLE" },
            { product: { name: "新能源汽车电驱" }, verdict: "NONE" },
            { product: { name: "新能源汽车线缆" }, verdict: "SINGLE" },
            { product: { name: "新能源特种线缆" }, verdict: "SINGLE" },
            { product: { name: "智能电池" }, verdict: "NONE" },
            { product: { name: "消费类锂离子电池部件" }, verdict: "SINGLE" },
          ],
        },
      },
    ],
  ]);
});
