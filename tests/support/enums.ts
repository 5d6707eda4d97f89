// The enumerations that answers are made of: not those of orders and kinds, which the ontology titles.
import { isEnumType } from "graphql";
import { buildSchema } from "../../src/api/schema.ts";

const titled = new Set(["EntityKind", "RelationType", "Direction", "OrderDirection", "FactKind", "FactSort"]);
const asked = new Set(["PipelineGrouping", "NeighbourChoice", "Language"]);

/** Each enumeration with its values. */
export function enumTypes(): readonly (readonly [string, readonly string[]])[] {
  return Object.values(buildSchema().getTypeMap())
    .filter(isEnumType)
    .filter(({ name }) => !name.startsWith("__") && !name.endsWith("OrderField"))
    .filter(({ name }) => !titled.has(name) && !asked.has(name))
    .map((type) => [type.name, type.getValues().map(({ name }) => name)] as const);
}
