// A graph as RDF: an entity under its page's address, a relation as a triple and, with what is known of it, as a
// statement of its own; where something was said as what it was derived from (PROV).
import Big from "big.js";
import { DataFactory, type NamedNode, type Quad, type Quad_Object } from "n3";
import type { Property } from "../ontology/definitions.ts";
import { propertiesOf, relationPropertiesOf } from "../ontology/model.ts";
import type { Json } from "../store/port.ts";
import type { Graph, GraphEntity, GraphPart, GraphRelation, Values } from "./graph.ts";
import {
  classesOf,
  datatypeOf,
  dateType,
  expanded,
  propertiesAlso,
  relationName,
  relationsAlso,
} from "./terms.ts";

const { namedNode, literal, quad } = DataFactory;

export const term = (name: string): NamedNode => namedNode(expanded(name));
const type = term("rdf:type");

/** Characters that an address may not hold. */
const inAddress = (id: string): string =>
  id.split("/").map(encodeURIComponent).join("/").replaceAll("%3A", ":");

/** Addresses under the one where the server is asked. */
export function addresses(base: string) {
  const root = base.replace(/\/+$/, "");
  const entity = (id: string): NamedNode => namedNode(`${root}/entity/${inAddress(id)}`);
  return {
    dataset: namedNode(`${root}/`),
    vocabulary: namedNode(`${root}/vocabulary`),
    own: (name: string): NamedNode => namedNode(`${root}/vocabulary#${name}`),
    entity,
    relation: ({ id, from }: GraphRelation): NamedNode =>
      namedNode(`${entity(from).value}#${encodeURIComponent(id)}`),
    line: (document: string, line: string): NamedNode => namedNode(`${entity(document).value}#line-${line}`),
  };
}

export type Addresses = ReturnType<typeof addresses>;

const chinese = /\p{Script=Han}/u;

function literalOf(name: string, property: Property, value: Json): Quad_Object {
  const text = String(value);
  if (property.type === "date") return literal(text, term(dateType(text)));
  const datatype = datatypeOf(property);
  if (datatype === "xsd:decimal") return literal(new Big(text).toFixed(), term(datatype));
  if (datatype !== "xsd:string") return literal(text, term(datatype));
  const told = property.type === "text" || property.type === "texts";
  if (!told || property.unique === true || property.distinct === true || name === "stem")
    return literal(text);
  return chinese.test(text) ? literal(text, "zh") : literal(text);
}

/** Where it was said: a line of a document each. */
function* cited(
  { own, line, entity }: Addresses,
  about: NamedNode,
  sources: Json | undefined,
  documents: Graph["documents"],
): Generator<Quad> {
  for (const source of Array.isArray(sources) ? sources.map(String) : []) {
    const at = source.lastIndexOf(":");
    const document = documents.get(source.slice(0, at));
    if (document === undefined) continue;
    const number = source.slice(at + 1);
    const place = line(document, number);
    yield quad(about, term("prov:wasDerivedFrom"), place);
    yield quad(place, type, own("Citation"));
    yield quad(place, term("dcterms:isPartOf"), entity(document));
    yield quad(place, own("line"), literal(number, term("xsd:integer")));
  }
}

function* stated(
  { own }: Addresses,
  about: NamedNode,
  properties: Readonly<Record<string, Property>>,
  values: Values,
): Generator<Quad> {
  for (const [name, property] of Object.entries(properties)) {
    const value = values[name];
    if (value === undefined || name === "id" || property.type === "sources") continue;
    for (const one of Array.isArray(value) ? value : [value]) {
      const object = literalOf(name, property, one);
      yield quad(about, own(name), object);
      for (const other of propertiesAlso[name] ?? []) yield quad(about, term(other), object);
    }
  }
}

function* entityQuads(to: Addresses, one: GraphEntity, documents: Graph["documents"]): Generator<Quad> {
  const about = to.entity(one.id);
  yield quad(about, type, to.own(one.kind));
  for (const other of classesOf[one.kind] ?? []) yield quad(about, type, term(other));
  yield quad(about, term("dcterms:identifier"), literal(one.id));
  yield* stated(to, about, propertiesOf(one.kind), one.properties);
  yield* cited(to, about, one.properties.sources, documents);
}

function* relationQuads(to: Addresses, one: GraphRelation, documents: Graph["documents"]): Generator<Quad> {
  const [from, end, about] = [to.entity(one.from), to.entity(one.to), to.relation(one)];
  const predicate = to.own(relationName(one.type));
  yield quad(from, predicate, end);
  for (const other of relationsAlso[one.type] ?? []) yield quad(from, term(other), end);
  yield quad(about, type, to.own("Relation"));
  yield quad(about, type, term("rdf:Statement"));
  yield quad(about, term("rdf:subject"), from);
  yield quad(about, term("rdf:predicate"), predicate);
  yield quad(about, term("rdf:object"), end);
  yield* stated(to, about, relationPropertiesOf(one.type), one.properties);
  yield* cited(to, about, one.properties.sources, documents);
}

/** What the triples are of: the dataset, its version, and whether something was left out. */
export function* datasetQuads(
  to: Addresses,
  { version, cut }: Pick<Graph, "version" | "cut">,
): Generator<Quad> {
  yield quad(to.dataset, type, term("schema:Dataset"));
  yield quad(to.dataset, term("schema:name"), literal("Industry Graph"));
  if (version !== null) yield quad(to.dataset, term("schema:version"), literal(version));
  yield quad(to.dataset, to.own("cut"), literal(String(cut), term("xsd:boolean")));
}

/** The triples of a part. */
export function* partQuads(to: Addresses, part: GraphPart, documents: Graph["documents"]): Generator<Quad> {
  for (const one of part.entities) yield* entityQuads(to, one, documents);
  for (const one of part.relations) yield* relationQuads(to, one, documents);
}
