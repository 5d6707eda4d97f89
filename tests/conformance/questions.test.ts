// Each question file is well formed, is accepted by the engines it is for, and runs as it stands.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { parseQuestion, type Question, readQuestions } from "../../src/graph/question.ts";
import { loadFolder } from "../../src/load/load.ts";
import { kindNames, kindOf } from "../../src/ontology/model.ts";
import type { GraphStore, Json, Parameters } from "../../src/store/port.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

/** An id to ask about, of each kind that the fixture has; none is there for the others. */
function idOf(kind: string): string {
  const rows = fixture.entities?.[kind] ?? [];
  const prefix = kindNames.find((one) => one === kind);
  return String(rows[0]?.id ?? `${prefix === undefined ? "entity" : kindOf(prefix).prefix}:none`);
}

const samples: Readonly<Record<string, Json>> = {
  metric: "output",
  numerator: "output",
  denominator: "patents",
  period: "2022",
  hits: [{ id: "enterprise:xinhongye", score: 1, matched: "鑫宏业" }],
  id: "enterprise:xinhongye",
  from: "enterprise:xinhongye",
  to: "region:province",
};

const counts = { eligible: 1, nearly: 0, unknown: 2, ineligible: 0 };

/** What code may give for a measure or a certification. */
const standingOf = (parent: string): Json => [
  {
    parent,
    rows: [{ id: "enterprise:xinhongye", rank: 1, rung: 1 }],
    total: 1,
    before: counts,
    after: counts,
  },
];

function sampleOf(name: string, type: string, fallback: Json): Json {
  if (name === "standing") return null;
  if (fallback !== null) return fallback;
  const bare = type.replace(/!$/, "");
  if (name in samples && !/Date/.test(type)) return samples[name] ?? null;
  if (!type.endsWith("!")) return null;
  if (bare.startsWith("[")) return ["enterprise:xinhongye", "region:east"];
  if (/^(Int|Float)/.test(bare)) return 2;
  if (bare === "Boolean") return false;
  if (bare === "Date" || bare === "Period") return "2022";
  return bare === "ID" ? "enterprise:xinhongye" : "output";
}

/** Parameters for a run: samples where an argument is required, else null; and the id of a parent. */
function parametersFor(question: Question): Parameters {
  const given = Object.fromEntries(
    question.args.map(({ name, type, fallback }) => [name, sampleOf(name, type, fallback)]),
  );
  const [on] = question.on;
  if (on === undefined) return given;
  const id = idOf(on === "Entity" || on === "Relation" ? "Enterprise" : on);
  return { ...given, id, ...("standing" in given ? { standing: standingOf(id) } : {}) };
}

describeEachEngine("each question file", (open, engine) => {
  const questions = [...readQuestions(undefined, engine.name).values()];
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    await loadFolder(store, writeFolder(fixture));
  });

  test.each(questions.map((question) => [question.name, question] as const))("%s", async (_, question) => {
    const text = readFileSync(question.file, "utf8");
    const parameters = parametersFor(question);
    await store.read(`EXPLAIN ${question.statement}`, parameters);
    // As it stands, with its header and its marks: what is pasted into Neo4j Browser.
    const rows = await store.read(text, parameters);
    for (const row of rows) expect(Object.keys(row).sort()).toEqual([...question.columns.keys()].sort());
  });
});

describe("a file that is no question is refused, naming the file and what is wrong", () => {
  const body =
    "MATCH (parent:Park {id: $id})\n\nMATCH (parent)<-[:LOCATED_IN]-(node:Enterprise)\n\nRETURN node";
  const header = "// x: y.\n// on: Park\n// returns: node\n\n";
  test("but one that is well formed is taken", () => {
    const question = parseQuestion("park.some.cypher", header + body);
    expect([question.name, question.title, question.on]).toEqual(["park.some", "x: y.", ["Park"]]);
  });
  test.each<[string, string, RegExp]>([
    [
      "neither root nor on",
      header.replace("// on: Park\n", "") + body,
      /either `\/\/ root` or `\/\/ on: Kind`/,
    ],
    ["both root and on", `// root\n${header}${body}`, /either `\/\/ root` or `\/\/ on: Kind`/],
    [
      "a parameter that is not in args",
      header + body.replace(":Enterprise)", ":Enterprise {name: $name})"),
      /\$name is not in args/,
    ],
    [
      "an argument that is not used",
      header.replace("// returns", "// args: name: String\n// returns") + body,
      /argument name is not used/,
    ],
    [
      "an argument without a type",
      header.replace("// returns", "// args: name\n// returns") + body,
      /name is not name: Type/,
    ],
    [
      "other columns than returned",
      header.replace("returns: node", "returns: node, score") + body,
      /returns: says node, score/,
    ],
    ["a column without a name", header + body.replace("RETURN node", "RETURN node.name"), /needs a name/],
    [
      "no RETURN at the end",
      header + body.replace("RETURN node", "WITH node"),
      /last paragraph must be RETURN/,
    ],
    ["no body", `${header}MATCH (parent:Park {id: $id})\n\nRETURN parent AS node`, /no body/],
    ["no parent", header + body.replaceAll("parent", "park"), /must bind `parent`/],
  ])("%s", (_, text, says) => {
    expect(() => parseQuestion("park.some.cypher", text)).toThrow(/park\.some\.cypher/);
    expect(() => parseQuestion("park.some.cypher", text)).toThrow(says);
  });
});
