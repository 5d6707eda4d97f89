// The recipes of CONTRIBUTING.md, done on a copy of the project: a type of relation with a property of its own, and a
// kind of entity. Each is then checked, loaded, found, followed and answered like any other.
import { beforeAll, describe, expect, test } from "vitest";
import { copyProject } from "../support/project-copy.ts";

const citation = "002_9915ebdee877c537:22";

describe("a type of relation: a definition, a CSV file, a line of SDL, a line of the field map", () => {
  const copy = copyProject("relation");
  const csv = "seed/relations/LICENSES_TO.csv";

  beforeAll(() => {
    copy.insert(
      "src/ontology/relations.ts",
      "  SUPPLIES: {",
      `  LICENSES_TO: {
    from: ["Enterprise"],
    to: ["Enterprise"],
    title: { zh: "许可", en: "licenses to" },
    inverse: { zh: "获许可自", en: "licensed by" },
    doc: "Lets the other use patents of its own.",
    properties: { patents: integer("专利数", "patents", "How many patents.") },
  },
`,
    );
    copy.writeRows(csv, "LICENSES_TO", [
      { from: "鑫宏业", to: "enterprise:zhongke-weizhi", patents: "3", sources: citation },
    ]);
    copy.insert(
      "schema/enterprise.graphql",
      `  "机构: institutions it cooperates with`,
      "  licensees(first: Int = 20, after: String): EnterpriseConnection!\n",
    );
    copy.insert(
      "src/api/fields.ts",
      `    institutions: connection("COOPERATES_WITH", "both"),`,
      `    licensees: connection("LICENSES_TO"),\n`,
    );
  });

  test("compiles, and what is derived of the ontology has it", () => {
    copy.run(["scripts/generate.ts"]);
    copy.run(["node_modules/typescript/bin/tsc", "--noEmit"]);
    expect(copy.read("docs/model.md")).toContain("LICENSES_TO");
    expect(copy.read("schema.graphql")).toContain(
      "许可: licenses to. Lets the other use patents of its own.",
    );
  });

  test("is loaded with its ends resolved, answered with its property, and followed from both ends", () => {
    const answer = copy.ask(`{
      a: enterprise(name: "鑫宏业") {
        licensees { totalCount edges { patents status node { id } sources { line } } }
      }
      b: enterprise(id: "enterprise:zhongke-weizhi") {
        relations(types: [LICENSES_TO], direction: IN) { nodes { id from { id } properties } }
      }
      __type(name: "RelationType") { enumValues { name description } }
    }`) as { data: { a: unknown; b: unknown; __type: { enumValues: unknown[] } } };
    expect(answer).not.toHaveProperty("errors");
    const edge = { patents: 3, status: "STATED", node: { id: "enterprise:zhongke-weizhi" } };
    expect(answer.data.a).toEqual({
      licensees: { totalCount: 1, edges: [{ ...edge, sources: [{ line: 22 }] }] },
    });
    const id = "LICENSES_TO|enterprise:xinhongye|enterprise:zhongke-weizhi";
    expect(answer.data.b).toEqual({
      relations: { nodes: [{ id, from: { id: "enterprise:xinhongye" }, properties: { patents: 3 } }] },
    });
    expect(answer.data.__type.enumValues).toContainEqual({
      name: "LICENSES_TO",
      description: "许可: Lets the other use patents of its own.",
    });
  });

  test("its name stands in both directions where the model is read", () => {
    expect(copy.read("docs/model.md")).toMatch(/LICENSES_TO.*许可.*获许可自/);
  });

  test("its file is checked like any other", () => {
    copy.write(csv, `${copy.read(csv)}region:xishan,nobody,,many,,,,,,\n`);
    let told = "";
    try {
      copy.run(["src/cli.ts", "check", `${copy.folder}/seed`]);
    } catch (error) {
      told = String((error as { stderr?: string }).stderr);
    }
    expect(told).toMatch(/relations\/LICENSES_TO\.csv:3 .*from/);
    expect(told).toMatch(/relations\/LICENSES_TO\.csv:3 .*patents/);
  });
});

