// Filters of lists that hold several kinds, and of relations: what all kinds have in common, the kind, and each kind's
// own filter for those of that kind.
import { withChinese } from "../ontology/definitions.ts";
import { commonProperties, commonRelationProperties, kindNames, kindOf } from "../ontology/model.ts";
import { logic } from "./filter-logic.ts";
import { type EnumNamed, type FilterField, type FilterType, propertyFilters } from "./filter-properties.ts";
import { withinFilter } from "./filter-within.ts";

const ofKind: readonly FilterField[] = [
  { name: "kind", type: "EntityKind", description: "类别: it is of this kind.", spec: { is: "kind" } },
  {
    name: "kindIn",
    type: "[EntityKind!]",
    description: "类别之一: it is of one of these kinds.",
    spec: { is: "kind" },
  },
];

/** What lists of entities of any kind are filtered by. */
export function entityFilter(enumNamed: EnumNamed): FilterType {
  const properties = Object.entries(withChinese(commonProperties)).flatMap(([name, property]) =>
    propertyFilters(name, property, enumNamed),
  );
  const own = kindNames.map((kind): FilterField => {
    const { title } = kindOf(kind);
    return {
      name: `as${kind}`,
      type: `${kind}Filter`,
      description: `${title.zh}: it is one (${title.en.toLowerCase()}), and so; an empty object asks only that it is one.`,
      spec: { is: "as", kind },
    };
  });
  const text: FilterField = {
    name: "text",
    type: "String",
    description: "文字: its names, aliases or their pinyin contain this.",
    spec: { is: "text" },
  };
  return {
    name: "EntityFilter",
    description: "筛选: which of a list of entities of any kind are wanted.",
    fields: [...logic("EntityFilter"), ...ofKind, ...withinFilter("Entity"), text, ...properties, ...own],
  };
}

/** What the relations of an entity are filtered by. */
export function relationFilter(enumNamed: EnumNamed): FilterType {
  const properties = Object.entries(withChinese(commonRelationProperties)).flatMap(([name, property]) =>
    propertyFilters(name, property, enumNamed),
  );
  const far = ofKind.map((field) => ({
    ...field,
    description: `${field.description} The far end is meant.`,
  }));
  const node: FilterField = {
    name: "node",
    type: "EntityFilter",
    description: "另一端: what the far end is to be.",
    spec: { is: "part" },
  };
  return {
    name: "RelationFilter",
    description:
      "筛选: which relations of an entity are wanted, by the far end and by what all relations have.",
    fields: [...far, node, ...properties],
  };
}
