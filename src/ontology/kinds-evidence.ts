// Node kinds: what was read, counted, checked, and found to disagree.
import { nameEn } from "./common.ts";
import { date, float, integer, type NodeKind, oneOf, period, text } from "./definitions.ts";
import * as enumerations from "./enumerations.ts";

export const evidenceKinds = {
  Document: {
    title: { zh: "文献", en: "Document" },
    field: "document",
    plural: "documents",
    prefix: "document",
    doc: "A source: what facts are cited from.",
    colour: "#808080",
    properties: {
      nameEn,
      stem: text("文件名", "stem", "File name without ending: the first part of a citation.", {
        required: true,
        unique: true,
        searched: false,
      }),
      publisher: text("发布者", "publisher", "Who published it."),
      published: date("发布时间", "published", "When it was published; empty where the source is undated."),
      covers: period("所述时期", "covers", "The period it reports on."),
      url: text("网址", "url", "Where it can be read.", { searched: false }),
      lines: integer("行数", "lines", "How many lines it has.", { least: 0 }),
      script: oneOf(enumerations.script, "字体", "script", "The script it is written in."),
      layer: text("图层", "layer", "The layer (folder of data) it came with, where there are several.", {
        indexed: true,
        searched: false,
      }),
    },
  },
  Observation: {
    title: { zh: "数据", en: "Observation" },
    field: "observation",
    plural: "observations",
    prefix: "observation",
    doc: "A figure: subject, metric, value, unit, period, as the source states it.",
    colour: "#90D58F",
    annotates: true,
    properties: {
      metric: text("指标", "metric", "Code of the metric, the id of a Metric without its prefix.", {
        required: true,
        indexed: true,
        searched: false,
      }),
      value: float("数值", "value", "The figure in the unit stated.", { required: true, indexed: true }),
      unit: text("单位", "unit", "The unit as stated.", { required: true, searched: false }),
      period: period("时期", "period", "The period or point in time; empty where the source gives none.", {
        indexed: true,
      }),
      yearOnYear: float("同比", "year on year", "Change against the same period a year before.", {
        unit: "per cent",
      }),
      bound: oneOf(
        enumerations.bound,
        "界限",
        "bound",
        "How it bounds the true value; EXACT if left empty.",
        { filled: true },
      ),
      counts: text("所计", "counts", "What it counts and how: 家 and 家次 are different things."),
      normalisedValue: float(
        "折算值",
        "normalised value",
        "The figure in the normalised unit. Derived from the unit by the table of docs/units.md where left empty.",
        { indexed: true },
      ),
      normalisedUnit: text(
        "折算单位",
        "normalised unit",
        "yuan, mu, count, per cent, ... Derived from the unit where left empty.",
        { searched: false },
      ),
    },
  },
  Metric: {
    title: { zh: "指标", en: "Metric" },
    field: "metric",
    plural: "metrics",
    prefix: "metric",
    doc: "A defined quantity that observations are figures of.",
    colour: "#57E3DF",
    annotates: true,
    properties: {
      nameEn,
      normalUnit: text("标准单位", "normal unit", "The unit its values are normalised to.", {
        searched: false,
      }),
      definition: text("定义", "definition", "What it measures, and what it leaves out.", {
        bilingual: true,
      }),
    },
  },
  Check: {
    title: { zh: "校验", en: "Check" },
    field: "check",
    plural: "checks",
    prefix: "check",
    doc: "A condition that figures of the sources should meet; computed, not asserted.",
    colour: "#AD7EB8",
    annotates: true,
    properties: {
      nameEn,
      checkType: oneOf(enumerations.checkType, "校验类型", "check type", "What it computes.", {
        required: true,
      }),
      tolerance: float(
        "容差",
        "tolerance",
        "Relative difference that is still accepted; if left empty 0.005, and 0 where counts are compared.",
        { least: 0 },
      ),
    },
  },
  Conflict: {
    title: { zh: "矛盾", en: "Conflict" },
    field: "conflict",
    plural: "conflicts",
    prefix: "conflict",
    doc: "Two places that disagree or cannot be compared, kept with the reason.",
    colour: "#C44747",
    annotates: true,
    properties: {
      nameEn,
      conflictType: oneOf(enumerations.conflictType, "矛盾类型", "conflict type", "What is wrong.", {
        required: true,
        indexed: true,
      }),
      reason: text("说明", "reason", "Both places and why they disagree or cannot be compared.", {
        required: true,
        bilingual: true,
      }),
      resolution: text("处理", "resolution", "What the graph does about it.", { bilingual: true }),
    },
  },
} as const satisfies Record<string, NodeKind>;
