// The enumerations of properties, each value with its Chinese name and what it means. The API's enumerations are made
// of them; a property takes one by `oneOf`.
import { enumeration } from "./definitions.ts";

export const factStatus = enumeration("FactStatus", "确定程度: how firmly a fact was said.", {
  STATED: ["明确陈述", "the source says so."],
  IMPLIED: ["上下文推断", "it follows from the context."],
  TARGET: ["目标", "a plan or goal."],
  FORECAST: ["预测", "an estimate of what is to come."],
});

export const level = enumeration(
  "Level",
  "级别: the level of government that grants, designates or runs something.",
  {
    NATIONAL: ["国家级", "of the country."],
    PROVINCIAL: ["省级", "of the province."],
    MUNICIPAL: ["市级", "of the city."],
    DISTRICT: ["区县级", "of the district or county."],
    INTERNATIONAL: ["国际", "of a body beyond the country."],
  },
);

export const certificationLevel = enumeration(
  "CertificationLevel",
  "认定级别: the level at which a certification is granted.",
  level.values,
);

export const chainPosition = enumeration("ChainPosition", "环节: where something stands in its chain.", {
  UPSTREAM: ["上游", "materials, parts and equipment."],
  MIDSTREAM: ["中游", "what is made of them."],
  DOWNSTREAM: ["下游", "where it is used."],
});

export const bound = enumeration("Bound", "界限: how a figure bounds the true value.", {
  EXACT: ["等于", "the figure as it stands."],
  AT_LEAST: ["超、以上", "the true value is no less."],
  AT_MOST: ["最高、不超过", "the true value is no more."],
  ABOUT: ["近、约", "the true value is close to it."],
});

export const projectStage = enumeration("ProjectStage", "项目阶段: stages of a project, in order.", {
  NEGOTIATING: ["在谈", "under negotiation."],
  SIGNED: ["签约", "the contract is signed."],
  STARTED: ["开工", "ground is broken."],
  UNDER_CONSTRUCTION: ["在建", "being built."],
  COMPLETED: ["竣工", "building is completed."],
  IN_PRODUCTION: ["投产", "production has begun."],
  AT_CAPACITY: ["达产", "it produces as much as was planned."],
});

export const parkType = enumeration("ParkType", "园区类型: what sort of park it is.", {
  DEVELOPMENT_ZONE: ["经济开发区", "an economic development zone."],
  HIGH_TECH_ZONE: ["高新区", "a high-tech zone."],
  SPECIALISED_PARK: ["特色产业园", "a park for one industry."],
  SCIENCE_PARK: ["科技园", "a science park."],
  BASE: ["产业基地", "an industrial base."],
  OTHER: ["其他", "of another sort."],
});

export const regionLevel = enumeration("RegionLevel", "行政级别: the administrative level of a region.", {
  COUNTRY: ["国家", "a country."],
  PROVINCE: ["省", "a province."],
  CITY: ["市", "a prefecture-level city."],
  DISTRICT: ["区", "a district of a city."],
  COUNTY: ["县、县级市", "a county or county-level city."],
  TOWN: ["镇、街道", "a town or subdistrict."],
  AREA: ["片区", "a named area that is no administrative unit."],
});

export const clusterType = enumeration("ClusterType", "集群类型: what sort of cluster it is.", {
  SYSTEM: ["产业体系", "a system of clusters, such as 四新四强."],
  CLUSTER: ["产业集群", "a cluster."],
  CHAIN: ["产业链", "a chain."],
  INDUSTRY: ["产业", "an industry."],
  PART: ["细分领域、环节", "a part of one of these."],
});

export const platformType = enumeration("PlatformType", "平台类型: what sort of platform it is.", {
  LABORATORY: ["实验室", "a laboratory."],
  RESEARCH: ["研究院、研发中心", "a research institute or centre."],
  INDUSTRIAL_INTERNET: ["工业互联网平台", "an industrial internet platform."],
  SERVICE: ["服务平台", "a platform that serves enterprises."],
  DATA: ["数据平台", "a data platform."],
  INCUBATOR: ["孵化器、众创空间", "an incubator."],
  NETWORK: ["联盟、网络", "a network or alliance."],
  OTHER: ["其他", "of another sort."],
});

export const institutionType = enumeration("InstitutionType", "机构类型: what sort of institution it is.", {
  GOVERNMENT: ["政府部门", "a government, bureau or committee."],
  BANK: ["银行", "a bank."],
  UNIVERSITY: ["高校", "a university."],
  RESEARCH_INSTITUTE: ["科研院所", "a research institute."],
  CHAMBER: ["商会、协会", "a chamber or association."],
  EXCHANGE: ["交易所", "an exchange, or a board of one."],
  SERVICE_FIRM: ["服务机构", "a firm that serves enterprises."],
  MEDIA: ["媒体", "a news medium."],
  OTHER: ["其他", "of another sort."],
});

export const fundType = enumeration("FundType", "基金类型: what sort of fund it is.", {
  INDUSTRY: ["产业基金", "invests in an industry."],
  GUARANTEE: ["担保基金", "backs the credit of enterprises."],
  GUIDANCE: ["引导基金", "draws in other investors."],
  VENTURE: ["创投基金", "invests in young enterprises."],
  OTHER: ["其他", "of another sort."],
});

