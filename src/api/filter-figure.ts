// What the filter by a figure takes.

import type { FilterType } from "./filter-properties.ts";

/** What `figure` takes. */
export const figureCondition: FilterType = {
  name: "FigureCondition",
  description: "数据条件: a figure of a metric about the entity, within bounds.",
  fields: [
    {
      name: "metric",
      type: "String!",
      description: "指标: the metric, by name or id.",
      spec: { is: "part" },
    },
    {
      name: "atLeast",
      type: "Float",
      description: "至少: the figure is known to be this or more.",
      spec: { is: "part" },
    },
    {
      name: "atMost",
      type: "Float",
      description: "至多: the figure is known to be this or less.",
      spec: { is: "part" },
    },
    {
      name: "unit",
      type: "String",
      description:
        "单位: the unit of the bounds, as 亿元 or yuan; left out, that of the metric's figures, which must then be one.",
      spec: { is: "part" },
    },
    {
      name: "period",
      type: "Period",
      description: "时期: the figure's period lies in this one.",
      spec: { is: "part" },
    },
    {
      name: "status",
      type: "FactStatus",
      description: "确定程度: stated, implied, a target or a forecast; left out, stated or implied.",
      spec: { is: "part" },
    },
    {
      name: "isNull",
      type: "Boolean",
      description: "未知: true: no such figure is known; false: one is.",
      spec: { is: "part" },
    },
  ],
};
