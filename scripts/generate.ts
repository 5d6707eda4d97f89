// Writes what is derived from the ontology and the settings: schema.graphql with schema/generated/, docs/model.md,
// docs/units.md, what Neo4j Browser takes (docs/neo4j.grass, -guide.html, -questions.zip), question files, the README's
// table of settings. With --check it only tells whether they are fresh, and fails where one is not.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { settingsMarkdown } from "../src/cli/settings-help.ts";
import { questionFiles } from "../src/eligibility/rules/all.ts";
import { questionArchive } from "../src/graphs/neo4j-browser/archive.ts";
import { browserGuide } from "../src/graphs/neo4j-browser/guide.ts";
import { browserStyle } from "./generate/browser/style.ts";
import { modelPage } from "./generate/model-page.ts";
import { listFiles, withRelationLists } from "./generate/relation-lists.ts";
import { schemaFiles } from "./generate/schema/compose.ts";
import { unitsPage } from "./generate/units-page.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (file: string): string => (existsSync(root + file) ? readFileSync(root + file, "utf8") : "");

/** The README with its table of settings, which stands between two markers. */
function readme(): string {
  const [begin, end] = ["<!-- settings -->", "<!-- /settings -->"];
  const text = read("README.md");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from === -1 || to === -1) throw new Error(`README.md needs the markers ${begin} and ${end}`);
  return `${text.slice(0, from + begin.length)}\n\n${settingsMarkdown()}\n\n${text.slice(to)}`;
}

const known = new Set(["--check"]);
const unknown = process.argv.slice(2).filter((argument) => !known.has(argument));
if (unknown.length > 0) {
  process.stderr.write(`generate takes --check or nothing, not ${unknown.join(" ")}\n`);
  process.exit(2);
}
const check = process.argv.includes("--check");
const files: readonly (readonly [string, string | Uint8Array])[] = [
  ["docs/neo4j-questions.zip", questionArchive()],
  ...questionFiles,
  ...listFiles.map((file) => [file, withRelationLists(read(file))] as const),
  ...schemaFiles(),
  ["docs/model.md", modelPage()],
  ["docs/neo4j.grass", browserStyle()],
  ["docs/neo4j-guide.html", browserGuide()],
  ["docs/units.md", unitsPage()],
  ["README.md", readme()],
];
const isFresh = ([file, content]: (typeof files)[number]): boolean =>
  typeof content === "string"
    ? read(file) === content
    : existsSync(root + file) && readFileSync(root + file).equals(content);
const stale = files.filter((one) => !isFresh(one));
for (const [file, text] of stale) {
  if (check) process.stderr.write(`${file} is not fresh: run npm run generate\n`);
  else {
    mkdirSync(dirname(root + file), { recursive: true });
    writeFileSync(root + file, text);
  }
}
process.stdout.write(`${files.length} generated files, ${stale.length} ${check ? "stale" : "written"}\n`);
process.exitCode = check && stale.length > 0 ? 1 : 0;
