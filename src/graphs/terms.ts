// The vocabulary's names, and how kinds, relations and properties of the ontology are said in others' words:
// schema.org, W3C ORG, SKOS, Dublin Core, PROV.
import type { Property } from "../ontology/definitions.ts";
import type { Kind, RelationType } from "../ontology/model.ts";

export const prefixes = {
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  owl: "http://www.w3.org/2002/07/owl#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  dcterms: "http://purl.org/dc/terms/",
  prov: "http://www.w3.org/ns/prov#",
  org: "http://www.w3.org/ns/org#",
  schema: "https://schema.org/",
  sh: "http://www.w3.org/ns/shacl#",
} as const;

export type Prefix = keyof typeof prefixes;

/** The address of a name such as `schema:name`. */
export function expanded(name: string): string {
  const [prefix = "", local = ""] = name.split(":");
  return `${prefixes[prefix as Prefix]}${local}`;
}

/** Classes of others that a kind is a special case of. */
export const classesOf: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  Enterprise: ["schema:Corporation", "org:FormalOrganization"],
  Park: ["schema:Place"],
  Region: ["schema:AdministrativeArea"],
  Cluster: ["skos:Concept"],
  Platform: ["schema:Organization", "org:Organization"],
  Institution: ["schema:Organization", "org:FormalOrganization"],
  Fund: ["schema:FundingScheme"],
  Product: ["schema:Product"],
  Policy: ["schema:Legislation"],
  Measure: ["schema:Grant"],
  Condition: [],
  Certification: ["schema:Certification"],
  Programme: ["schema:Project"],
  Project: ["schema:Project"],
  Stage: ["skos:Concept"],
  Document: ["schema:CreativeWork", "prov:Entity"],
  Observation: ["schema:Observation"],
  Metric: ["schema:StatisticalVariable"],
  Check: [],
  Conflict: [],
};

/** Properties of others that are stated beside ours, from the beginning of a relation to its end. */
export const relationsAlso: Readonly<Partial<Record<RelationType, readonly string[]>>> = {
  LOCATED_IN: ["schema:location"],
  PART_OF: ["dcterms:isPartOf"],
  SUBSIDIARY_OF: ["org:subOrganizationOf", "schema:parentOrganization"],
  BELONGS_TO: ["dcterms:subject"],
  CERTIFIED_AS: ["schema:hasCertification"],
  ISSUED_BY: ["schema:publisher"],
  OBSERVES: ["schema:observationAbout"],
  MEASURED_AS: ["schema:variableMeasured"],
  MAKES: ["schema:makesOffer"],
  COMPONENT_OF: ["schema:isRelatedTo"],
};

/** Properties of others that are stated beside ours. */
export const propertiesAlso: Readonly<Record<string, readonly string[]>> = {
  name: ["schema:name", "rdfs:label"],
  aliases: ["schema:alternateName"],
  summary: ["schema:description"],
  summaryZh: ["schema:description"],
  creditCode: ["schema:taxID"],
  founded: ["schema:foundingDate"],
  stockCode: ["schema:tickerSymbol"],
  url: ["schema:url"],
  published: ["schema:datePublished"],
};

/** Our name of a relation: `locatedIn` for LOCATED_IN. */
export const relationName = (type: string): string =>
  type.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Our name of the same read from its end. */
export const inverseName = (type: string): string => `${relationName(type)}Of`;

/** The type of a property's values as literals; undefined where a text has the language of its property. */
export function datatypeOf({ type }: Property): string {
  if (type === "integer") return "xsd:integer";
  // Exact, as sources state them.
  if (type === "float") return "xsd:decimal";
  return type === "boolean" ? "xsd:boolean" : "xsd:string";
}

/** A date as precise as it is known. */
export function dateType(text: string): string {
  if (/^-?\d{4}$/.test(text)) return "xsd:gYear";
  if (/^-?\d{4}-\d{2}$/.test(text)) return "xsd:gYearMonth";
  return /^-?\d{4}-\d{2}-\d{2}$/.test(text) ? "xsd:date" : "xsd:string";
}
