// FollowTheMoney: entities, a JSON object a line, as its tools and Aleph read them. What its model has no word for
// (figures, conditions, checks) is left out; certifications and products are told as texts of their holders.
import { type Kind, type RelationType, relationOf } from "../ontology/model.ts";
import { type Graph, type GraphEntity, type GraphRelation, textOf, type Values } from "./graph.ts";

type Properties = Record<string, string[]>;

interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Properties;
}

/** Ids of its entities hold letters, digits, dots and dashes; others are written by their codes. */
export const ftmId = (id: string): string =>
  id
    .replaceAll(":", ".")
    .replace(/[^0-9A-Za-z.-]/gu, (character) => `-${character.codePointAt(0)?.toString(16)}-`)
    .replace(/^\W+|\W+$/g, "");

/** The schema of each kind that its model has a word for. */
const schemas: Readonly<Partial<Record<Kind, string>>> = {
  Enterprise: "Company",
  Park: "Address",
  Region: "Address",
  Cluster: "Organization",
  Platform: "Organization",
  Institution: "Organization",
  Fund: "Organization",
  Programme: "Project",
  Project: "Project",
  Policy: "Document",
  Document: "Document",
};

const publicBodies = new Set(["GOVERNMENT"]);
const organisations = new Set(["Company", "Organization", "PublicBody"]);

function schemaOf({ kind, properties }: Pick<GraphEntity, "kind" | "properties">): string | undefined {
  const schema = schemas[kind];
  return kind === "Institution" && publicBodies.has(String(properties.institutionType))
    ? "PublicBody"
    : schema;
}

/** Values by the names that its model has for them. */
const names: Readonly<Record<string, string>> = {
  name: "name",
  aliases: "alias",
  formerNames: "previousName",
  summary: "summary",
  creditCode: "uscCode",
  stockCode: "ticker",
  founded: "incorporationDate",
  industry: "sector",
  capital: "capital",
  published: "date",
  issued: "date",
  stage: "phase",
  url: "sourceUrl",
};
const ofCompanies = new Set(["uscCode", "ticker", "incorporationDate", "sector", "capital"]);
const ofProjects = new Set(["phase"]);
const ofDocuments = new Set(["date"]);

const has = (schema: string, name: string): boolean =>
  (!ofCompanies.has(name) || schema === "Company") &&
  (!ofProjects.has(name) || schema === "Project") &&
  (!ofDocuments.has(name) || schema === "Document");

const valuesOf = (value: Values[string]): string[] =>
  (Array.isArray(value) ? value : [value]).map((one) => textOf(one ?? ""));

/** Documents that say it, as ids. */
const proof = (sources: Values[string] | undefined, documents: Graph["documents"]): string[] => {
  const stems = (Array.isArray(sources) ? sources.map(String) : []).map((one) =>
    one.slice(0, one.lastIndexOf(":")),
  );
  return [...new Set(stems.flatMap((stem) => documents.get(stem) ?? []))].map(ftmId);
};

function entityOf(one: GraphEntity, documents: Graph["documents"]): Entity | undefined {
  const schema = schemaOf(one);
  if (schema === undefined) return undefined;
  const properties: Properties = {};
  for (const [name, value] of Object.entries(one.properties)) {
    const to = names[name];
    if (to !== undefined && has(schema, to)) properties[to] = valuesOf(value);
  }
  if (schema === "Document") properties.fileName = [textOf(one.properties.stem ?? one.id)];
  if (schema === "Address") properties.full = valuesOf(one.properties.name ?? one.id);
  if (schema !== "Document") properties.country = ["cn"];
  if (one.kind !== "Document") properties.proof = proof(one.properties.sources, documents);
  return { id: ftmId(one.id), schema, properties };
}

interface Known {
  readonly schema: string | undefined;
  readonly name: string;
}

/** A link of two entities, an entity of its own. */
interface Link {
  readonly schema: string;
  readonly from: string;
  readonly to: string;
}

