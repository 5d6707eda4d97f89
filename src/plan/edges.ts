// Plans the edges of a connection: cursor, node, the relation's own properties, what its question adds.

import { inLanguageAsked } from "./language.ts";
import type { ConnectionSource, EdgeSource, ItemPlan } from "./nodes.ts";
import type { RowsPlan } from "./page-nodes.ts";
import type { Asked } from "./plan-field.ts";
import { compositeOf, fieldsOf, objectNamed, type Planning } from "./planning.ts";
import { citationsOf, columnOf } from "./question.ts";
import { subselections } from "./select.ts";

/** Whether the rows have a relation each. */
const haveRelation = (rows: RowsPlan): boolean =>
  rows.is === "question" ? rows.use.question.columns.has("edge") : rows.is !== "list";

/** The further columns that the rows have beside node and relation. */
function hasColumn(rows: RowsPlan, name: string): boolean {
  if (rows.is === "question")
    return name !== "node" && name !== "edge" && rows.use.question.columns.has(name);
  return name === "validity" && rows.asOf !== undefined;
}

const isDetail = (rows: RowsPlan, name: string): boolean =>
  rows.is === "question" && rows.use.question.detailed.includes(name);

/** Plans `edges`. */
export function edgesOf(
  planning: Planning,
  rows: RowsPlan,
  asked: Asked,
  path: readonly string[],
  wants: { cursors: boolean; details: boolean },
  itemOf: (asked: Asked, path: readonly string[]) => ItemPlan,
): ConnectionSource {
  const type = objectNamed(asked.type);
  const fields = fieldsOf(planning, type, asked.nodes, (own, field): EdgeSource => {
    const deeper = [...path, own.key];
    if (own.name === "cursor") {
      wants.cursors = true;
      return { is: "cursor" };
    }
    if (own.name === "node") return { is: "item", item: itemOf(own, deeper) };
    if (hasColumn(rows, own.name)) {
      if (isDetail(rows, own.name)) wants.details = true;
      const keys = inLanguageAsked(planning, field, own.nodes, own.name).filter((one) =>
        hasColumn(rows, one),
      );
      return { ...columnOf(planning, own, deeper), keys };
    }
    if (!haveRelation(rows)) return { is: own.name === "sources" ? "no list" : "nothing" };
    if (own.name === "relation")
      return {
        is: "relation",
        object: planning.element(compositeOf(own.type), subselections(own.nodes), deeper),
      };
    if (own.name === "sources") return { is: "citations", answer: citationsOf(planning, own, deeper) };
    return { is: "property", properties: inLanguageAsked(planning, field, own.nodes, own.name) };
  });
  return { is: "edges", type: type.name, fields };
}
