// The two READMEs say the same, and what they tell to run gives something.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { settingsHelp } from "../../src/cli/settings-help.ts";
import { settingsTable } from "../../src/config.ts";
import { loadFolder } from "../../src/load/load.ts";
import { readQuestions } from "../../src/questions/read.ts";
import { describeEachEngine } from "../support/engines.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [english, chinese] = ["README.md", "README.zh.md"].map((file) =>
  readFileSync(`${root}${file}`, "utf8"),
);
const found = (text: string | undefined, pattern: RegExp): string[] =>
  [...(text ?? "").matchAll(pattern)].map(String);

/** Blocks of code without their comments, which are in the language of the page. */
const blocks = (text: string | undefined): string[] =>
  found(text, /```\w+\n[\s\S]*?```/g).map((block) => block.replace(/ +# .*$/gm, ""));

test("both have the same sections, the same code, the same links and the same settings", () => {
  expect(found(chinese, /^#+ /gm)).toEqual(found(english, /^#+ /gm));
  expect(blocks(chinese)).toEqual(blocks(english));
  const links = (text: string | undefined): string[] => found(text, /\]\((?!README)[^)]+\)/g).sort();
  expect(links(chinese)).toEqual(links(english));
  const settings = (text: string | undefined): string[] => found(text, /^\| `[A-Z_0-9]+` \|[^|]*\|/gm);
  expect(settings(english)).toHaveLength(Object.keys(settingsTable).length);
  expect(settings(chinese)).toEqual(settings(english));
});

describeEachEngine("what the READMEs and --help tell to run", (open) => {
  test("the example of `query` gives rows", async () => {
    const example = /query (\S+) --param (\w+)=(\S+)/;
    const [, name = "", parameter = "", value = ""] = example.exec(settingsHelp()) ?? [];
    for (const page of [english, chinese])
      expect(page).toContain(`query ${name} --param ${parameter}=${value}`);
    const store = await open();
    await loadFolder(store, `${root}seed`);
    const question = readQuestions(undefined, store.engine).get(name);
    const absent = Object.fromEntries((question?.args ?? []).map((argument) => [argument.name, null]));
    const rows = await store.read(question?.statement ?? "", { ...absent, [parameter]: value });
    expect(rows.length).toBeGreaterThan(0);
  });
});
