// The worked examples of docs/filters.md answer as the page says, on both engines.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const page = readFileSync(file("docs/filters.md"), "utf8");
const { ask } = loadedEngines(file("seed"));

const examples = [...page.matchAll(/```graphql\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g)].map(
  ([, question = "", answer = ""]): [string, unknown] => [question.trim(), JSON.parse(answer)],
);

describe("docs/filters.md", () => {
  test("has an answer after each question", () => {
    expect(examples.length).toBe([...page.matchAll(/```graphql/g)].length);
    expect(examples.length).toBeGreaterThanOrEqual(9);
  });

  test.each(examples)("%s", async (question, expected) => {
    const answer = await ask(question);
    expect(answer.messages).toEqual([]);
    expect(answer.data).toEqual(expected);
  });
});
