// Node kinds: what is planned, given, certified and built.
import { nameEn } from "./common.ts";
import { conditionKind } from "./condition.ts";
import { date, flag, float, integer, type NodeKind, oneOf, text, texts } from "./definitions.ts";
import * as enumerations from "./enumerations.ts";

const level = oneOf(
  enumerations.level,
  "级别",
  "level",
  "The level of government that grants, designates or runs it.",
  {
    indexed: true,
  },
);

export const policyKinds = {
  Policy: {
    title: { zh: "政策", en: "Policy" },
    field: "policy",
    plural: "policies",
    prefix: "policy",
    doc: "A policy document: plan, action plan, list, opinions, rules.",
    colour: "#D1C9BC",
    properties: {
      nameEn,
      policyType: oneOf(enumerations.policyType, "文种", "policy type", "What sort of document it is."),
      documentNumber: text("文号", "document number", "Its official number."),
      issued: date("发布时间", "issued", "When it was issued."),
      effectiveFrom: date("施行时间", "effective from", "From when it applies."),
      effectiveUntil: date("失效时间", "effective until", "Until when it applies."),
      level,
    },
  },
  Measure: {
    title: { zh: "政策措施", en: "Measure" },
    field: "measure",
    plural: "measures",
    prefix: "measure",
    doc: "What a policy gives: a reward, subsidy, loan or service.",
    colour: "#FC492B",
    properties: {
      nameEn,
      measureType: oneOf(enumerations.measureType, "措施类型", "measure type", "What sort of support it is."),
      amount: float("金额", "amount", "What it pays per enterprise.", { unit: "yuan", least: 0 }),
      amountKind: oneOf(
        enumerations.amountKind,
        "金额性质",
        "amount kind",
        "CEILING where the source says up to (最高), FLAT where it states a sum.",
      ),
      occasion: oneOf(
        enumerations.measureOccasion,
        "适用情形",
        "occasion",
        "Whether it is paid for the first recognition or for passing re-examination.",
      ),
      beneficiaries: text("支持对象", "beneficiaries", "Whom it is for, in the source's words."),
      clause: text("条款", "clause", "Where in the document it stands."),
      level,
    },
  },
  Condition: conditionKind,
  Certification: {
    title: { zh: "资质荣誉", en: "Certification" },
    field: "certification",
    plural: "certifications",
    prefix: "certification",
    doc: "A title, recognition or award that an enterprise or another entity can hold.",
    colour: "#E2CA6A",
    properties: {
      nameEn,
      level: oneOf(
        enumerations.certificationLevel,
        "级别",
        "level",
        "The level of government that grants it.",
        { indexed: true },
      ),
      track: text("赛道", "track", "The ladder it is a rung of, such as srdi, high-tech or gazelle.", {
        indexed: true,
        searched: false,
      }),
      rung: integer("梯级", "rung", "Its place on the ladder, 1 being the lowest.", { least: 1 }),
      validYears: integer("有效期", "valid years", "After how many years it is re-examined.", {
        unit: "year",
        least: 1,
      }),
      complete: flag(
        "名单完整",
        "complete",
        "Whether the data names every holder there has been: who is not named is then known not to hold it.",
      ),
    },
  },
  Programme: {
    title: { zh: "行动", en: "Programme" },
    field: "programme",
    plural: "programmes",
    prefix: "programme",
    doc: "An action, campaign, service or event.",
    colour: "#65CB0E",
    properties: {
      nameEn,
      programmeType: oneOf(
        enumerations.programmeType,
        "行动类型",
        "programme type",
        "What sort of programme it is.",
      ),
      started: date("开始时间", "started", "When it began or took place."),
      level,
    },
  },
  Project: {
    title: { zh: "项目", en: "Project" },
    field: "project",
    plural: "projects",
    prefix: "project",
    doc: "An investment, construction or technology project.",
    colour: "#C78B76",
    properties: {
      nameEn,
      stage: oneOf(
        enumerations.projectStage,
        "阶段",
        "stage",
        "The latest stage it has reached; derived from REACHED where it has such relations, those of plans left out.",
        { indexed: true },
      ),
      stageAt: date("阶段时间", "stage at", "When it reached that stage; derived in the same way."),
      investment: float("投资额", "investment", "Total investment.", {
        unit: "yuan",
        indexed: true,
        least: 0,
      }),
      products: texts("产品", "products", "What it will make."),
      level,
    },
  },
  Stage: {
    title: { zh: "项目阶段", en: "Stage" },
    field: "stage",
    plural: "stages",
    prefix: "stage",
    doc: "A stage that projects go through: 在谈, 签约, 开工, 在建, 竣工, 投产, 达产.",
    colour: "#BF9506",
    annotates: true,
    properties: {
      nameEn,
      code: oneOf(enumerations.projectStage, "代码", "code", "Which of the stages it is.", {
        required: true,
        unique: true,
      }),
      rank: integer("次序", "rank", "Its place in the order of stages, 1 being the first.", {
        required: true,
        distinct: true,
        least: 1,
      }),
    },
  },
} as const satisfies Record<string, NodeKind>;
