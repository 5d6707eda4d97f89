// docs/neo4j.grass: the style of Neo4j Browser, so that kinds have their colours and nodes show their names: large
// enough for a Chinese name, which is not split at spaces.
import { kindNames, kindOf } from "../../../src/ontology/model.ts";
import { contrast } from "./colours.ts";

function darker(colour: string): string {
  const parts = [1, 3, 5].map((at) => Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * 0.8));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}

/** The colour of words on a colour: the one of two that is read better. */
function wordsOn(colour: string): string {
  const [dark, bright] = ["#14161C", "#FFFFFF"] as const;
  return contrast(dark, colour) > contrast(bright, colour) ? dark : bright;
}

function rule(selector: string, properties: Readonly<Record<string, string>>): string {
  const lines = Object.entries(properties).map(([name, value]) => `  ${name}: ${value};`);
  return `${selector} {\n${lines.join("\n")}\n}`;
}

/** The whole style sheet. */
export function browserStyle(): string {
  const general = [
    rule("node", {
      diameter: "80px",
      color: "#A5ABB6",
      "border-color": "#9AA1AC",
      "border-width": "2px",
      "text-color-internal": "#FFFFFF",
      "font-size": "10px",
    }),
    rule("relationship", {
      color: "#A5ABB6",
      "shaft-width": "1px",
      "font-size": "8px",
      padding: "3px",
      "text-color-external": "#000000",
      "text-color-internal": "#FFFFFF",
      caption: '"<type>"',
    }),
  ];
  const kinds = kindNames.map((kind) => {
    const { colour } = kindOf(kind);
    return rule(`node.${kind}`, {
      color: colour,
      "border-color": darker(colour),
      "text-color-internal": wordsOn(colour),
      caption: '"{name}"',
    });
  });
  return `${[...general, ...kinds].join("\n\n")}\n`;
}
