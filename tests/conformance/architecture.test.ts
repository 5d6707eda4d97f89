// ARCHITECTURE.md is short, and what it names is there.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const text = readFileSync(`${root}ARCHITECTURE.md`, "utf8");

test("it has at most 100 lines", () => {
  expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(100);
});

test("the page of what was measured has at most 150 lines", () => {
  const measured = readFileSync(`${root}docs/performance.md`, "utf8");
  expect(measured.trimEnd().split("\n").length).toBeLessThanOrEqual(150);
});

test("its map has every folder of src/, and no other", () => {
  const map = /## Map\n\n```\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
  const inSource = map.slice(map.indexOf("src/\n"), map.indexOf("\nweb/"));
  const named = [...inSource.matchAll(/^ {2}([a-z]+)\/|; ([a-z]+)\/:/gm)].map(
    ([, one, other]) => one ?? other,
  );
  const there = readdirSync(`${root}src`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(named.sort()).toEqual(there.map(({ name }) => name).sort());
});

test("every file and folder that it names is there", () => {
  const named = [...text.matchAll(/`([\w./-]+)`/g)].map(([, path = ""]) => path);
  const paths = named.filter((path) => /\/|\.ts$/.test(path));
  expect(paths.length).toBeGreaterThan(20);
  const missing = paths.filter((path) => !existsSync(`${root}${path}`) && !existsSync(`${root}src/${path}`));
  expect(missing).toEqual([]);
});
