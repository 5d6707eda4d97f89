// Each question file is well formed, is accepted by the engines it is for, and runs as it stands.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { loadFolder } from "../../src/load/load.ts";
import { paramLines, readParamLine } from "../../src/questions/param-lines.ts";
import { parseQuestion } from "../../src/questions/parse.ts";
import { readQuestions } from "../../src/questions/read.ts";
import type { GraphStore, Parameters } from "../../src/store/port.ts";
import { describeEachEngine } from "../support/engines.ts";

const seed = fileURLToPath(new URL("../../seed", import.meta.url));

/** Reports of what is wrong with the data: of the shipped data nothing may be. */
const mayBeEmpty = [
  "enterprise.by-industry",
  "entity.former-names",
  "quality.duplicates",
  "quality.projects-out-of-order",
  "quality.uncovered-sources",
];

describeEachEngine("each question file", (open, engine) => {
  const questions = [...readQuestions(undefined, engine.name).values()];
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    await loadFolder(store, seed);
  });

  test.each(questions.map((question) => [question.name, question] as const))(
    "%s runs as it is pasted, and its own parameters find something in the shipped data",
    async (_, question) => {
      // With its header, its comments and the values of its `:param` lines: what is pasted into Neo4j Browser.
      const rows = await store.read(readFileSync(question.file, "utf8"), question.samples);
      for (const row of rows) expect(Object.keys(row).sort()).toEqual([...question.columns.keys()].sort());
      expect(rows.length > 0 || mayBeEmpty.includes(question.name)).toBe(true);
      // What is pasted is what answers.
      expect(await store.read(question.statement, question.samples)).toEqual(rows);
    },
  );
});

describe("a file that is no question is refused, naming the file and what is wrong", () => {
  const body =
    "MATCH (parent:Park {id: $id})\n\nMATCH (parent)<-[:LOCATED_IN]-(node:Enterprise)\n\nRETURN node";
  const params = "/* To try it:\n:param id => 'park:a';\n*/\n";
  const header = `${params}// x: y.\n// on: Park\n// returns: node\n\n`;
  test("but one that is well formed is taken", () => {
    const question = parseQuestion("park.some.cypher", header + body);
    expect([question.name, question.title, question.on]).toEqual(["park.some", "x: y.", ["Park"]]);
  });
  test.each<[string, string, RegExp]>([
    [
      "rows of a CALL that are read as they come, of which an engine loses some",
      `${header}MATCH (parent:Park {id: $id})

CALL (parent) {
  MATCH (parent)<-[:LOCATED_IN]-(node:Enterprise)
  RETURN node
}
WITH DISTINCT node

RETURN node`,
      /line 10: the rows of the CALL .* write UNWIND \[0\] AS cut after it/,
    ],
    [
      "a name that stands for a relation and then for a node",
      `${header}MATCH (parent:Park {id: $id})

MATCH (parent)<-[x:LOCATED_IN]-(:Enterprise) WITH parent, count(x) AS number
MATCH (parent)<-[:HOSTS]-(x:Enterprise) WITH x AS node

RETURN node`,
      /x stands for a relation first and for a node after it/,
    ],
    [
      "neither root nor on",
      header.replace("// on: Park\n", "") + body,
      /either `\/\/ root` or `\/\/ on: Kind`/,
    ],
    [
      "both root and on",
      header.replace("// on", "// root\n// on") + body,
      /either `\/\/ root` or `\/\/ on: Kind`/,
    ],
    [
      "a parameter that is not in args",
      header + body.replace(":Enterprise)", ":Enterprise {name: $name})"),
      /\$name is not in args/,
    ],
    [
      "an argument that is not used",
      header
        .replace("*/", ":param name => null;\n*/")
        .replace("// returns", "// args: name: String\n// returns") + body,
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
    [
      "an argument without a value to try",
      header.replace("// returns", "// args: name: String\n// returns") +
        body.replace("})", ", name: $name})"),
      /needs a line :param name/,
    ],
    ["no value for the parent", header.replace(params, "") + body, /needs a line :param id/],
    [
      "a value of no argument",
      header.replace("*/", ":param name => 1;\n*/") + body,
      /:param name is no parameter of the question/,
    ],
    ["a `:param` line that is none", header.replace("=>", "=") + body, /is not :param name => value;/],
    [
      "a clause that no question may have",
      header + body.replace("RETURN", "DELETE node\n\nRETURN"),
      /DELETE/,
    ],
    ["no body", `${header}MATCH (parent:Park {id: $id})\n\nRETURN parent AS node`, /no body/],
    ["no parent", header + body.replaceAll("parent", "park"), /must bind `parent`/],
  ])("%s", (_, text, says) => {
    expect(() => parseQuestion("park.some.cypher", text)).toThrow(/park\.some\.cypher/);
    expect(() => parseQuestion("park.some.cypher", text)).toThrow(says);
  });
});

test("`:param` lines give back the values that they are written of", () => {
  const parameters: Parameters = {
    text: 'it\'s a \\ "q"\n鑫',
    whole: 20,
    part: -0.5,
    yes: true,
    none: null,
    list: ["a", [1, 2]],
    map: { rank: 2, "odd key": [{ deep: null }] },
  };
  expect(Object.fromEntries(paramLines(parameters).map(readParamLine))).toEqual(parameters);
});