const unknown: Link = { schema: "UnknownLink", from: "subject", to: "object" };

/** The link that says a relation best. */
function linkOf(type: RelationType, from: string, to: string): Link {
  if (type === "SUBSIDIARY_OF") return { schema: "Ownership", from: "asset", to: "owner" };
  if (type === "INVESTS_IN" && organisations.has(from) && to === "Company")
    return { schema: "Ownership", from: "owner", to: "asset" };
  if (type === "BELONGS_TO" && organisations.has(from))
    return { schema: "Membership", from: "member", to: "organization" };
  if ((type === "UNDERTAKES" || type === "PARTICIPATES_IN") && organisations.has(from) && to === "Project")
    return { schema: "ProjectParticipant", from: "participant", to: "project" };
  return unknown;
}

/** Texts that relations add to the entity where they begin: of kinds that its model has no word for. */
const texts: Readonly<Partial<Record<RelationType, string>>> = {
  CERTIFIED_AS: "classification",
  MAKES: "keywords",
};

function relationOfFtm(
  one: GraphRelation,
  known: ReadonlyMap<string, Known>,
  documents: Graph["documents"],
): Entity[] {
  const [from, to] = [known.get(one.from), known.get(one.to)];
  if (from?.schema === undefined || to === undefined) return [];
  const own = texts[one.type];
  const { properties } = one;
  if (own !== undefined && (own === "keywords" || organisations.has(from.schema))) {
    const year = properties.year === undefined ? "" : ` (${textOf(properties.year)})`;
    // Its tools add up what several lines say of one entity.
    return [{ id: ftmId(one.from), schema: from.schema, properties: { [own]: [`${to.name}${year}`] } }];
  }
  if (to.schema === undefined) return [];
  if (one.type === "LOCATED_IN" && to.schema === "Address")
    return [{ id: ftmId(one.from), schema: from.schema, properties: { addressEntity: [ftmId(one.to)] } }];
  const link = linkOf(one.type, from.schema, to.schema);
  const days = Object.fromEntries(
    [
      ["since", "startDate"],
      ["until", "endDate"],
    ].flatMap(([name, as]) => {
      const value = properties[name ?? ""];
      return value === undefined ? [] : [[as, valuesOf(value)]];
    }),
  ) as Properties;
  const said: Properties = {
    [link.from]: [ftmId(one.from)],
    [link.to]: [ftmId(one.to)],
    role: [relationOf(one.type).title.zh, relationOf(one.type).title.en],
    ...days,
    proof: proof(properties.sources, documents),
    ...(properties.note === undefined ? {} : { summary: valuesOf(properties.note) }),
  };
  return [{ id: ftmId(one.id), schema: link.schema, properties: said }];
}

const line = ({ id, schema, properties }: Entity): string =>
  `${JSON.stringify({ id, schema, properties: Object.fromEntries(Object.entries(properties).filter(([, values]) => values.length > 0)) })}\n`;

/** The lines of a file. Schemas and names of entities are held, since relations need those of both their ends. */
export async function* ftm({ parts, documents }: Graph): AsyncGenerator<string> {
  const known = new Map<string, Known>();
  const waiting: GraphRelation[] = [];
  for await (const { entities, relations } of parts) {
    const lines: string[] = [];
    for (const one of entities) {
      known.set(one.id, { schema: schemaOf(one), name: textOf(one.properties.name ?? "") });
      const made = entityOf(one, documents);
      if (made !== undefined) lines.push(line(made));
    }
    for (const one of relations) {
      if (known.has(one.from) && known.has(one.to))
        lines.push(...relationOfFtm(one, known, documents).map(line));
      else waiting.push(one);
    }
    if (lines.length > 0) yield lines.join("");
  }
  for (let at = 0; at < waiting.length; at += 1_000) {
    const lines = waiting
      .slice(at, at + 1_000)
      .flatMap((one) => relationOfFtm(one, known, documents).map(line));
    if (lines.length > 0) yield lines.join("");
  }
}
