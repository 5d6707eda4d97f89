// docs/model.md: the ontology for readers, with a diagram. Derived, never edited by hand.

import { nodeEvidence, nodeProperties, relationEnds, relationEvidence } from "../../src/ontology/common.ts";
import { isSearched, type Properties, type Property } from "../../src/ontology/definitions.ts";
import { derivedOf, derivedOfRelations } from "../../src/ontology/derived.ts";
import {
  type Kind,
  kindNames,
  kindOf,
  relationOf,
  relationPropertiesOf,
  relationTypes,
} from "../../src/ontology/model.ts";

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function marks(property: Property, ofNode: boolean): string {
  const words = [
    property.required ? "required" : "",
    property.unique ? "unique" : "",
    property.indexed ? "indexed" : "",
    ofNode && isSearched(property) ? "searched" : "",
  ];
  return words.filter((word) => word !== "").join(", ");
}

function typeOf(property: Property): string {
  if (property.type === "enum") {
    const titles = property.enumeration?.values ?? {};
    const values = (property.values ?? []).map((value) =>
      [`\`${value}\``, titles[value]?.[0] ?? ""].join(" ").trim(),
    );
    return values.join(", ");
  }
  return property.unit === undefined ? property.type : `${property.type}, ${property.unit}`;
}

function propertyTable(properties: Properties, ofNode = true): string {
  const rows = Object.entries(properties).map(
    ([name, property]) =>
      `| \`${name}\` | ${property.title.zh} | ${typeOf(property)} | ${marks(property, ofNode)} | ${cell(property.doc)} |`,
  );
  return ["| property | 名称 | type, unit | | meaning |", "|---|---|---|---|---|", ...rows].join("\n");
}

/** Each type of relation once, between the ends named first in the ontology: those it is most used for. */
function diagram(): string {
  const arrows = new Map<string, string[]>();
  for (const type of relationTypes) {
    const { from, to } = relationOf(type);
    const pair = `${from[0]} ${to[0]}`;
    arrows.set(pair, [...(arrows.get(pair) ?? []), type]);
  }
  const nodes = kindNames.map((kind) => `  ${kind}["${kindOf(kind).title.zh}<br/>${kind}"]`);
  const lines = [...arrows].map(([pair, types]) => {
    const [start, end] = pair.split(" ");
    return `  ${start} -->|${types.join("<br/>")}| ${end}`;
  });
  const styles = kindNames.map(
    (kind) => `  style ${kind} fill:${kindOf(kind).colour},stroke:#333,color:#000`,
  );
  return ["```mermaid", "flowchart LR", ...nodes, ...lines, ...styles, "```"].join("\n");
}

/** Properties in a sentence, each with its meaning. */
function listed(properties: Properties): string {
  return Object.entries(properties)
    .map(
      ([name, { doc }]) => `\`${name}\` (${doc.charAt(0).toLowerCase()}${doc.slice(1).replace(/\.$/, "")})`,
    )
    .join(", ");
}

function kindSection(kind: Kind): string {
  const { title, doc, prefix, properties } = kindOf(kind);
  const derived = derivedOf(kind);
  const out = relationTypes.filter((type) => relationOf(type).from.includes(kind));
  const into = relationTypes.filter((type) => relationOf(type).to.includes(kind));
  const list = (types: readonly string[]): string => types.map((type) => `\`${type}\``).join(", ") || "none";
  return [
    `### ${kind} ${title.zh}`,
    `${doc} Ids begin with \`${prefix}:\`.`,
    ...(Object.keys(properties).length === 0 ? [] : [propertyTable(properties)]),
    ...(Object.keys(derived).length === 0 ? [] : [`Derived when loading: ${listed(derived)}.`]),
    `From it: ${list(out)}. To it: ${list(into)}.`,
  ].join("\n\n");
}

function relationSection(): string {
  const rows = relationTypes.map((type) => {
    const { from, to, title, inverse, doc, properties } = relationOf(type);
    const own = Object.entries(properties)
      .map(([name, property]) => `\`${name}\`${property.unit === undefined ? "" : ` (${property.unit})`}`)
      .join(", ");
    return `| \`${type}\` | ${title.zh} / ${inverse.zh} | ${from.join(", ")} | ${to.join(", ")} | ${own} | ${cell(doc)} |`;
  });
  return [
    "| type | there / back | from | to | own properties | meaning |",
    "|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

/** The whole page. */
export function modelPage(): string {
  const relationCommon = Object.keys(relationPropertiesOf("LOCATED_IN")).map((name) => `\`${name}\``);
  return [
    "# The model",
    "<!-- Made by `npm run generate` from src/ontology. Do not edit. -->",
    `${kindNames.length} kinds of entities and ${relationTypes.length} types of relations. The diagram shows each type of relation once, between the ends it is most used for; the table at the end names them all.`,
    diagram(),
    "## Every entity",
    propertyTable({ ...nodeProperties, ...nodeEvidence }),
    "Each node also has the label `Entity`, and derived properties that searching and sorting use: `searchText`, `toldText`, `nearText`, `sortName` (pinyin), `nameKey`, `hash`.",
    "## Every relation",
    propertyTable({ ...relationEnds, ...relationEvidence }, false),
    `Stored on the relation are its \`id\` (type, ends and key), its own properties, and ${relationCommon.join(", ")}; and derived when loading: ${listed(derivedOfRelations)}.`,
    "## Kinds",
    ...kindNames.map(kindSection),
    "## Relations",
    relationSection(),
    "",
  ].join("\n\n");
}
