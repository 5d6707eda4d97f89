// Questions of planners, asked by hand of a server on each engine and counted anew from the CSV files of the five reports:
// both, neither and only, years, ties, parts of a whole, what is not known.
import { loadedEngines } from "../support/answers.ts";
import { workedOut } from "../support/worked-out.ts";

const { data } = loadedEngines("seed");

workedOut(data)([
  [
    "锡山区既是专精特新又有CNAS认证的企业",
    `{enterprises(filter:{region:"锡山区",and:[{certifiedAs:"专精特新"},{certifiedAs:"CNAS认证"}]}){nodes{name}}}`,
    { enterprises: { nodes: [{ name: "无锡鑫宏业线缆科技股份有限公司" }] } },
  ],
  [
    "吴中区有称号而不是小巨人的企业",
    `{enterprises(filter:{region:"吴中区",certifications:{some:{}},not:{certifiedAs:"小巨人"}}){nodes{name}}}`,
    {
      enterprises: {
        nodes: [
          { name: "东山精密" },
          { name: "汇川技术" },
          { name: "金记食品" },
          { name: "科沃斯" },
          { name: "维信电子" },
          { name: "吴中集团" },
          { name: "协同创新" },
        ],
      },
    },
  ],
  [
    "锡山区新能源集群里没有任何称号的企业",
    `{enterprises(filter:{region:"锡山区",cluster:"新能源（锡山）",certifications:{none:{}}}){nodes{name}}}`,
    {
      enterprises: {
        nodes: [
          { name: "安普瑞斯（无锡）有限公司" },
          { name: "奥威超级电容" },
          { name: "德力佳风电" },
          { name: "恩捷新材料" },
          { name: "华晟新能源" },
          { name: "极电光能" },
          { name: "盘古钠祥" },
          { name: "无锡萨科特新能源科技有限公司" },
        ],
      },
    },
  ],
  [
    "吴中区各种称号各有几家企业，没有称号的5家",
    `{enterprises(filter:{region:"吴中区"}){aggregate{groups(by:[{by:CERTIFICATIONS}]){nodes{keys{name} count}}}}}`,
    {
      enterprises: {
        aggregate: {
          groups: {
            nodes: [
              { keys: [{ name: null }], count: 5 },
              { keys: [{ name: "国家级专精特新“小巨人”企业" }], count: 3 },
              { keys: [{ name: "百亿级企业" }], count: 3 },
              { keys: [{ name: "中国民营企业500强" }], count: 2 },
              { keys: [{ name: "国家专精特新小巨人财政支持" }], count: 2 },
              { keys: [{ name: "省级绿色工厂" }], count: 2 },
              { keys: [{ name: "中国制造业民营企业500强" }], count: 1 },
              { keys: [{ name: "国家级工业设计中心" }], count: 1 },
              { keys: [{ name: "国家级新一代信息技术与制造业融合发展试点示范项目" }], count: 1 },
            ],
          },
        },
      },
    },
  ],
  [
    "2021年得到称号的10家，2022年7家，两年都得的没有",
    `{a:enterprises(filter:{certifications:{some:{year:2021}}}){totalCount} b:enterprises(filter:{certifications:{some:{year:2022}}}){totalCount} both:enterprises(filter:{and:[{certifications:{some:{year:2021}}},{certifications:{some:{year:2022}}}]}){totalCount}}`,
    { a: { totalCount: 10 }, b: { totalCount: 7 }, both: { totalCount: 0 } },
  ],
  [
    "两个区按得到称号的年份：年份未写的另列",
    `{enterprises(filter:{certifications:{some:{}}}){aggregate{groups(by:[{by:REGION,level:DISTRICT},{by:CERTIFICATIONS_YEAR}],first:50){nodes{keys{name} count}}}}}`,
    {
      enterprises: {
        aggregate: {
          groups: {
            nodes: [
              { keys: [{ name: "吴中区" }, { name: "2021" }], count: 10 },
              { keys: [{ name: "锡山区" }, { name: "2022" }], count: 7 },
              { keys: [{ name: "锡山区" }, { name: null }], count: 5 },
              { keys: [{ name: "吴中区" }, { name: null }], count: 2 },
            ],
          },
        },
      },
    },
  ],
  [
    "苏州市的中国民营企业500强",
    `{enterprises(filter:{region:"苏州市",certifiedAs:"中国民营企业500强"}){nodes{name}}}`,
    { enterprises: { nodes: [{ name: "东山精密" }, { name: "吴中集团" }] } },
  ],
  [
    "专精特新产值与规上产值的同比相差13.3个百分点",
    `{difference(figure:{subject:"锡山区",metric:"专精特新企业产值",take:YEAR_ON_YEAR},minus:{subject:"锡山区",metric:"规上工业总产值",take:YEAR_ON_YEAR}){value unit why}}`,
    { difference: { value: 13.3, unit: "percentage point", why: [] } },
  ],
  [
    "吴中区2021年工业投资是规上工业总产值的4.861%",
    `{ratio(figure:{subject:"吴中区",metric:"工业投资",period:"2021"},to:{subject:"吴中区",metric:"规上工业总产值",period:"2021"}){value percent unit}}`,
    { ratio: { value: 0.04861, percent: 4.861, unit: "times" } },
  ],
  [
    "三大主导产业2021年产业规模共1500亿元",
    `{sum(subjects:["新一代信息技术","机器人与智能制造","cluster:wuzhong-biomedicine"],metrics:["产业规模"],period:"2021"){value statedValue statedUnit why}}`,
    { sum: { value: 150000000000, statedValue: 1500, statedUnit: "亿元", why: [] } },
  ],
  [
    "吴中区2022年工业投资目标比2021年多25亿元",
    `{towards(target:{subject:"吴中区",metric:"工业投资",status:TARGET}){value change percent why}}`,
    { towards: { value: 2500000000, change: 2500000000, percent: 23.81, why: [] } },
  ],
  [
    "国家级认定奖励乘以认定家数",
    `{multiplied(figure:{measure:"锡山区国家级专精特新企业认定奖励"},times:{subject:"锡山区",metric:"认定国家级专精特新小巨人企业数"}){value unit why}}`,
    { multiplied: { value: 6000000, unit: "yuan", why: [] } },
  ],
  [
    "锡山区奖励最高的三项",
    `{measures(filter:{region:"锡山区",amountIsNull:false},orderBy:[{field:AMOUNT,direction:DESC}],first:3){totalCount nodes{name amount}}}`,
    {
      measures: {
        totalCount: 6,
        nodes: [
          { name: "锡山区国家级专精特新企业认定奖励", amount: 500000 },
          { name: "锡山区省级专精特新企业认定奖励", amount: 300000 },
          { name: "锡山区国家级专精特新企业复审奖励", amount: 150000 },
        ],
      },
    },
  ],
  [
    "吴中区适用而没有写金额的措施",
    `{measures(filter:{region:"吴中区",amountIsNull:true}){nodes{name}}}`,
    {
      measures: {
        nodes: [
          { name: "产业政策资金" },
          { name: "绿色制造体系一对一辅导" },
          { name: "市贷款贴息政策" },
          { name: "智能制造贷" },
        ],
      },
    },
  ],
  [
    "没有写明阶段的项目",
    `{projects(filter:{stageIsNull:true}){nodes{name}}}`,
    {
      projects: {
        nodes: [
          { name: "环胜金属技改项目" },
          { name: "生物健康产业园二期" },
          { name: "兴达泡塑技改项目" },
          { name: "中医科学院大学“一号项目”" },
        ],
      },
    },
  ],
  [
    "投资额都没有写：合计为空，不是0",
    `{projects(filter:{investmentIsNull:true}){totalCount} known:projects(filter:{investmentIsNull:false}){totalCount aggregate{sum(of:INVESTMENT){value known unknown}}}}`,
    {
      projects: { totalCount: 10 },
      known: { totalCount: 0, aggregate: { sum: { value: null, known: 0, unknown: 0 } } },
    },
  ],
  [
    "中科微至的客户",
    `{enterprise(name:"中科微至"){customers{totalCount nodes{name}}}}`,
    {
      enterprise: {
        customers: {
          totalCount: 5,
          nodes: [
            { name: "极兔" },
            { name: "京东" },
            { name: "顺丰" },
            { name: "中国邮政" },
            { name: "中通快递" },
          ],
        },
      },
    },
  ],
  [
    "光大银行授信的企业在哪里",
    `{institution(name:"光大银行"){borrowers{nodes{name park{name} region{name}}}}}`,
    {
      institution: {
        borrowers: {
          nodes: [
            { name: "安曼", park: null, region: { name: "锡山区" } },
            {
              name: "无锡鑫宏业线缆科技股份有限公司",
              park: { name: "锡山经济技术开发区" },
              region: { name: "锡山区" },
            },
          ],
        },
      },
    },
  ],
  [
    "扬州市重点发展生物医药的园区",
    `{parks(filter:{region:"扬州市",cluster:"生物医药（扬州高新区）"}){nodes{name}}}`,
    { parks: { nodes: [{ name: "生物健康产业园" }, { name: "扬州高新技术产业开发区" }] } },
  ],
  [
    "吴中区有国家级或省级称号的企业",
    `{enterprises(filter:{region:"吴中区",or:[{certificationLevel:NATIONAL},{certificationLevel:PROVINCIAL}]}){nodes{name}}}`,
    {
      enterprises: {
        nodes: [
          { name: "东山精密" },
          { name: "金记食品" },
          { name: "精濑光电" },
          { name: "科沃斯" },
          { name: "瑞可达" },
          { name: "维信电子" },
          { name: "伟创电气" },
          { name: "吴中集团" },
          { name: "协同创新" },
        ],
      },
    },
  ],
  [
    "57家企业中50家没有写园区",
    `{all:enterprises{totalCount} no:enterprises(filter:{parks:{none:{}}}){totalCount}}`,
    { all: { totalCount: 57 }, no: { totalCount: 50 } },
  ],
  [
    "上市企业按交易所",
    `{enterprises(filter:{exchanges:{some:{}}}){aggregate{groups(by:[{by:EXCHANGES}]){nodes{keys{name} count}}}}}`,
    {
      enterprises: {
        aggregate: {
          groups: {
            nodes: [
              { keys: [{ name: "科创板" }], count: 3 },
              { keys: [{ name: "北京证券交易所" }], count: 2 },
              { keys: [{ name: "深圳证券交易所" }], count: 2 },
            ],
          },
        },
      },
    },
  ],
  [
    "被拿到的省级称号8种",
    `{certifications(filter:{level:PROVINCIAL,allHolders:{some:{}}}){totalCount}}`,
    { certifications: { totalCount: 8 } },
  ],
  [
    "锡山区既无集群又无称号的企业5家",
    `{enterprises(filter:{region:"锡山区",clusters:{none:{}},certifications:{none:{}}}){totalCount}}`,
    { enterprises: { totalCount: 5 } },
  ],
  [
    "苏州市的企业都没有写明集群",
    `{enterprises(filter:{region:"苏州市"}){aggregate{groups(by:[{by:CLUSTER}]){nodes{keys{name} count}}}}}`,
    { enterprises: { aggregate: { groups: { nodes: [{ keys: [{ name: null }], count: 15 }] } } } },
  ],
  [
    "金记食品2021年是省级绿色工厂",
    `{enterprise(name:"金记食品"){certifications{edges{year node{name level}}}}}`,
    {
      enterprise: {
        certifications: { edges: [{ year: 2021, node: { name: "省级绿色工厂", level: "PROVINCIAL" } }] },
      },
    },
  ],
  [
    "没有写到谁失去了称号",
    `{enterprises(filter:{certifications:{some:{untilIsNull:false}}}){totalCount}}`,
    { enterprises: { totalCount: 0 } },
  ],
  [
    "2022年6月底以前发布的政策",
    `{policies(filter:{issuedAtMost:"2022-06"}){nodes{name issued}}}`,
    {
      policies: {
        nodes: [
          { name: "工业资源集约利用综合评价实施细则", issued: "2021" },
          { name: "吴中区产业提升发展三年行动计划、工作方案和若干政策意见", issued: "2021" },
          { name: "优质中小企业梯度培育管理暂行办法", issued: "2022-06-01" },
        ],
      },
    },
  ],
  [
    "锡山区2023年签约：区里413亿元35个（1至10月），恳谈会465亿元43个，两者不相加（003:23, 26）",
    `{ observations(filter: {within: "锡山区", period: "2023", metricIn: ["签约总投资", "签约重大产业项目数"]}, orderBy: [{field: METRIC}]) { nodes { subject { name } value unit } aggregate { sum(of: VALUE) { value } } } }`,
    {
      observations: {
        nodes: [
          { subject: { name: "2023无锡锡山金秋招商合作恳谈会" }, value: 465, unit: "亿元" },
          { subject: { name: "锡山区" }, value: 413, unit: "亿元" },
          { subject: { name: "2023无锡锡山金秋招商合作恳谈会" }, value: 43, unit: "个" },
          { subject: { name: "锡山区" }, value: 35, unit: "个" },
        ],
        aggregate: { sum: { value: null } },
      },
    },
  ],
  [
    "吴中区2022年以亿元计的目标，最大的五个",
    `{ observations(filter: {within: "吴中区", status: TARGET, period: "2022", unit: "亿元"}, orderBy: [{field: VALUE, direction: DESC}], first: 5) { nodes { subject { name } value unit } } }`,
    {
      observations: {
        nodes: [
          { subject: { name: "吴中区" }, value: 2300, unit: "亿元" },
          { subject: { name: "机器人与智能制造" }, value: 1000, unit: "亿元" },
          { subject: { name: "新一代信息技术" }, value: 600, unit: "亿元" },
          { subject: { name: "生物医药及大健康" }, value: 300, unit: "亿元" },
          { subject: { name: "节能环保" }, value: 155, unit: "亿元" },
        ],
      },
    },
  ],
]);
