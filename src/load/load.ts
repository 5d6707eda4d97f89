// Loads a folder into a store: checked as a whole first, then made equal to it, so that loading twice changes nothing.
import { resolve as resolvePath } from "node:path";
import { IndustryGraphError } from "../errors.ts";
import { readQuestions } from "../questions/read.ts";
import type { GraphStore } from "../store/port.ts";
import { letOthersNotice } from "./beside.ts";
import type { OnProgress } from "./check/pass.ts";
import { type Checked, checkFolder } from "./check.ts";
import { type Dataset, datasetHash, readDataset, writeDataset } from "./dataset.ts";
import { newGate } from "./gate.ts";
import { foldersOf, inLayers, type Layered } from "./layers.ts";
import { licencesOf } from "./licence.ts";
import type { Sink } from "./loading.ts";
import { namesRead } from "./names-read.ts";
import { formatProblems, type Problems } from "./problems.ts";
import { storeSink } from "./store-sink.ts";
import { streamFolder } from "./stream.ts";
import { type Changes, noChanges, type Target } from "./write.ts";

export interface LoadReport {
  readonly dataset: Dataset;
  readonly nodes: Changes;
  readonly relations: Changes;
  readonly milliseconds: number;
  /** What is worth a look: files left out, an encoding guessed, two things of one name. */
  readonly notes: Problems;
}

export interface LoadOptions {
  readonly onProgress?: OnProgress;
  /** Stops between rows; what is written stays, and the next load finishes it. */
  readonly signal?: AbortSignal;
  /** The layers that the folder was composed of: problems are told at their places there. */
  readonly layered?: Layered;
  /** Does the writing while nobody reads: readers see all of the data before, or all of those after. */
  readonly exclusively?: <T>(write: () => Promise<T>) => Promise<T>;
  /** Whether other processes may be answering from the store: they are given time to see that it is written. */
  readonly beside?: boolean;
  /**
   * Told what would be done, before anything is written into a store that holds something; it throws to stop it. Not
   * asked where the load before was cut off: what is there then is half of something, and is finished.
   */
  readonly confirm?: (plan: LoadPlan) => Promise<void> | void;
}

/** What a load would do to a store that is not empty. */
export interface LoadPlan {
  readonly nodes: Changes;
  readonly relations: Changes;
}

async function countAll(
  store: GraphStore,
): Promise<Pick<Dataset, "nodes" | "relations" | "entities" | "figures" | "ties">> {
  const nodes = await store.read("MATCH (n:Entity) RETURN count(n) AS count");
  const relations = await store.read("MATCH (:Entity)-[r]->(:Entity) RETURN count(r) AS count");
  // The record says LOADING, so that the question counts.
  const question = readQuestions(undefined, store.engine).get("quality.firmness");
  if (question === undefined) throw new Error("there is no question file cypher/quality.firmness.cypher");
  const tallies = await store.read(question.statement);
  const of = (kind: string): number[] => {
    const tally = tallies.find((one) => one.kind === kind);
    return ["total", "stated", "implied", "target", "forecast"].map((name) => Number(tally?.[name] ?? 0));
  };
  return {
    nodes: Number(nodes[0]?.count),
    relations: Number(relations[0]?.count),
    entities: of("ENTITY"),
    figures: of("OBSERVATION"),
    ties: of("RELATION"),
  };
}

/**
 * Checks a folder that is to be loaded.
 * @param outcome what has not been done because of the problems, such as "nothing was written"
 * @throws IndustryGraphError BAD_SEED with every problem
 */
export async function soundFolder(
  folder: string,
  { onProgress, signal, layered }: LoadOptions,
  outcome: string,
): Promise<Checked> {
  const found = await checkFolder(folder, onProgress, signal);
  const checked = layered === undefined ? found : inLayers(layered, found);
  const { problems } = checked;
  if (problems.count === 0) return checked;
  const count = `${problems.count} problem${problems.count === 1 ? "" : "s"}`;
  const message = `${count} in ${layered?.layers.join(", ") ?? folder}; ${outcome}:\n${formatProblems(problems)}`;
  const zh = `${formatProblems(problems, "zh")}\n${layered?.layers.join("、") ?? folder} 中有 ${problems.count} 个问题，未写入。`;
  throw new IndustryGraphError("BAD_SEED", message, { problems: problems.list }, { zh });
}

/**
 * Does the work while a store is being prepared, which needs nothing of the folder: indexes take seconds. A store that
 * does not answer is told at once, not after the work.
 */
async function whilePreparing<T>(
  store: GraphStore,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const unprepared = new AbortController();
  const prepared = store.prepare();
  prepared.catch(() => unprepared.abort());
  const either = AbortSignal.any([unprepared.signal, ...(signal === undefined ? [] : [signal])]);
  // Both are waited for: whoever closes the store next finds nobody at it.
  const [preparing, working] = await Promise.allSettled([prepared, work(either)]);
  if (preparing.status === "rejected") throw preparing.reason;
  if (working.status === "rejected") throw working.reason;
  return working.value;
}

