// The tabs of GraphiQL: the samples from simple to deep, then the questions of the catalogue. Their examples name things
// of the shipped data; where other data are loaded, things of these stand in, so that a tab gives an answer.
import type { ExecutionResult } from "graphql";
import { samples } from "../api/samples/samples.ts";
import type { QuestionTab } from "../catalogue/tabs.ts";
import { type Kind, kindNames, kindOf, kindOfId } from "../ontology/model.ts";

export interface Tab {
  readonly query: string;
  /** JSON. */
  readonly variables: string;
}

/** Asks the API for the page. */
export type AskApi = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Pick<ExecutionResult, "data">>;

/** How many of a kind are looked at for those with the most relations. */
const most = 200;

const isId = (value: unknown): value is string => typeof value === "string" && kindOfId(value) !== undefined;

/** Every tab, as it is with the shipped data. */
function tabsAsWritten(questions: readonly QuestionTab[]): Tab[] {
  const intro =
    '# 下方 Variables 中的值可以修改 · The values below, under Variables, are yours to change.\n# 想看语句，在 Headers 中写 · To see the statements, write under Headers: {"x-explain": "1"}\n';
  return [
    ...samples.map(({ title, query, variables }, at) => ({
      query: `# ${title.zh}\n# ${title.en}\n${at === 0 ? intro : ""}${query}`,
      variables: JSON.stringify(variables, null, 2),
    })),
    ...questions.map(({ query, variables }) => ({ query, variables })),
  ];
}

/** A sample with its values as defaults too: its address holds the text alone, and is answered wherever it is opened. */
function withDefaults(query: string, values: Readonly<Record<string, unknown>>): string {
  return query.replace(/^query \w+\([^)]*\)/m, (head) =>
    head.replace(/\$(\w+): ([\w![\]]+)/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      const isEnum = typeof value === "string" && /^[A-Z_]+$/.test(value);
      return `${whole} = ${isEnum ? value : JSON.stringify(value)}`;
    }),
  );
}

/** The ids in a list of tabs' variables, each once. */
function idsIn(tabs: readonly Tab[]): string[] {
  const found = new Set<string>();
  for (const { variables } of tabs)
    for (const value of Object.values(JSON.parse(variables) as object).flat())
      if (isId(value)) found.add(value);
  return [...found];
}

interface Weighed {
  readonly id: string;
  readonly relations: { readonly totalCount: number };
}

/** Things of a kind in the loaded data, those with the most relations first. */
async function standInsOf(kind: Kind, ask: AskApi): Promise<string[]> {
  const query = `{ found: ${kindOf(kind).plural}(first: ${most}) { nodes { id relations(first: 0) { totalCount } } } }`;
  const { data } = await ask(query, {});
  const { nodes } = (data?.found ?? { nodes: [] }) as { nodes: readonly Weighed[] };
  return [...nodes]
    .sort((one, other) => other.relations.totalCount - one.relations.totalCount)
    .map(({ id }) => id);
}

/** What stands in for each id that the loaded data have not: another of its kind, one for each. */
async function standIns(ids: readonly string[], ask: AskApi): Promise<ReadonlyMap<string, string>> {
  const { data } = await ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids });
  const here = new Set(((data?.nodes ?? []) as ({ id: string } | null)[]).map((node) => node?.id));
  const missing = data === null || data === undefined ? [] : ids.filter((id) => !here.has(id));
  const found = new Map<string, string>();
  for (const kind of kindNames) {
    const wanted = missing.filter((id) => kindOfId(id) === kind);
    if (wanted.length === 0) continue;
    const others = await standInsOf(kind, ask);
    for (const [at, id] of wanted.entries()) {
      const other = others[at % Math.max(1, others.length)];
      if (other !== undefined) found.set(id, other);
    }
  }
  return found;
}

/** The tabs for the data that are loaded. Where the API does not answer they are as written. */
export async function tabsFor(questions: readonly QuestionTab[], ask: AskApi): Promise<Tab[]> {
  const tabs = tabsAsWritten(questions);
  const others = await standIns(idsIn(tabs), ask);
  const swapped = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(swapped);
    return typeof value === "string" ? (others.get(value) ?? value) : value;
  };
  return tabs.map(({ query, variables }, at) => {
    const values = Object.fromEntries(
      Object.entries(JSON.parse(variables) as Record<string, unknown>).map(([name, value]) => [
        name,
        swapped(value),
      ]),
    );
    return {
      query: at < samples.length ? withDefaults(query, values) : query,
      variables: JSON.stringify(values, null, 2),
    };
  });
}
