// The fields that properties of the ontology become.
import { inChinese, type Properties, type Property } from "../../../src/ontology/definitions.ts";
import { described } from "./sdl.ts";

/** The GraphQL type of a property without `!`. Dates and periods are as precise as the source: they stay texts. */
function typeOf(property: Property, where: string): string {
  switch (property.type) {
    case "texts":
      return "[String!]";
    case "integer":
      return "Int";
    case "float":
      return "Float";
    case "boolean":
      return "Boolean";
    case "enum":
      if (property.enumeration === undefined)
        throw new Error(`${where} has bare values: give it an enumeration (src/ontology/enumerations.ts)`);
      return property.enumeration.name;
    default:
      return "String";
  }
}

/** What a property is: its Chinese name, its meaning, its unit. */
export function meaningOf({ title, doc, unit }: Property): string {
  return `${title.zh}: ${doc}${unit === undefined || unit === "year" ? "" : ` In ${unit}.`}`;
}

/** The field of a property. @param nullable whether it may be absent whatever the property says, as on an edge */
export function propertyField(name: string, property: Property, where: string, nullable = false): string {
  const type = typeOf(property, `${where}.${name}`);
  const always = !nullable && (property.required === true || property.filled === true);
  const language = property.bilingual === true ? "(lang: Language = EN)" : "";
  return described(meaningOf(property), `${name}${language}: ${type}${always ? "!" : ""}`);
}

/** Properties without the Chinese texts of others: one field with an argument gives both. */
export function shown(properties: Properties): [string, Property][] {
  const translations = Object.entries(properties).flatMap(([name, { bilingual }]) =>
    bilingual === true ? [inChinese(name)] : [],
  );
  return Object.entries(properties).filter(([name]) => !translations.includes(name));
}
