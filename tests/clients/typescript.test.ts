// Types made from schema.graphql and operations/ alone: the compiler takes them, and the example that uses them runs.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveFolder, type TestServer } from "../support/server.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const run = async (...args: string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 64 * 1024 * 1024 })).stdout;

const compilerOptions = {
  target: "es2023",
  lib: ["es2023"],
  module: "nodenext",
  moduleResolution: "nodenext",
  strict: true,
  noUncheckedIndexedAccess: true,
  allowImportingTsExtensions: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true,
  types: ["node"],
};

describe("a client in TypeScript", () => {
  let server: TestServer;
  let folder: string;
  beforeAll(async () => {
    server = await serveFolder(join(root, "seed"));
    // Within the project, so that the packages are found.
    mkdirSync(join(root, ".cache"), { recursive: true });
    folder = mkdtempSync(join(root, ".cache/client-"));
    cpSync(join(root, "examples/javascript"), folder, { recursive: true });
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
    await run(join(folder, "codegen.mjs"), "--out", join(folder, "questions.ts"));
  }, 300_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await server.close();
  });

  /** What the compiler says; nothing where all is well. */
  const compile = (): Promise<string> =>
    run(join(root, "node_modules/typescript/bin/tsc"), "-p", folder).catch(
      (error: { readonly stdout: string }) => error.stdout,
    );

  test("compiles, types of every question with it", async () => {
    expect(await compile()).toBe("");
    const questions = readFileSync(join(folder, "questions.ts"), "utf8");
    expect(questions.match(/^export const \w+Document = /gm)?.length).toBeGreaterThan(40);
  }, 300_000);

  test("what a question does not give does not compile", async () => {
    const file = join(folder, "wrong.ts");
    const wrong = `import type { ParkEnterprisesQuery } from "./questions.ts";
export const colourOf = (answer: ParkEnterprisesQuery) => answer.park?.colour;
`;
    writeFileSync(file, wrong);
    const said = await compile();
    rmSync(file);
    expect(said).toMatch(/wrong\.ts.*'colour' does not exist/);
  }, 300_000);

  test.each(["锡山经济技术开发区", "宛山湖科技城"])(
    "the example prints who is in %s, each with a citation",
    async (park) => {
      const { data } = await server.ask(
        `query($park: ID!) { park(id: $park) { enterprises(first: 200) { totalCount edges { node { name } sources { document { stem } line } } } } }`,
        { park },
      );
      const { enterprises } = (
        data as {
          park: {
            enterprises: {
              totalCount: number;
              edges: { node: { name: string }; sources: { document: { stem: string }; line: number }[] }[];
            };
          };
        }
      ).park;
      const printed = await run(
        "--import",
        "tsx",
        join(folder, "enterprises-of-a-park.ts"),
        "--server",
        server.url,
        "--park",
        park,
      );
      const rows = printed
        .trim()
        .split("\n")
        .map((line) => line.split("\t"));
      expect(rows.map(([name, , places]) => [name, places])).toEqual(
        enterprises.edges.map(({ node, sources }) => [
          node.name,
          sources.map(({ document, line }) => `${document.stem}:${line}`).join(" "),
        ]),
      );
      expect(rows.length).toBe(enterprises.totalCount);
      // As the reports have it.
      if (park === "锡山经济技术开发区")
        expect(rows).toEqual([
          [
            expect.stringContaining("鑫宏业"),
            expect.stringContaining("专精特新企业"),
            "002_9915ebdee877c537:22",
          ],
        ]);
      else expect(rows.map(([, , places]) => places)).toEqual(Array(6).fill("003_5e1041fdf993ba37:19"));
    },
    300_000,
  );
});
