// Composes the fields of a relation held in a variable: its type, ends, properties and sources.
import { type GraphQLCompositeType, type GraphQLObjectType, getNamedType } from "graphql";
import { derivedOfRelations } from "../ontology/derived.ts";
import { relationPropertiesOf } from "../ontology/model.ts";
import type { Row } from "../store/port.ts";
import { composeAsk, placeOf } from "./ask.ts";
import { bind, type Compiling, call, entry, type Frame, newFrame, projection } from "./frame.ts";
import { isElement, typenamePlan } from "./object.ts";
import type { FieldPlan } from "./plan.ts";
import { subselections } from "./select.ts";
import { dayMeant, validityName, validityRank } from "./validity.ts";

/** Properties of a relation that are not its type's own. */
const common = new Set([
  ...["id", "key", "hash", "status", "sources", "since", "until"],
  ...Object.keys(derivedOfRelations),
]);

function withoutCommon(properties: unknown): unknown {
  return Object.fromEntries(Object.entries((properties ?? {}) as Row).filter(([name]) => !common.has(name)));
}

/** Composes one field selected on a relation. */
export function composeRelationField(
  compiling: Compiling,
  frame: Frame,
  edge: string,
  type: GraphQLObjectType,
  base: Omit<FieldPlan, "read">,
  path: readonly string[],
): FieldPlan {
  const { name } = base;
  const field = type.getFields()[name];
  if (field === undefined) return typenamePlan(base.key, type.name, base.nodes);
  if (name === "type") {
    const key = entry(frame, `type(${edge})`);
    return { ...base, read: (row) => row[key] };
  }
  if (name === "properties") {
    const key = entry(frame, `properties(${edge})`);
    return { ...base, read: (row) => withoutCommon(row[key]) };
  }
  if (name === "validity") {
    const place = placeOf(compiling, field, base.nodes, path);
    const day = bind(compiling, place, (args) => dayMeant("asOf", String(args.asOf)));
    const key = entry(frame, validityName(validityRank(edge, day)));
    return { ...base, read: (row) => row[key] };
  }
  if (name === "from" || name === "to") {
    const number = compiling.next();
    const inner = newFrame();
    const far = getNamedType(field.type) as GraphQLCompositeType;
    const object = compiling.compose(inner, `n${number}`, far, subselections(base.nodes), path);
    frame.calls.push(
      call(edge, [
        `WITH ${name === "from" ? "startNode" : "endNode"}(${edge}) AS n${number}`,
        ...inner.calls,
        `RETURN head(collect(${projection(inner)})) AS f${number}`,
      ]),
    );
    frame.columns.push(`f${number}`);
    const key = entry(frame, `f${number}`);
    return { ...base, object, read: (row) => row[key] };
  }
  if (isElement(field.type) || name === "sources") {
    return {
      ...base,
      ...composeAsk(compiling, frame, edge, name, placeOf(compiling, field, base.nodes, path), ""),
    };
  }
  if (name !== "id" && !Object.hasOwn(relationPropertiesOf("LOCATED_IN"), name)) {
    throw new Error(`Relation.${name} is no property that every relation has`);
  }
  const key = entry(frame, `${edge}.${name}`);
  return { ...base, read: (row) => row[key] };
}
