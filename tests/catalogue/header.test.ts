// What is wrong with an operation file is told with its line, all of it at once.
import { describe, expect, test } from "vitest";
import { buildSchema } from "../../src/api/schema.ts";
import { readCatalogue, readOperation } from "../../src/catalogue/read.ts";
import { writeFolder } from "../support/folder.ts";

const schema = buildSchema();

function problems(file: string, text: string): string[] {
  const told: string[] = [];
  readOperation(schema, file, text, (line, message) => told.push(`${line}: ${message}`));
  return told;
}

const sound = `# 园区 | Parks
# 有哪些园区。 | Which parks there are.
# table: parks.nodes
# $first: 行数 | rows
query MyParks($first: Int = 5) {
  parks(first: $first) { totalCount nodes { id name } }
}
`;

describe("an operation file", () => {
  test("is read with its title, variables and table", () => {
    expect(problems("my-parks.graphql", sound)).toEqual([]);
    const operation = readOperation(schema, "my-parks.graphql", sound, () => undefined);
    expect(operation).toMatchObject({
      name: "my-parks",
      title: { zh: "园区", en: "Parks" },
      table: ["parks", "nodes"],
      variables: [{ name: "first", required: false, fallback: 5, about: { zh: "行数", en: "rows" } }],
    });
  });

  const cases: readonly [string, string, string, string][] = [
    [
      "a name that is not the file's",
      "my-parks.graphql",
      sound.replace("MyParks", "Parks"),
      "1: the query is named Parks",
    ],
    [
      "a title in one language",
      "my-parks.graphql",
      sound.replace("园区 | Parks", "Parks"),
      "1: write it in both languages",
    ],
    [
      "a table that is no list",
      "my-parks.graphql",
      sound.replace("parks.nodes", "parks"),
      "3: table: parks is no list",
    ],
    [
      "a table that is not selected",
      "my-parks.graphql",
      sound.replace("parks.nodes", "parks.edges"),
      "3: table: nothing is selected as edges; there are totalCount, nodes",
    ],
    [
      "a variable without a line",
      "my-parks.graphql",
      sound.replace("# $first: 行数 | rows\n", ""),
      "4: $first has no line in the header",
    ],
    [
      "a line without a variable",
      "my-parks.graphql",
      sound.replace("# $first", "# $last: 行 | rows\n# $first"),
      "4: the query has no variable $last",
    ],
    [
      "a field that is not there",
      "my-parks.graphql",
      sound.replace("id name", "id nam"),
      '6: Cannot query field "nam"',
    ],
    ["a syntax error", "my-parks.graphql", sound.replace("{ id name }", "{ id name "), "8: Syntax Error"],
    [
      "an example that is no JSON",
      "my-parks.graphql",
      sound.replace("| rows", "| rows | five"),
      "4: the example is JSON",
    ],
    [
      "a mutation",
      "my-parks.graphql",
      sound.replace("query MyParks", "mutation MyParks"),
      "1: a file holds one query",
    ],
    [
      "pages without pageInfo",
      "my-parks.graphql",
      sound
        .replace("# $first", "# $after: 游标 | cursor\n# $first")
        .replace("(first: $first)", "(first: $first, after: $after)")
        .replace("$first: Int = 5", "$first: Int = 5, $after: String"),
      "3: a list that is read page by page selects pageInfo",
    ],
    [
      "the connection in place of its list",
      "my-parks.graphql",
      sound.replace("parks.nodes", "parks"),
      "3: table: parks is no list; parks.nodes is",
    ],
    [
      "a part of a list that does not say so",
      "my-parks.graphql",
      sound.replace("totalCount ", ""),
      "3: table: parks may go on after the rows that are given: select its totalCount",
    ],
    [
      "a bound of a list that has no total",
      "my-parks.graphql",
      sound
        .replace("parks.nodes", "search")
        .replace(
          "parks(first: $first) { totalCount nodes { id name } }",
          'search(text: "a", first: 3) { score } parks(first: $first) { totalCount }',
        ),
      "3: table: search may go on after the rows that are given: let its first be a variable",
    ],
    [
      "pages of a list within a list",
      "my-parks.graphql",
      sound
        .replace("parks.nodes", "parks.nodes.enterprises.nodes")
        .replace("# $first", "# $after: 游标 | cursor\n# $first")
        .replace("$first: Int = 5", "$first: Int = 5, $after: String")
        .replace(
          "(first: $first) { totalCount nodes { id name } }",
          "{ totalCount nodes { enterprises(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id } } } }",
        ),
      "3: table: parks.nodes.enterprises is a list within a list",
    ],
  ];
  test.each(cases)("with %s is refused", (_, file, text, told) => {
    expect(problems(file, text).join("\n")).toContain(told);
  });

  test("with several faults tells all, with the file", () => {
    const folder = writeFolder({
      files: {
        "a.graphql": sound,
        "my-parks.graphql": sound.replace("# table: parks.nodes\n", "").replace("园区 | Parks", "Parks"),
      },
    });
    expect(() => readCatalogue(schema, [folder])).toThrow(
      /a\.graphql:1 the query is named MyParks[\s\S]*my-parks\.graphql:1 write it[\s\S]*my-parks\.graphql:1 the header names the list/,
    );
  });

  test("of a later folder takes the place of an earlier one's", () => {
    const [one, other] = [sound, sound.replace("Parks\n", "My parks\n")].map((text) =>
      writeFolder({ files: { "my-parks.graphql": text } }),
    );
    expect(readCatalogue(schema, [one ?? "", other ?? ""]).get("my-parks")?.title.en).toBe("My parks");
  });
});
