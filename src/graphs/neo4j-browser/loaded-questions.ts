// The saved questions for what a store holds: where it has not the things of the shipped data that examples name, others
// stand in for these, so that a question gives an answer there too.
import { type Kind, kindNames, kindOf, kindOfId } from "../../ontology/model.ts";
import type { Question } from "../../questions/question.ts";
import { readQuestions } from "../../questions/read.ts";
import type { GraphStore, Json, Parameters, Row } from "../../store/port.ts";
import { type SavedQuestion, savedQuestion } from "./saved-questions.ts";

/** How many others are tried for a question until it gives rows. */
const tries = 6;
/** How many of a kind are looked at for those with the most relations. */
const looked = 5_000;

export interface LoadedQuestions {
  readonly saved: readonly SavedQuestion[];
  /** Names of those about a kind of which the store has nothing, or too few. */
  readonly leftOut: ReadonlySet<string>;
  /** Where some other thing stands in for one of the shipped data: it, by the other's id. */
  readonly others: ReadonlyMap<string, string>;
}

const metricPrefix = `${kindOf("Metric").prefix}:`;

/** Parameters that hold codes of metrics. */
const isMetric = (name: string): boolean => /^(metrics?|per)$/.test(name);

/** The id that a text is: an id, or a metric's code. */
const idOf = (text: string, metric: boolean): string | undefined =>
  kindOfId(text) !== undefined ? text : metric ? metricPrefix + text : undefined;

/** Every text of a value, changed. */
function changed(value: Json, change: (text: string) => string): Json {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((one) => changed(one, change));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, changed(one, change)]));
}

/** The samples of a question with others for their ids. */
function withOthers(samples: Parameters, others: ReadonlyMap<string, string>): Parameters {
  const swapped = Object.entries(samples).map(([name, value]) => [
    name,
    changed(value, (text) => {
      const id = idOf(text, isMetric(name));
      const other = id === undefined ? undefined : others.get(id);
      if (other === undefined) return text;
      return id === text ? other : other.slice(metricPrefix.length);
    }),
  ]);
  return Object.fromEntries(swapped) as Parameters;
}

/** The ids that a question's samples name, each once. */
function namedIn({ samples }: Question): string[] {
  const found = new Set<string>();
  for (const [name, value] of Object.entries(samples))
    changed(value, (text) => {
      const id = idOf(text, isMetric(name));
      if (id !== undefined) found.add(id);
      return text;
    });
  return [...found];
}

const idsOf = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ id }) => (typeof id === "string" ? [id] : []));

/** Things of a kind, those with the most relations first. */
async function mostTold(store: Pick<GraphStore, "read">, kind: Kind): Promise<string[]> {
  const statement = `MATCH (n:${kind}) WITH n LIMIT ${looked}
RETURN n.id AS id, COUNT { (n)--() } AS told ORDER BY told DESC, id LIMIT 50`;
  return idsOf(await store.read(statement));
}

/** What stands for each id: the one at a place of the list of its kind, or the next that is not taken. */
function choose(
  ids: readonly string[],
  known: ReadonlyMap<string, readonly string[]>,
  from: number,
): ReadonlyMap<string, string> | undefined {
  const taken = new Set(ids.filter((id) => !known.has(id)));
  const others = new Map<string, string>();
  for (const id of ids) {
    const list = known.get(id);
    if (list === undefined) continue;
    const start = from % Math.max(1, list.length);
    const other = [...list.slice(start), ...list.slice(0, start)].find((one) => !taken.has(one));
    if (other === undefined) return undefined;
    taken.add(other);
    others.set(id, other);
  }
  return others;
}

/** Whether a statement gives rows in time; one that cannot be run does not. */
async function givesRows(
  store: Pick<GraphStore, "read">,
  statement: string,
  timeoutMs: number,
): Promise<boolean> {
  try {
    return (await store.read(statement, {}, { timeoutMs })).length > 0;
  } catch {
    return false;
  }
}

/**
 * Every question that Neo4j runs about what the store holds, by name.
 * @param patience milliseconds that may be spent on finding out whether one gives rows
 */
export async function loadedQuestions(
  store: Pick<GraphStore, "read">,
  patience = 2_000,
): Promise<LoadedQuestions> {
  const questions = [...readQuestions(undefined, "neo4j").values()];
  const ids = [...new Set(questions.flatMap(namedIn))];
  const here = new Set(
    idsOf(await store.read("UNWIND $ids AS wanted MATCH (n:Entity {id: wanted}) RETURN n.id AS id", { ids })),
  );
  const missing = ids.filter((id) => !here.has(id));
  const known = new Map<string, readonly string[]>();
  for (const kind of kindNames) {
    const wanted = missing.filter((id) => kindOfId(id) === kind);
    if (wanted.length === 0) continue;
    const list = await mostTold(store, kind);
    for (const id of wanted) known.set(id, list);
  }
  const saved: SavedQuestion[] = [];
  const leftOut = new Set<string>();
  const standIns = new Map<string, string>();
  for (const question of questions) {
    const named = namedIn(question);
    const first = choose(named, known, 0);
    if (first === undefined) {
      leftOut.add(question.name);
      continue;
    }
    let others = first;
    const about = (): SavedQuestion =>
      savedQuestion({ ...question, samples: withOthers(question.samples, others) });
    for (let at = 0; first.size > 0 && at < tries; at += 1) {
      others = choose(named, known, at) ?? first;
      if (await givesRows(store, about().statement, patience)) break;
      others = first;
    }
    for (const [id, other] of others) standIns.set(id, standIns.get(id) ?? other);
    saved.push(about());
  }
  return { saved, leftOut, others: standIns };
}