export const policyType = enumeration("PolicyType", "文种: what sort of document a policy is.", {
  PLAN: ["规划", "a plan for years."],
  ACTION_PLAN: ["行动计划、实施方案", "an action plan."],
  WORK_POINTS: ["工作要点", "the points of work of a year."],
  MEASURES: ["政策意见、若干措施", "what is given and to whom."],
  LIST: ["名单", "a list."],
  RULES: ["办法、细则", "rules or regulations."],
  REPORT: ["报告", "a report."],
  OTHER: ["其他", "of another sort."],
});

export const measureType = enumeration("MeasureType", "措施类型: what sort of support a measure gives.", {
  REWARD: ["奖励", "a reward."],
  SUBSIDY: ["补贴、补助", "a subsidy."],
  LOAN: ["贷款", "a loan, or a cheaper one."],
  GUARANTEE: ["担保", "a guarantee of credit."],
  INVESTMENT: ["股权投资", "an investment in the enterprise."],
  SERVICE: ["服务", "a service."],
  TAX: ["税收优惠", "tax relief."],
  OTHER: ["其他", "of another sort."],
});

export const amountKind = enumeration("AmountKind", "金额性质: how the sum of a measure is meant.", {
  CEILING: ["最高", "the source says up to."],
  FLAT: ["定额", "the source states a sum."],
});

export const measureOccasion = enumeration("MeasureOccasion", "适用情形: on which occasion a measure pays.", {
  FIRST_RECOGNITION: ["首次认定", "the first recognition."],
  RE_EXAMINATION: ["通过复核", "a re-examination that was passed."],
  OTHER: ["其他", "another occasion."],
});

export const programmeType = enumeration("ProgrammeType", "行动类型: what sort of programme it is.", {
  ACTION: ["专项行动", "an action."],
  CAMPAIGN: ["活动", "a campaign."],
  SERVICE: ["服务", "a service."],
  EVENT: ["会议、对接会", "an event."],
  COMPETITION: ["大赛", "a competition."],
  MECHANISM: ["工作机制", "a standing way of working."],
  OTHER: ["其他", "of another sort."],
});

export const script = enumeration("Script", "字体: the script a document is written in.", {
  SIMPLIFIED: ["简体", "simplified Chinese."],
  TRADITIONAL: ["繁体", "traditional Chinese."],
});

export const checkType = enumeration("CheckType", "校验类型: what a check computes.", {
  SUM: ["合计", "parts add up to the whole."],
  PART_OF_WHOLE: ["部分不超整体", "no part exceeds the whole."],
  RATIO: ["占比", "part over whole is the result."],
  GROWTH: ["增速", "later over earlier is the growth stated."],
  COUNT_OF_LIST: ["名单计数", "a list names as many as it counts."],
});

export const checkRole = enumeration("CheckRole", "作用: what a figure is in a check.", {
  WHOLE: ["整体", "the whole."],
  PART: ["部分", "a part of it."],
  RESULT: ["结果", "the ratio or growth that is stated."],
  EARLIER: ["前期", "the earlier of two figures."],
  LATER: ["后期", "the later of two figures."],
  ITEM: ["名单条目", "an entity that a list names."],
});

export const conflictType = enumeration("ConflictType", "矛盾类型: what is wrong.", {
  PART_EXCEEDS_WHOLE: ["部分大于整体", "a part exceeds its whole."],
  CONTRADICTION: ["前后矛盾", "two places say what cannot both hold."],
  NAMES_DIFFER: ["名称不一", "one thing goes by names that differ."],
  LIST_SHORTER: ["名单不足", "a list names fewer than it counts."],
  UNDATED: ["缺少时间", "a figure has no period."],
  GARBLED: ["文字有误", "the text is garbled."],
  NOT_COMPARABLE: ["口径不同", "two figures cannot be compared."],
  AMBIGUOUS: ["指代不明", "it is not clear what is meant."],
});

export const predicate = enumeration("Predicate", "判断: what a condition tests.", {
  HOLDS: ["持有资质", "the certification, or with orHigher a higher rung of its track, is held."],
  HOLDS_LEVEL: ["持有某级资质", "any certification of the level (and track) is held."],
  FIRST_RECOGNITION: ["首次认定", "recognised between earliest and latest, and not yet re-examined."],
  RE_EXAMINATION: ["通过复核", "passed re-examination between earliest and latest."],
  IN_REGION: ["位于地区", "in the region or a part of it, directly or through a park."],
  IN_PARK: ["位于园区", "in the park or a part of it."],
  IN_CLUSTER: ["属于集群", "in the cluster or a part of it."],
  LISTED: ["已上市", "its shares are listed."],
  FIGURE: ["指标达标", "the latest figure of the metric lies between atLeast and atMost."],
  CAPITAL: ["注册资本", "the registered capital lies between atLeast and atMost."],
  FOUNDED: ["成立时间", "founded between earliest and latest."],
});
