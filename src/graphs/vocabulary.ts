// The vocabulary of the linked data: a class for each kind, a property for each relation and each property of the
// ontology, with titles and definitions; and the shapes (SHACL) that the data keep to.
import { DataFactory, type Quad, type Quad_Object, type Quad_Subject } from "n3";
import type { Property, Title } from "../ontology/definitions.ts";
import {
  commonRelationProperties,
  kindNames,
  kindOf,
  propertiesOf,
  relationOf,
  relationPropertiesOf,
  relationTypes,
} from "../ontology/model.ts";
import { type Addresses, term } from "./rdf.ts";
import { classesOf, datatypeOf, inverseName, propertiesAlso, relationName, relationsAlso } from "./terms.ts";

const { literal, quad, blankNode } = DataFactory;
const type = term("rdf:type");

function* named(about: Quad_Subject, title: Title, doc: string): Generator<Quad> {
  yield quad(about, term("rdfs:label"), literal(title.zh, "zh"));
  yield quad(about, term("rdfs:label"), literal(title.en, "en"));
  yield quad(about, term("rdfs:comment"), literal(doc, "en"));
}

/** Properties of kinds and relations by name, with those that have each. */
function allProperties(): ReadonlyMap<
  string,
  { readonly property: Property; readonly of: readonly string[] }
> {
  const found = new Map<string, { property: Property; of: string[] }>();
  const add = (owner: string, properties: Readonly<Record<string, Property>>): void => {
    for (const [name, property] of Object.entries(properties)) {
      if (name === "id" || property.type === "sources") continue;
      const known = found.get(name) ?? { property, of: [] };
      known.of.push(owner);
      found.set(name, known);
    }
  };
  for (const kind of kindNames) add(kind, propertiesOf(kind));
  for (const one of relationTypes) add("Relation", relationPropertiesOf(one));
  return found;
}

/** The triples of the vocabulary. */
export function* vocabularyQuads({ own, vocabulary }: Addresses): Generator<Quad> {
  yield quad(vocabulary, type, term("owl:Ontology"));
  yield* named(
    vocabulary,
    { zh: "产业图谱词汇", en: "Industry Graph vocabulary" },
    "Kinds, relations and properties of Industry Graph.",
  );
  for (const kind of kindNames) {
    const { title, doc } = kindOf(kind);
    yield quad(own(kind), type, term("owl:Class"));
    yield* named(own(kind), title, doc);
    for (const other of classesOf[kind] ?? []) yield quad(own(kind), term("rdfs:subClassOf"), term(other));
  }
  const classes = [
    [
      "Relation",
      { zh: "关系", en: "relation" },
      "A fact between two entities, as a statement of its own.",
      "rdf:Statement",
    ],
    [
      "Citation",
      { zh: "出处", en: "citation" },
      "A line of a document, in which something is said.",
      "prov:Entity",
    ],
  ] as const;
  for (const [name, title, doc, above] of classes) {
    yield quad(own(name), type, term("owl:Class"));
    yield* named(own(name), title, doc);
    yield quad(own(name), term("rdfs:subClassOf"), term(above));
  }
  for (const one of relationTypes) {
    const { title, inverse, doc, from, to } = relationOf(one);
    const about = own(relationName(one));
    yield quad(about, type, term("owl:ObjectProperty"));
    yield* named(about, title, doc);
    for (const kind of from) yield quad(about, term("schema:domainIncludes"), own(kind));
    for (const kind of to) yield quad(about, term("schema:rangeIncludes"), own(kind));
    for (const other of relationsAlso[one] ?? []) yield quad(about, term("rdfs:subPropertyOf"), term(other));
    yield quad(own(inverseName(one)), type, term("owl:ObjectProperty"));
    yield* named(own(inverseName(one)), inverse, doc);
    yield quad(about, term("owl:inverseOf"), own(inverseName(one)));
  }
  for (const [name, { property, of }] of allProperties()) {
    const unit = property.unit === undefined ? "" : ` Unit: ${property.unit}.`;
    yield quad(own(name), type, term("owl:DatatypeProperty"));
    yield* named(own(name), property.title, `${property.doc}${unit}`);
    for (const owner of new Set(of)) yield quad(own(name), term("schema:domainIncludes"), own(owner));
    for (const other of propertiesAlso[name] ?? [])
      yield quad(own(name), term("rdfs:subPropertyOf"), term(other));
  }
  const others = [
    ["line", { zh: "行", en: "line" }, "The line of a citation, counted from 1.", "Citation"],
    ["cut", { zh: "截断", en: "cut" }, "Whether there is more than a file tells.", undefined],
  ] as const;
  for (const [name, title, doc, owner] of others) {
    yield quad(own(name), type, term("owl:DatatypeProperty"));
    yield* named(own(name), title, doc);
    if (owner !== undefined) yield quad(own(name), term("schema:domainIncludes"), own(owner));
  }
}

