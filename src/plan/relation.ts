// Plans the fields of a relation: its type, ends, properties and sources.
import type { GraphQLObjectType } from "graphql";
import { commonRelationProperties } from "../ontology/model.ts";
import type { ElementSource } from "./nodes.ts";
import type { Asked } from "./plan-field.ts";
import { bind, compositeOf, isElement, type Planning, siteOf } from "./planning.ts";
import { answerAt } from "./question.ts";
import { subselections } from "./select.ts";
import { dayMeant } from "./values.ts";

/** The source of one field selected on a relation. */
export function relationSource(
  planning: Planning,
  type: GraphQLObjectType,
  asked: Asked,
  path: readonly string[],
): ElementSource {
  const { name } = asked;
  const field = type.getFields()[name];
  if (field === undefined) return { is: "typename" };
  if (name === "type") return { is: "relation type" };
  if (name === "properties") return { is: "relation properties" };
  const site = siteOf(planning, field, asked.nodes, path);
  if (name === "validity")
    return { is: "validity", day: bind(planning, site, (args) => dayMeant("asOf", String(args.asOf))) };
  if (name === "from" || name === "to") {
    const object = planning.element(compositeOf(field.type), subselections(asked.nodes), path);
    return { is: "end", end: name === "from" ? "startNode" : "endNode", object };
  }
  if (isElement(field.type) || name === "sources") return answerAt(planning, site, name);
  if (name !== "id" && !Object.hasOwn(commonRelationProperties, name))
    throw new Error(`Relation.${name} is no property that every relation has`);
  return { is: "property", properties: [name] };
}