describe("a kind of entity: a definition, a CSV file, an SDL file under 40 lines, a block of the field map", () => {
  const copy = copyProject("kind");
  const sdl = `extend type Standard {
  "发布机构: institutions that issued it."
  issuers(first: Int = 20, after: String): InstitutionConnection!
}

"筛选: which standards to list; what is given must all hold."
input StandardFilter {
  "类型: of the sort."
  standardType: StandardType
  "文字: a name or alias contains the text, or its pinyin does."
  text: String
}
`;

  beforeAll(() => {
    copy.insert(
      "src/ontology/kinds-evidence.ts",
      "  Conflict: {",
      `  Standard: {
    title: { zh: "标准", en: "Standard" },
    field: "standard",
    plural: "standards",
    prefix: "standard",
    doc: "A technical standard.",
    colour: "#7A9E9F",
    properties: {
      code: text("标准号", "code", "Its number.", { unique: true }),
      issued: date("发布日期", "issued", "When it was issued."),
      standardType: oneOf(
        enumeration("StandardType", "标准类型: what sort of standard it is.", {
          NATIONAL: ["国家标准", "of the country."],
          GROUP: ["团体标准", "of an association."],
        }),
        "标准类型",
        "standard type",
        "What sort of standard it is.",
        { indexed: true },
      ),
    },
  },
`,
    );
    copy.insert("src/ontology/kinds-evidence.ts", "float,", "enumeration, ");
    copy.insert(
      "src/ontology/relations.ts",
      `"Policy", "Certification", "Programme", "Document", "Measure"`,
      `"Standard", `,
    );
    copy.write("schema/standard.graphql", sdl);
    copy.insert("src/api/fields.ts", "  Fund: {", `  Standard: { issuers: connection("ISSUED_BY") },\n`);
    copy.insert(
      "src/api/filters.ts",
      "  FundFilter: {",
      `  StandardFilter: { standardType: equals("standardType"), text: containsText() },\n`,
    );
    copy.writeRows("seed/entities/Standard.csv", "Standard", [
      {
        id: "standard:cable",
        name: "新能源汽车线缆标准",
        code: "T/1-2023",
        issued: "2023-05",
        standardType: "GROUP",
        sources: citation,
      },
      { id: "standard:older", name: "电线标准", issued: "2019", standardType: "NATIONAL", sources: citation },
    ]);
    const issued = copy.read("seed/relations/ISSUED_BY.csv");
    const columns = (issued.split("\n")[0] ?? "").split(",");
    const issuer = /institution:[\w-]+/.exec(issued)?.[0] ?? "";
    const values: Readonly<Record<string, string>> = {
      from: "standard:cable",
      to: issuer,
      sources: citation,
    };
    copy.write(
      "seed/relations/ISSUED_BY.csv",
      `${issued}${columns.map((one) => values[one] ?? "").join(",")}\n`,
    );
  });

  test("compiles, and its type, page, orders and root fields are there", () => {
    expect(sdl.split("\n").length).toBeLessThan(40);
    copy.run(["scripts/generate.ts"]);
    copy.run(["node_modules/typescript/bin/tsc", "--noEmit"]);
    expect(copy.read("docs/model.md")).toContain("标准");
  });

  test("is found by id, key and name, listed by filter and order, searched, and leads on", () => {
    const answer = copy.ask(`{
      byCode: standard(code: "T/1-2023") { name issued standardType issuers { totalCount } }
      byName: standard(name: "电线标准") { id sources { line } }
      standards(filter: { standardType: GROUP }, orderBy: [{ field: ISSUED, direction: DESC }]) {
        totalCount
        nodes { id kind }
      }
      all: standards(orderBy: [{ field: ISSUED }]) { nodes { id } }
      search(text: "线缆标准") { entity { id } }
    }`) as { data: Record<string, unknown> };
    expect(answer).not.toHaveProperty("errors");
    expect(answer.data).toEqual({
      byCode: {
        name: "新能源汽车线缆标准",
        issued: "2023-05",
        standardType: "GROUP",
        issuers: { totalCount: 1 },
      },
      byName: { id: "standard:older", sources: [{ line: 22 }] },
      standards: { totalCount: 1, nodes: [{ id: "standard:cable", kind: "STANDARD" }] },
      all: { nodes: [{ id: "standard:older" }, { id: "standard:cable" }] },
      search: [{ entity: { id: "standard:cable" } }],
    });
  });
});
