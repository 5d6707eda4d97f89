// No file needs itself by way of others, be it for a type alone: each can be read before those that use it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The files of a folder, each with those that it imports. */
function importsIn(folder: string): Map<string, string[]> {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes("node_modules"),
  );
  return new Map(
    files.map((file) => {
      const path = join(root, folder, file);
      const found = readFileSync(path, "utf8").matchAll(/^(?:import|export)[^"';]*? from\s*"(\.[^"]+)"/gm);
      const targets = [...found].map(([, target = ""]) => resolve(dirname(path), target));
      return [relative(root, path), targets.filter(existsSync).map((target) => relative(root, target))];
    }),
  );
}

/** The circles that are met on the way from each file. */
function circlesOf(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
    if (done.has(file) || path.includes(file)) return;
    for (const target of imports.get(file) ?? []) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of imports.keys()) walk(file, []);
  return circles;
}

describe("imports", () => {
  test.each(["src", "web", "scripts", "bench", "tests"])("go one way in %s/", (folder) => {
    const imports = importsIn(folder);
    expect([...imports.values()].flat().length).toBeGreaterThan(20);
    expect(circlesOf(imports)).toEqual([]);
  });

  test("that lead back are found", () => {
    const imports = new Map([
      ["a.ts", ["b.ts"]],
      ["b.ts", ["c.ts"]],
      ["c.ts", ["a.ts"]],
    ]);
    expect(circlesOf(imports)).toEqual(["a.ts -> b.ts -> c.ts -> a.ts"]);
  });
});
