// Search finds each named thing of the seed under each name that the sources use for it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadFolder } from "../../src/load/load.ts";
import { kindOfId } from "../../src/ontology/model.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { normaliseName } from "../../src/text/normalise.ts";
import { type Ask, asking } from "../support/asking.ts";
import {
  citations,
  entities,
  ourOwn,
  parts,
  type Row,
  says,
  sourcesHere,
  wordsFor,
} from "../support/reading.ts";

let store: GraphStore;
let ask: Ask;
beforeAll(async () => {
  store = openEmbedded({ shuffleUnordered: true });
  await loadFolder(store, "seed");
  ask = asking(store);
});
afterAll(async () => store.close());

const named = [...entities.values()].filter((row) => !ourOwn.has(kindOfId(row.id ?? "") ?? "Document"));

/** Names and aliases as written, without those that the cited lines do not have where these can be read. */
function namesUsed(row: Row): string[] {
  const all = [row.name ?? "", ...parts(row.aliases)].filter((name) => normaliseName(name) !== "");
  if (!sourcesHere) return all;
  return all.filter((name) => citations(row).some((citation) => says(citation, name)));
}

interface Found {
  readonly search: readonly { readonly score: number; readonly entity: { readonly id: string } }[];
}

/** Ids whose search by a text is exact: more than one where several things bear the name. */
async function exactHits(text: string): Promise<Set<string>> {
  const { data } = await ask(
    "query ($text: String!) { search(text: $text, first: 20) { score entity { id } } }",
    {
      text,
    },
  );
  const { search } = data as unknown as Found;
  return new Set(search.filter((hit) => hit.score === 1).map((hit) => hit.entity.id));
}

test("each named thing is found exactly under each name that the sources use", {
  timeout: 120_000,
}, async () => {
  const missed: string[] = [];
  for (const row of named)
    for (const name of namesUsed(row))
      if (!(await exactHits(name)).has(row.id ?? "")) missed.push(`${row.id} by ${name}`);
  expect(missed).toEqual([]);
});

test.runIf(sourcesHere)(
  "each named thing bears a name that its lines have, or the reading notes give it words",
  () => {
    const meant = new Set(wordsFor.map(({ entity }) => entity));
    const nameless = named.filter((row) => namesUsed(row).length === 0 && !meant.has(row.id ?? ""));
    expect(nameless.map((row) => row.id)).toEqual([]);
  },
);
