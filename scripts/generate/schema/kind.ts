// What a kind of the ontology is in the API: its type with its properties, its page, its edge, its orders, and the two
// root fields that find it. What leads on to other kinds, and its filter, stand in schema/ by hand.
import { type FieldDefinitionNode, print } from "graphql";
import { relationEvidence } from "../../../src/ontology/common.ts";
import type { Property } from "../../../src/ontology/definitions.ts";
import {
  type Kind,
  kindOf,
  propertiesOf,
  type RelationType,
  relationOf,
  relationPropertiesOf,
  relationTypes,
} from "../../../src/ontology/model.ts";
import { propertyField, shown } from "./properties.ts";
import { block, described, laidOut } from "./sdl.ts";

/** Fields of the interface that stand before those of a kind; the others come after. */
const first = ["id", "kind", "name", "aliases", "summary", "status"];

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const article = (noun: string): string => `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;

/** The properties that every relation has: EntityEdge tells of them. */
const evidence = new Set(Object.keys(relationEvidence));

/** The properties of relations beside those that every one has. */
function edgeProperties(types: readonly RelationType[]): Map<string, Property> {
  const all = types.flatMap((type) => shown(relationPropertiesOf(type)));
  return new Map(all.filter(([name]) => !evidence.has(name)));
}

const validity = described(
  "时点状态: whether the relation held at the date of asOf; null where none was given.",
  "validity: Validity",
);

/** schema/generated/EntityEdge.graphql: an edge to an entity of any kind tells what any relation may tell. */
export function entityEdgeFile(): string {
  const fields = [...edgeProperties(relationTypes)].map(([name, property]) =>
    propertyField(name, property, "EntityEdge", true),
  );
  return laidOut([block("extend type EntityEdge", [...fields, validity])]);
}

function type(kind: Kind, { inherited, has }: ByHand): string {
  const { title, doc } = kindOf(kind);
  const ofInterface = new Map(inherited.map((field) => [field.name.value, print(field)]));
  const own = shown(propertiesOf(kind)).filter(([name]) => !ofInterface.has(name));
  const fields: readonly (readonly [string, string])[] = [
    ...first.map((name) => [name, ofInterface.get(name) ?? ""] as const),
    ...own.map(([name, property]) => [name, propertyField(name, property, kind)] as const),
    ...[...ofInterface].filter(([name]) => !first.includes(name)),
  ];
  return described(
    `${title.zh}: ${doc}`,
    block(
      `type ${kind} implements Node & Entity`,
      fields.filter(([name]) => !has(kind, name)).map(([, field]) => field),
    ),
  );
}

function page(kind: Kind): string {
  const { title, plural } = kindOf(kind);
  return described(
    `${title.zh}列表: a page of ${plural}.`,
    block(`type ${kind}Connection`, [
      described(
        "条目: the page, each with its cursor and what its place in the list says of it.",
        `edges: [${kind}Edge!]!`,
      ),
      described(`本页${title.zh}: the ${plural} of the page, without their edges.`, `nodes: [${kind}!]!`),
      described("分页: whether there is more, and where it begins.", "pageInfo: PageInfo!"),
      described("总数: how many there are on all pages.", "totalCount: Int!"),
    ]),
  );
}

function edge(kind: Kind, everyEdge: readonly FieldDefinitionNode[]): string {
  const { title, field } = kindOf(kind);
  const types = relationTypes.filter((type) =>
    [relationOf(type).from, relationOf(type).to].some((ends) => ends.includes(kind)),
  );
  const properties = [...edgeProperties(types)].map(([name, property]) =>
    propertyField(name, property, `${kind}Edge`, true),
  );
  const fields = everyEdge.flatMap((one) => {
    if (one.name.value === "node")
      return described(`${title.zh}: the ${field} at this place.`, `node: ${kind}!`);
    return one.name.value === "sources" ? [...properties, print(one)] : print(one);
  });
  return described(
    `${title.zh}条目: ${article(field)} in a list; where the list follows a relation, with that relation's properties.`,
    block(`type ${kind}Edge`, [...fields, validity]),
  );
}

/** The name of a property among the fields of an order: stageAt is STAGE_AT. */
const orderName = (property: string): string => property.replace(/(?=[A-Z])/g, "_").toUpperCase();

function orders(kind: Kind): string[] {
  const { title, plural } = kindOf(kind);
  const byValue = Object.entries(kindOf(kind).properties).filter(([, { type }]) =>
    ["integer", "float", "date", "period"].includes(type),
  );
  const fields = [
    described("名称: the name, Chinese ones by pinyin.", "NAME"),
    ...byValue.map(([name, { title: own, doc }]) => described(`${own.zh}: ${lower(doc)}`, orderName(name))),
  ];
  return [
    described(
      `排序字段: what ${plural} are ordered by; absent values come last in both directions.`,
      block(`enum ${kind}OrderField`, fields),
    ),
    described(
      `${title.zh}排序: what to order by, and which way.`,
      block(`input ${kind}Order`, [
        described("字段: what to order by.", `field: ${kind}OrderField!`),
        described("方向: which way; ascending where left out.", "direction: OrderDirection! = ASC"),
      ]),
    ),
  ];
}

function rootFields(kind: Kind, { has }: ByHand): string[] {
  const { title, field, plural, properties } = kindOf(kind);
  const unique = Object.entries(properties).filter(([, property]) => property.unique === true);
  const keys = [
    described("标识: its id.", "id: ID"),
    ...unique.map(([name, property]) =>
      described(
        `${property.title.zh}: ${lower(property.doc)}`,
        `${name}: ${property.enumeration?.name ?? "String"}`,
      ),
    ),
    described("名称: its name or any alias, in simplified or traditional script.", "name: String"),
  ];
  const names = ["id", ...unique.map(([name]) => name)].join(", ");
  // What is founded may not have been there yet at a date.
  const dated = Object.hasOwn(properties, "founded");
  const list = [
    `filter: ${kind}Filter`,
    `orderBy: [${kind}Order!]`,
    ...(dated ? ["asOf: Date", "certain: Boolean = false"] : []),
    "first: Int = 20",
    "after: String",
  ];
  const fields: readonly (readonly [string, string, string])[] = [
    [
      field,
      `${title.zh}: one by ${names} or name; null where there is none.`,
      `(${keys.join("\n")}): ${kind}`,
    ],
    [
      plural,
      `${title.zh}列表: ${plural}, filtered, ordered, paged.`,
      `(${list.join("\n")}): ${kind}Connection!`,
    ],
  ];
  const missing = fields.filter(([name]) => !has("Query", name));
  if (missing.length === 0) return [];
  return [
    block(
      "extend type Query",
      missing.map(([name, doc, rest]) => described(doc, `${name}${rest}`)),
    ),
  ];
}

/** What the files by hand say that a kind's generated part depends on. */
export interface ByHand {
  /** Fields of the interface Entity. */
  readonly inherited: readonly FieldDefinitionNode[];
  /** Fields of EntityEdge: what every edge has. */
  readonly everyEdge: readonly FieldDefinitionNode[];
  /** Whether a type, or a field of one, is written by hand: it is not generated then. */
  readonly has: (type: string, field?: string) => boolean;
}

/** schema/generated/KIND.graphql */
export function kindFile(kind: Kind, byHand: ByHand): string {
  return laidOut([
    type(kind, byHand),
    page(kind),
    edge(kind, byHand.everyEdge),
    ...orders(kind),
    ...rootFields(kind, byHand),
  ]);
}