/** A list of RDF. */
function* listOf(items: readonly Quad_Object[], head: Quad_Subject): Generator<Quad> {
  const [first, ...rest] = items;
  if (first === undefined) return;
  yield quad(head, term("rdf:first"), first);
  const next = rest.length === 0 ? term("rdf:nil") : blankNode();
  yield quad(head, term("rdf:rest"), next);
  if (rest.length > 0) yield* listOf(rest, next);
}

function* shapeOf(
  shape: Quad_Subject,
  path: Quad_Object,
  parts: readonly (readonly [string, Quad_Object])[],
): Generator<Quad> {
  const property = blankNode();
  yield quad(shape, term("sh:property"), property);
  yield quad(property, term("sh:path"), path);
  for (const [name, value] of parts) yield quad(property, term(name), value);
}

const whole = (number: number): Quad_Object => literal(String(number), term("xsd:integer"));

function* valuesShape(
  to: Addresses,
  shape: Quad_Subject,
  properties: Readonly<Record<string, Property>>,
): Generator<Quad> {
  for (const [name, property] of Object.entries(properties)) {
    if (name === "id" || property.type === "sources") continue;
    const many = property.type === "texts";
    const datatype = datatypeOf(property);
    const typed = datatype === "xsd:string" ? [] : ([["sh:datatype", term(datatype)]] as const);
    const least = name === "name" ? ([["sh:minCount", whole(1)]] as const) : [];
    const most = many ? [] : ([["sh:maxCount", whole(1)]] as const);
    const parts = [["sh:nodeKind", term("sh:Literal")] as const, ...typed, ...least, ...most];
    yield* shapeOf(shape, to.own(name), parts);
  }
}

/** The same with blank nodes numbered as they come, so that the text is the same each time. */
function* numbered(quads: Iterable<Quad>): Generator<Quad> {
  const known = new Map<string, Quad_Subject & Quad_Object>();
  const numberedNode = (value: string): Quad_Subject & Quad_Object => {
    const found = known.get(value) ?? blankNode(`b${known.size}`);
    known.set(value, found);
    return found;
  };
  for (const { subject, predicate, object } of quads)
    yield quad(
      subject.termType === "BlankNode" ? numberedNode(subject.value) : subject,
      predicate,
      object.termType === "BlankNode" ? numberedNode(object.value) : object,
    );
}

/** The shapes of entities, relations and citations. */
export const shapeQuads = (to: Addresses): Generator<Quad> => numbered(shapesOf(to));

function* shapesOf(to: Addresses): Generator<Quad> {
  for (const kind of kindNames) {
    const shape = to.own(`${kind}Shape`);
    yield quad(shape, type, term("sh:NodeShape"));
    yield quad(shape, term("sh:targetClass"), to.own(kind));
    yield* valuesShape(to, shape, propertiesOf(kind));
    for (const one of relationTypes) {
      if (!relationOf(one).from.includes(kind)) continue;
      const ends = relationOf(one).to.map((end) => {
        const node = blankNode();
        return { node, quads: [quad(node, term("sh:class"), to.own(end))] };
      });
      const list = blankNode();
      yield* shapeOf(shape, to.own(relationName(one)), [
        ["sh:nodeKind", term("sh:IRI")],
        ["sh:or", list],
      ]);
      yield* listOf(
        ends.map(({ node }) => node),
        list,
      );
      for (const { quads } of ends) yield* quads;
    }
  }
  const relation = to.own("RelationShape");
  yield quad(relation, type, term("sh:NodeShape"));
  yield quad(relation, term("sh:targetClass"), to.own("Relation"));
  for (const part of ["rdf:subject", "rdf:predicate", "rdf:object"])
    yield* shapeOf(relation, term(part), [
      ["sh:minCount", whole(1)],
      ["sh:maxCount", whole(1)],
      ["sh:nodeKind", term("sh:IRI")],
    ]);
  yield* shapeOf(relation, term("prov:wasDerivedFrom"), [["sh:class", to.own("Citation")]]);
  yield* valuesShape(to, relation, commonRelationProperties);
  const citation = to.own("CitationShape");
  yield quad(citation, type, term("sh:NodeShape"));
  yield quad(citation, term("sh:targetClass"), to.own("Citation"));
  yield* shapeOf(citation, term("dcterms:isPartOf"), [
    ["sh:minCount", whole(1)],
    ["sh:class", to.own("Document")],
  ]);
  yield* shapeOf(citation, to.own("line"), [
    ["sh:minCount", whole(1)],
    ["sh:maxCount", whole(1)],
    ["sh:datatype", term("xsd:integer")],
  ]);
}
