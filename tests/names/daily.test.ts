// Names as they are written in daily use, tried where a name is taken and in search, on the five reports. Each line of
// daily.tsv: the field, what is written, and what is meant: an id; `?` for several; `-` for nothing that is there; `~` and
// an id where a slip or another wording may only be told to be near. Nothing is ever taken for another.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { ask } = loadedEngines("seed");

const rows = readFileSync(fileURLToPath(new URL("daily.tsv", import.meta.url)), "utf8")
  .trim()
  .split("\n")
  .map((line) => {
    const [field = "", text = "", meant = ""] = line.split("\t");
    return { field, text, meant };
  });

interface Tried {
  readonly line: string;
  /** What it was taken for. */
  readonly taken: string | undefined;
  readonly right: boolean;
  readonly inFive: boolean;
  readonly found: boolean;
}

async function tried({ field, text, meant }: (typeof rows)[number]): Promise<Tried> {
  const answer = await ask(
    `query($name: String!) { one: ${field}(name: $name) { id } hits: search(text: $name, kinds: [${field.toUpperCase()}], first: 5) { entity { id } } }`,
    { name: text },
  );
  const data = answer.data as { one: { id: string } | null; hits: { entity: { id: string } }[] };
  const error = answer.errors[0];
  const near = [...(answer.messages[0] ?? "").matchAll(/([a-z]+:[\w-]+) \(/g)].map(([, id]) => id);
  const hits = data.hits.map(({ entity }) => entity.id);
  const [taken, id] = [data.one?.id, `${field}:${meant.replace("~", "")}`];
  const several = meant === "?" && error?.code === "AMBIGUOUS_NAME";
  const nothing = meant === "-" && error?.code === "UNKNOWN_NAME";
  const isOne = meant !== "?" && meant !== "-";
  const right = several || nothing || (isOne && (taken === id || (meant.startsWith("~") && near[0] === id)));
  return {
    line: `${field} ${text}`,
    taken: taken === undefined || taken === id ? undefined : taken,
    right,
    inFive: right || near.slice(0, 5).includes(id),
    found: !isOne || hits[0] === id,
  };
}

test("what people write for parks, regions, policies, certifications, metrics, clusters and enterprises", async () => {
  const all: Tried[] = [];
  for (const row of rows) all.push(await tried(row));
  const share = (is: (one: Tried) => boolean): number => all.filter(is).length / all.length;
  expect(all.filter(({ taken }) => taken !== undefined)).toEqual([]);
  const missed = all.filter(({ right }) => !right).map(({ line }) => line);
  expect(
    share(({ right }) => right),
    missed.join("; "),
  ).toBeGreaterThanOrEqual(0.9);
  expect(share(({ inFive }) => inFive)).toBeGreaterThanOrEqual(0.97);
  expect(share(({ found }) => found)).toBeGreaterThanOrEqual(0.95);
}, 900_000);
