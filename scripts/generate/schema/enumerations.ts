// The enumerations of the ontology: its kinds, its types of relations, and the values of its properties.
import type { Enumeration, Property } from "../../../src/ontology/definitions.ts";
import {
  kindEnum,
  kindNames,
  kindOf,
  propertiesOf,
  relationOf,
  relationPropertiesOf,
  relationTypes,
} from "../../../src/ontology/model.ts";
import { block, described, laidOut } from "./sdl.ts";

/** Every enumeration that a property has, by name. */
export function enumerations(): ReadonlyMap<string, Enumeration> {
  const properties: readonly Property[] = [
    ...kindNames.map(propertiesOf),
    ...relationTypes.map(relationPropertiesOf),
  ].flatMap((all) => Object.values(all));
  const found = properties.flatMap(({ enumeration }) => enumeration ?? []);
  return new Map(found.map((one) => [one.name, one]));
}

function sdl({ name, doc, values }: Enumeration): string {
  const members = Object.entries(values).map(([value, [zh, meaning]]) =>
    described(`${zh}: ${meaning}`, value),
  );
  return described(doc, block(`enum ${name}`, members));
}

/** schema/generated/enumerations.graphql */
export function enumerationsFile(): string {
  const kinds = kindNames.map((kind) =>
    described(`${kindOf(kind).title.zh}: ${kindOf(kind).doc}`, kindEnum(kind)),
  );
  const types = relationTypes.map((type) =>
    described(`${relationOf(type).title.zh}: ${relationOf(type).doc}`, type),
  );
  return laidOut([
    described("实体类别: the kinds of entities.", block("enum EntityKind", kinds)),
    described("关系类型: the types of relations.", block("enum RelationType", types)),
    ...[...enumerations().values()].map(sdl),
  ]);
}
