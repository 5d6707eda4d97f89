// The rule of eligibility as it is printed: readable lines, and breaks that change no statement.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { questionFiles } from "../../src/eligibility/rules/all.ts";
import { printed } from "../../src/eligibility/rules/printed.ts";
import { packaged } from "../../src/packaged.ts";

describe("generated statements", () => {
  test.each(questionFiles)(
    "%s has no line that is too long to read, and is what stands there",
    (file, text) => {
      expect(text.split("\n").filter((line) => line.length > 160)).toEqual([]);
      expect(readFileSync(packaged(file), "utf8")).toBe(text);
    },
  );

  test("nothing is generated that nothing writes", () => {
    const folder = packaged("cypher/generated");
    const found = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const files = found.filter((file) => file.endsWith(".cypher")).map((file) => `cypher/generated/${file}`);
    expect(files.sort()).toEqual(questionFiles.map(([file]) => file).sort());
  });

  test("no rule edits the text of another", () => {
    const folder = fileURLToPath(new URL("../../src/eligibility/rules/", import.meta.url));
    const editing = readdirSync(folder).filter((file) =>
      /\.replace(?:All)?\((?!"\\n"|`\\n)/.test(readFileSync(folder + file, "utf8")),
    );
    expect(editing).toEqual([]);
  });
});

describe("breaking lines", () => {
  const long = `WITH ${Array.from({ length: 40 }, (_, at) => `n.property${at} AS p${at}`).join(", ")}`;
  test("adds nothing but white space, and none within strings", () => {
    const text = `${long}\nWHERE a = '${"x AND y, ".repeat(20)}' AND ${Array.from({ length: 30 }, (_, at) => `p${at} > 0`).join(" AND ")}`;
    const lines = printed([text]);
    expect(lines.replace(/\s+/g, " ")).toBe(text.replace(/\s+/g, " "));
    expect(lines).toContain(`'${"x AND y, ".repeat(20)}'`);
    expect(lines.split("\n").filter((line) => line.length > 120 && !line.includes("'"))).toEqual([]);
  });

  test("leaves comments and what fits as they are", () => {
    const kept = `// ${"a comment, ".repeat(20)}\nRETURN 1 AS one`;
    expect(printed([kept])).toBe(kept);
  });
});