/** The record of a folder's dataset, as it stands while it is being loaded. */
export function datasetOf(folder: string, checked: Checked, layered?: Layered): Dataset {
  const hash = datasetHash(checked.hashes, checked.moved);
  const licence = licencesOf(layered?.layers ?? [folder]);
  return {
    folder: layered === undefined ? resolvePath(folder) : foldersOf(layered.layers),
    hash,
    version: hash.slice(0, 12),
    state: "LOADING",
    loadedAt: new Date().toISOString(),
    names: namesRead(),
    ...(licence === undefined ? {} : { licence }),
    nodes: 0,
    relations: 0,
  };
}

/** Whether nothing has ever been loaded into a store: an interrupted load leaves at least one of the two. */
async function isEmpty(store: GraphStore): Promise<boolean> {
  const found = await Promise.all(
    ["Entity", "Alias"].map((label) => store.read(`MATCH (n:${label}) RETURN n.id AS id LIMIT 1`)),
  );
  return found.every((rows) => rows.length === 0);
}

/** Nothing is written through it: what would be is counted by whoever writes. */
function readOnly(store: GraphStore): GraphStore {
  const nothing = {
    nodesCreated: 0,
    nodesDeleted: 0,
    relationsCreated: 0,
    relationsDeleted: 0,
    propertiesSet: 0,
  };
  return {
    ...store,
    write: async () => nothing,
    changing: async () => undefined,
    prepareSearch: async () => undefined,
  };
}

/** What loading a checked folder would change: the same comparison as a load's, without its writes. */
async function planLoad(
  store: GraphStore,
  checked: Checked,
  { onProgress = () => undefined, signal }: LoadOptions = {},
): Promise<LoadPlan> {
  const [nodes, relations] = [noChanges(), noChanges()];
  const counted = readOnly(store);
  const target: Target = {
    store: counted,
    gate: newGate(store.writers),
    empty: await isEmpty(store),
    signal,
  };
  const sink = storeSink(target, nodes, relations, () => undefined);
  try {
    await streamFolder(checked, sink, { onProgress, signal });
  } finally {
    await sink.settled();
  }
  return { nodes, relations };
}

/**
 * What loading a folder would change; nothing is written.
 * @throws IndustryGraphError BAD_SEED with every problem
 */
export async function dryRun(
  store: GraphStore,
  folder: string,
  options: LoadOptions = {},
): Promise<LoadPlan> {
  return planLoad(store, await soundFolder(folder, options, "nothing would be written"), options);
}

/**
 * Makes a prepared store equal to what is handed to a sink, under a record that says LOADING until all is there.
 * @param feed hands over all nodes and relations, in the order in which `streamFolder` does
 */
export async function fillStore(
  store: GraphStore,
  record: Dataset,
  {
    onProgress = () => undefined,
    signal,
    beside = false,
  }: Pick<LoadOptions, "onProgress" | "signal" | "beside">,
  feed: (sink: Sink) => Promise<void>,
): Promise<Omit<LoadReport, "notes" | "milliseconds">> {
  const before = beside ? await readDataset(store) : undefined;
  await writeDataset(store, record);
  await letOthersNotice(store, before, record);
  const [nodes, relations] = [noChanges(), noChanges()];
  const target: Target = { store, gate: newGate(store.writers), empty: await isEmpty(store), signal };
  const sink = storeSink(target, nodes, relations, () =>
    onProgress({ step: "index", file: "full text", rows: 0, of: 0 }),
  );
  try {
    await feed(sink);
  } finally {
    // Whoever closes the store next finds nobody at it.
    await sink.settled();
  }
  const counts = await countAll(store);
  const dataset: Dataset = { ...record, state: "READY", loadedAt: new Date().toISOString(), ...counts };
  await writeDataset(store, dataset);
  return { dataset, nodes, relations };
}

/**
 * Makes a store equal to a folder of CSV files.
 * @throws IndustryGraphError BAD_SEED with every problem, before anything is written
 */
export async function loadFolder(
  store: GraphStore,
  folder: string,
  options: LoadOptions = {},
): Promise<LoadReport> {
  const started = performance.now();
  const { signal, onProgress = () => undefined } = options;
  const checked = await whilePreparing(store, signal, (either) =>
    soundFolder(folder, { ...options, signal: either }, "nothing was written"),
  );
  const cutOff = (await readDataset(store))?.state === "LOADING";
  if (options.confirm !== undefined && !cutOff && !(await isEmpty(store))) {
    await options.confirm(await planLoad(store, checked, options));
  }
  const record = datasetOf(folder, checked, options.layered);
  const { exclusively = (write) => write() } = options;
  const filled = await exclusively(() =>
    fillStore(store, record, options, (sink) => streamFolder(checked, sink, { onProgress, signal })),
  );
  return { ...filled, milliseconds: Math.round(performance.now() - started), notes: checked.notes };
}
