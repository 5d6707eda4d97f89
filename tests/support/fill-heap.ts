// Run by a test with a small heap: asks wide documents in every shape that their booleans give, as a caller may.
import { createService } from "../../src/api/service.ts";
import { createCache } from "../../src/cache/cache.ts";
import { readSettings } from "../../src/config.ts";
import { createDocuments } from "../../src/http/documents.ts";
import { openEmbedded } from "../../src/store/embedded.ts";

/** Booleans of each document. */
const flags = ["a", "b", "c", "d", "e", "f"];
const definitions = flags.map((flag) => `$${flag}: Boolean!`).join(", ");

/** A document of 48 aliased lists, each left out or not by one of the booleans. */
function wide(number: number): string {
  const lists = Array.from({ length: 48 }, (_, at) => {
    const flag = flags[at % flags.length];
    return `l${at}: parks(first: ${number + 1}) @include(if: $${flag}) { nodes { id name enterprises { totalCount nodes { name } } } }`;
  });
  return `query Wide(${definitions}) { ${lists.join(" ")} }`;
}

/** Asks so many documents in 64 shapes each; tells how much was asked for and how much is kept. */
export async function fillHeap(documents: number, megabytes: number): Promise<void> {
  const store = openEmbedded();
  await store.prepare();
  const cache = createCache(megabytes);
  const { schema, executor } = createService(store, { cache });
  const reader = createDocuments(schema, readSettings({}), cache);
  let [answers, kept] = [0, 0];
  for (let number = 0; number < documents; number++) {
    const { document, errors } = reader.read(wide(number));
    if (errors.length > 0) throw new Error(String(errors[0]));
    for (let shape = 0; shape < 2 ** flags.length; shape++) {
      const variableValues = Object.fromEntries(flags.map((flag, at) => [flag, (shape & (1 << at)) !== 0]));
      const answer = await executor.text({ schema, document, variableValues });
      if (typeof answer !== "string") throw new Error(JSON.stringify(answer));
      answers += 1;
      kept = Math.max(kept, cache.bytes);
    }
  }
  await store.close();
  process.stdout.write(JSON.stringify({ answers, kept }));
}
