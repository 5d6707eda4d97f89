// Types and properties as OpenRefine is told of them: the kinds of the ontology, their properties, and the relations
// that begin or end at them.
import type { Property, Title } from "../ontology/definitions.ts";
import {
  isKind,
  type Kind,
  kindEnum,
  kindNames,
  kindOf,
  propertiesOf,
  type RelationType,
  relationOf,
  relationTypes,
} from "../ontology/model.ts";

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A property that may be asked for: a value, or what a relation leads to. */
export interface Askable extends Named {
  readonly source:
    | { readonly is: "value"; readonly property: Property }
    | { readonly is: "relation"; readonly type: RelationType; readonly way: "out" | "in" };
}

const both = ({ zh, en }: Title): string => `${zh} ${en}`;

/** A kind as a type. */
export const typeOf = (kind: Kind): Named => ({ id: kind, name: both(kindOf(kind).title) });

/** All types. */
export const types: readonly Named[] = kindNames.map(typeOf);

/** The kind that a type names, by its label or its name in the API. */
export const kindNamed = (id: string): Kind | undefined =>
  isKind(id) ? id : kindNames.find((kind) => kindEnum(kind) === id);

/** The properties of a kind; of all kinds where none is given. */
export function askables(kind?: Kind): readonly Askable[] {
  const found = new Map<string, Askable>();
  for (const one of kind === undefined ? kindNames : [kind]) {
    for (const [id, property] of Object.entries(propertiesOf(one)))
      if (id !== "id" && !found.has(id))
        found.set(id, { id, name: both(property.title), source: { is: "value", property } });
    for (const type of relationTypes) {
      const { from, to, title, inverse } = relationOf(type);
      if (from.includes(one))
        found.set(type, { id: type, name: both(title), source: { is: "relation", type, way: "out" } });
      if (to.includes(one))
        found.set(`${type}.in`, {
          id: `${type}.in`,
          name: both(inverse),
          source: { is: "relation", type, way: "in" },
        });
    }
  }
  return [...found.values()];
}

/** Those whose name or id has the text, those that begin with it first. */
export function suggested<T extends Named>(all: readonly T[], prefix: string): Named[] {
  const text = prefix.trim().toLowerCase();
  const place = ({ id, name }: T): number => {
    const places = [id, ...name.split(" ")]
      .map((one) => one.toLowerCase().indexOf(text))
      .filter((at) => at >= 0);
    return places.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...places);
  };
  return all
    .filter((one) => Number.isFinite(place(one)))
    .sort((one, other) => place(one) - place(other))
    .map(({ id, name }) => ({ id, name }));
}
