// The filters that follow from the ontology, the same on every list: each property by value, range and whether it is
// known; each list field by some, none, every or how many; figures by value; and, or, not. The SDL of these filters is
// generated from here, and the plan reads them from here, so that the two cannot differ.

import { type Kind, kindOf, propertiesOf, relationOf } from "../ontology/model.ts";
import type { RelationField } from "../plan/aggregate-spec.ts";
import { logic } from "./filter-logic.ts";
import { type EnumNamed, type FilterField, propertyFilters } from "./filter-properties.ts";
import { conditionName } from "./filter-relations.ts";
import { withinFilter } from "./filter-within.ts";

const figure: FilterField = {
  name: "figure",
  type: "FigureCondition",
  description: "数据: by the value of a figure about it.",
  spec: { is: "figure" },
};

/** Kinds that figures are about. */
const withFigures = new Set<string>(relationOf("OBSERVES").to);

/** All filter fields of a kind that follow from the ontology. */
export function filterFields(
  kind: Kind,
  relations: readonly RelationField[],
  enumNamed: EnumNamed,
): FilterField[] {
  const properties = Object.entries(propertiesOf(kind)).flatMap(([name, property]) =>
    propertyFilters(name, property, enumNamed),
  );
  const along = relations.map(({ name, relation, way, of }): FilterField => {
    const { title, inverse } = relationOf(relation);
    const words = way === "in" ? inverse : title;
    return {
      name,
      type: `${conditionName(relation, way, of)}Condition`,
      description: `${words.zh}: by its ${name} (${words.en}, ${of === "Entity" ? "any kind" : kindOf(of).title.en.toLowerCase()}).`,
      spec: { is: "relation", relation, way, of },
    };
  });
  return [
    ...logic(`${kind}Filter`),
    ...withinFilter(kind),
    ...properties,
    ...along,
    ...(withFigures.has(kind) ? [figure] : []),
  ];
}
