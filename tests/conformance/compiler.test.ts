// The shape of the compiler: no import cycles, no Cypher in plans, no text of a statement edited, no kind or relation
// of the ontology named in code that is for all of them.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { kindNames, relationTypes } from "../../src/ontology/model.ts";

const source = fileURLToPath(new URL("../../src", import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .sort();
const textOf = (file: string): string => readFileSync(join(source, file), "utf8");
const within = (...folders: readonly string[]): string[] =>
  files.filter((file) => folders.some((folder) => file.startsWith(`${folder}/`)));

/** A file's code, without comments. */
const codeOf = (file: string): string =>
  textOf(file)
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "");

/** Lines of code that a pattern finds, as file: line. */
const linesWith = (some: readonly string[], pattern: RegExp): string[] =>
  some.flatMap((file) =>
    codeOf(file)
      .split("\n")
      .filter((line) => pattern.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );

/** What each file imports to run; types are not there when code runs. */
const imports = new Map(
  files.map((file) => {
    const found = textOf(file).matchAll(/^import (?!type)[^;]*?from "(\.[^"]+)"/gm);
    return [file, [...found].map((one) => relative(source, resolve(source, dirname(file), one[1] ?? "")))];
  }),
);

/** A way from a file back to itself. */
function cycleFrom(start: string): string[] | undefined {
  const seen = new Set<string>();
  const follow = (file: string, way: readonly string[]): string[] | undefined => {
    for (const next of imports.get(file) ?? []) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = follow(next, [...way, next]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return follow(start, [start]);
}

test("no file imports itself by way of others", () => {
  expect(files.flatMap((file) => cycleFrom(file)?.join(" -> ") ?? [])).toEqual([]);
});

describe("statements are built as trees", () => {
  test("plans hold no Cypher", () => {
    const cypher = /["'`](?:[^"'`]*\s)?(?:MATCH|UNWIND|WITH|RETURN|CALL|ORDER BY|EXISTS) [({$\w]/;
    expect(linesWith(within("plan"), cypher)).toEqual([]);
    expect(within("plan").filter((file) => /from "[^"]*\/cypher\//.test(textOf(file)))).toEqual([]);
  });

  test("only the printer and the reader of src/cypher handle the text of statements", () => {
    expect(linesWith(within("emit"), /\.(?:replace|replaceAll|matchAll)\(/)).toEqual([]);
    expect(
      linesWith(
        within("emit", "execute", "run"),
        /(?:statement|cypher)\w*\.(?:replace|includes|match|split)/i,
      ),
    ).toEqual([]);
    expect(linesWith(files, /(?:statement|cypher)\w*\s*\.(?:replace|replaceAll)\(/i)).toEqual([]);
    const print = files.filter((file) => /from "[^"]*cypher\/print\.ts"/.test(textOf(file)));
    expect(print).toEqual(["emit/statement.ts"]);
  });

  test("code that is for all kinds and relations names none of them", () => {
    const names = [...kindNames, ...relationTypes].join("|");
    // As text, or within a pattern; words of TypeScript such as the name of a type do not count.
    const named = new RegExp(`"(?:${names})"|'(?:${names})'|:(?:${names})\\b[^(;,)]*[)\\]|]`);
    expect(linesWith(within("plan", "emit", "run", "cypher"), named)).toEqual([]);
  });
});
