// What docs/engine-faults says of the embedded engine, against the engine that is installed: a fault that is mended
// or has changed fails here, and says so.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import grafeo from "@grafeo-db/js";
import { describe, expect, test } from "vitest";

const folder = fileURLToPath(new URL("../../docs/engine-faults/", import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith(".md") && file !== "README.md");
const { version } = createRequire(import.meta.url)("@grafeo-db/js/package.json") as { version: string };

/** The text of a fenced block; undefined where the file has none of that name. */
function block(text: string, name: string): string | undefined {
  return new RegExp(`^\`\`\`${name}\n([\\s\\S]*?)^\`\`\``, "m").exec(text)?.[1]?.trim();
}

function needed(text: string, name: string): string {
  const found = block(text, name);
  if (found === undefined) throw new Error(`there is no block ${name}`);
  return found;
}

type Given = unknown[] | { readonly error: string };

/** What the engine itself answers, with nothing of ours in between. */
async function given(setup: string | undefined, statement: string): Promise<Given> {
  const database = grafeo.GrafeoDB.create();
  try {
    for (const one of setup?.split(/^;$/m) ?? []) await database.executeCypher(one);
    const result = await database.executeCypher(statement);
    return result.toArray();
  } catch (error) {
    return { error: (error as Error).message };
  } finally {
    database.close();
  }
}

describe.each(files)("the fault in %s", (file) => {
  const text = readFileSync(`${folder}${file}`, "utf8");
  const expected = JSON.parse(needed(text, "json expected")) as unknown[];
  const said = JSON.parse(needed(text, "json given")) as Given;

  test("is still as it was written down", async () => {
    const now = await given(block(text, "cypher setup"), needed(text, "cypher statement"));
    expect(
      now,
      `version ${version} answers rightly: what is done instead can go, and docs/engine-faults/${file} with it`,
    ).not.toEqual(expected);
    const changed = `version ${version} answers in another way than docs/engine-faults/${file} says: look at the fault again`;
    if (Array.isArray(said)) expect(now, changed).toEqual(said);
    else expect(now, changed).toEqual({ error: expect.stringContaining(said.error) });
  });

  test("does not touch what is done instead", async () => {
    expect(await given(block(text, "cypher setup"), needed(text, "cypher instead"))).toEqual(expected);
  });

  test("names the version it was found in", () => {
    expect(text).toMatch(/^Engine: `@grafeo-db\/js` \d+\.\d+\.\d+\./m);
  });
});
