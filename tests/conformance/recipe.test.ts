// The README's recipe: a new type of relation touches the ontology, one CSV, one SDL field and one line of the
// field map, and is then loaded, found, followed and answered like any other. Done on a copy of the project.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "industry-graph-recipe-"));

function run(args: readonly string[], more: Readonly<Record<string, string>> = {}): string {
  return execFileSync(process.execPath, args, {
    cwd: copy,
    encoding: "utf8",
    env: {
      ...process.env,
      NEO4J_URI: "",
      DATA_DIR: join(copy, "data"),
      SEED_DIR: join(copy, "seed"),
      ...more,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Puts text in front of the first place where a file of the copy has `before`. */
function insert(file: string, before: string, text: string): void {
  const old = readFileSync(join(copy, file), "utf8");
  const at = old.indexOf(before);
  if (at === -1) throw new Error(`${file} has no ${before}`);
  writeFileSync(join(copy, file), `${old.slice(0, at)}${text}${old.slice(at)}`);
}

const ask = `
import { createService } from "./src/api/service.ts";
import { loadFolder } from "./src/load/load.ts";
import { openEmbedded } from "./src/store/embedded.ts";
import { parse, validate } from "graphql";
const store = openEmbedded();
await loadFolder(store, process.env.SEED_DIR ?? "");
const { schema, executor } = createService(store);
const document = parse(process.env.QUERY ?? "");
const errors = validate(schema, document);
const answer = errors.length > 0 ? { errors } : await executor({ schema, document });
process.stdout.write(JSON.stringify(answer));
await store.close();
`;

beforeAll(() => {
  for (const part of [
    "bin",
    "src",
    "schema",
    "schema.graphql",
    "cypher",
    "seed",
    "scripts",
    "docs",
    "README.md",
    "package.json",
    "tsconfig.json",
  ])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  insert(
    "src/ontology/relations.ts",
    "  SUPPLIES: {",
    `  COMPETES_WITH: {
    from: ["Enterprise"],
    to: ["Enterprise"],
    title: { zh: "竞争", en: "competes with" },
    inverse: { zh: "竞争", en: "competes with" },
    doc: "Sells the same to the same customers.",
    properties: { product: text("产品", "product", "What both sell.") },
  },
`,
  );
  const header = run(["--import", "tsx", "src/cli.ts", "template", "COMPETES_WITH"]);
  const columns = header.trim().split(",");
  const values: Readonly<Record<string, string>> = {
    from: "鑫宏业",
    to: "enterprise:zhongke-weizhi",
    product: "线缆",
    sources: "002_9915ebdee877c537:22",
  };
  writeFileSync(
    join(copy, "seed/relations/COMPETES_WITH.csv"),
    `${header}${columns.map((column) => values[column] ?? "").join(",")}\n`,
  );
  insert(
    "schema/enterprise.graphql",
    `  "机构: institutions it cooperates with`,
    `  "竞争对手: enterprises it competes with."\n  competitors(first: Int = 20, after: String): EnterpriseConnection!\n`,
  );
  insert(
    "src/api/fields.ts",
    `    institutions: connection("COOPERATES_WITH", "both"),`,
    `    competitors: connection("COMPETES_WITH", "both"),\n`,
  );
  writeFileSync(join(copy, "ask.ts"), ask);
});

describe("a type of relation added in four places", () => {
  test("compiles, and what is derived of the ontology has it", () => {
    run(["node_modules/typescript/bin/tsc", "--noEmit"]);
    run(["--import", "tsx", "scripts/generate.ts"]);
    expect(readFileSync(join(copy, "docs/model.md"), "utf8")).toContain("COMPETES_WITH");
    expect(readFileSync(join(copy, "docs/neo4j.grass"), "utf8")).not.toBe("");
  });

  test("is loaded with its ends resolved, and followed from both of them", () => {
    const query = `{
      a: enterprise(name: "鑫宏业") { competitors { totalCount edges { product status node { id } sources { line } } } }
      b: enterprise(id: "enterprise:zhongke-weizhi") { competitors { nodes { id } } relations(types: [COMPETES_WITH]) { nodes { id type properties } } }
      __type(name: "RelationType") { enumValues { name description } }
    }`;
    const answer = JSON.parse(run(["--import", "tsx", "ask.ts"], { QUERY: query })) as {
      data: { a: unknown; b: unknown; __type: { enumValues: unknown[] } };
      errors?: unknown;
    };
    expect(answer.errors).toBeUndefined();
    expect(answer.data.a).toEqual({
      competitors: {
        totalCount: 1,
        edges: [
          {
            product: "线缆",
            status: "STATED",
            node: { id: "enterprise:zhongke-weizhi" },
            sources: [{ line: 22 }],
          },
        ],
      },
    });
    expect(answer.data.b).toEqual({
      competitors: { nodes: [{ id: "enterprise:xinhongye" }] },
      relations: {
        nodes: [
          {
            id: "COMPETES_WITH|enterprise:xinhongye|enterprise:zhongke-weizhi",
            type: "COMPETES_WITH",
            properties: { product: "线缆" },
          },
        ],
      },
    });
    expect(answer.data.__type.enumValues).toContainEqual({
      name: "COMPETES_WITH",
      description: "竞争: Sells the same to the same customers.",
    });
  });

  test("its file is checked like any other", () => {
    writeFileSync(
      join(copy, "seed/relations/COMPETES_WITH.csv"),
      `${readFileSync(join(copy, "seed/relations/COMPETES_WITH.csv"), "utf8")}region:xishan,nobody,,,,,,,\n`,
    );
    let told = "";
    try {
      run(["--import", "tsx", "src/cli.ts", "check", join(copy, "seed")]);
    } catch (error) {
      told = String((error as { stderr?: string }).stderr);
    }
    expect(told).toMatch(/relations\/COMPETES_WITH\.csv:3/);
  });
});
