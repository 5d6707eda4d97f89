// What stands in for the things of the shipped data that questions name, where other data are loaded.
import type { ExecutionResult } from "graphql";
import { type Kind, kindNames, kindOf, kindOfId } from "../ontology/model.ts";
import { normaliseName } from "../text/normalise.ts";
import { hasHan, initials } from "../text/pinyin.ts";

/** Asks the API for the page. */
export type AskApi = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Pick<ExecutionResult, "data"> & { readonly errors?: readonly unknown[] }>;

/** How many of a kind are looked at for those with the most to tell. */
const most = 200;

interface Weighed {
  readonly id: string;
  readonly name: string;
  readonly told: { readonly totalCount: number };
}

/** Things of a kind in the loaded data, those with the most relations first; metrics by their figures. */
async function mostTold(kind: Kind, ask: AskApi): Promise<Weighed[]> {
  const told = kind === "Metric" ? "figures" : "relations";
  const query = `{ found: ${kindOf(kind).plural}(first: ${most}) { nodes { id name told: ${told}(first: 0) { totalCount } } } }`;
  const { data } = await ask(query, {});
  const { nodes } = (data?.found ?? { nodes: [] }) as { nodes: readonly Weighed[] };
  return [...nodes].sort((one, other) => other.told.totalCount - one.told.totalCount);
}

/** The ids among these that the loaded data have; undefined where the API does not tell. */
async function present(ids: readonly string[], ask: AskApi): Promise<ReadonlySet<string> | undefined> {
  const { data } = await ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids });
  if (data === null || data === undefined) return undefined;
  return new Set(((data.nodes ?? []) as ({ id: string } | null)[]).flatMap((node) => node?.id ?? []));
}

/**
 * For each id that the loaded data have not: the others of its kind, the likeliest first. Ids of one kind begin with
 * different ones, so that tabs tell of different things.
 */
export async function standIns(
  ids: readonly string[],
  ask: AskApi,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const here = await present(ids, ask);
  const found = new Map<string, readonly string[]>();
  const missing = here === undefined ? [] : ids.filter((id) => !here.has(id));
  for (const kind of kindNames) {
    const wanted = missing.filter((id) => kindOfId(id) === kind);
    if (wanted.length === 0) continue;
    const all = (await mostTold(kind, ask)).map(({ id }) => id);
    for (const [at, id] of wanted.entries()) {
      const from = at % Math.max(1, all.length);
      found.set(id, [...all.slice(from), ...all.slice(0, from)]);
    }
  }
  return found;
}

/** Kinds that people search for by name, the likeliest first. */
const searched = ["Enterprise", "Park", "Cluster", "Region", "Project", "Policy", "Institution"] as const;

/** What stands for texts to search for that find nothing: a name of the loaded data, or its initials for initials. */
export async function textStandIns(
  texts: readonly string[],
  ask: AskApi,
): Promise<ReadonlyMap<string, string>> {
  const others = new Map<string, string>();
  for (const text of texts) {
    const { data } = await ask("query($text: String!) { search(text: $text, first: 1) { score } }", { text });
    const hits = (data?.search ?? undefined) as readonly unknown[] | undefined;
    if (hits === undefined || hits.length > 0) continue;
    for (const kind of searched) {
      const [first] = await mostTold(kind, ask);
      if (first === undefined) continue;
      others.set(
        text,
        hasHan(text) || !hasHan(first.name) ? first.name : initials(normaliseName(first.name)),
      );
      break;
    }
  }
  return others;
}
