// Loads a folder into a store: checked as a whole first, then made equal to it, so that loading twice changes nothing.
import { resolve as resolvePath } from "node:path";
import { IndustryGraphError } from "../errors.ts";
import type { Properties } from "../ontology/definitions.ts";
import { derivedOf } from "../ontology/derived.ts";
import {
  type Kind,
  kindNames,
  kindOfId,
  propertiesOf,
  type RelationType,
  relationColumnsOf,
  relationOf,
  relationPropertiesOf,
  relationTypes,
} from "../ontology/model.ts";
import type { GraphStore } from "../store/port.ts";
import { derivedOfConditions } from "./check/conditions.ts";
import type { OnProgress } from "./check/pass.ts";
import { type Checked, checkFolder } from "./check.ts";
import { type Dataset, datasetHash, writeDataset } from "./dataset.ts";
import { newGate } from "./gate.ts";
import { formatProblems, newProblems } from "./problems.ts";
import { type CsvFile, readRows } from "./read.ts";
import {
  aliasNodes,
  entityNode,
  observationColumns,
  observationNode,
  readValues,
  relationOfRow,
  requiredColumns,
  type Stored,
  type StoredRelation,
} from "./rows.ts";
import { newStages, type Stages } from "./stages.ts";
import { type Changes, noChanges, nodeWriter, relationWriter, type Target, type Writer } from "./write.ts";

export interface LoadReport {
  readonly dataset: Dataset;
  readonly nodes: Changes;
  readonly relations: Changes;
  readonly milliseconds: number;
}

export interface LoadOptions {
  readonly onProgress?: OnProgress;
  /** Stops between rows; what is written stays, and the next load finishes it. */
  readonly signal?: AbortSignal;
}

const progressEvery = 5_000;

interface Loading {
  readonly target: Target;
  readonly checked: Checked;
  readonly onProgress: OnProgress;
  readonly signal?: AbortSignal;
  /** Years after which certifications are re-examined, by id. */
  readonly terms: Map<string, number>;
  readonly stages: Stages;
}

async function eachValue(
  loading: Loading,
  file: CsvFile,
  columns: Properties,
  visit: (values: Stored) => Promise<void> | undefined,
): Promise<void> {
  const { checked, signal, onProgress } = loading;
  const of = checked.lines.get(file.file) ?? 0;
  let [rows, told] = [0, 0];
  for await (const piece of readRows(file, Object.keys(columns), requiredColumns(columns), newProblems())) {
    const problems = newProblems();
    for (const row of piece) {
      signal?.throwIfAborted();
      const waiting = visit(readValues(row, columns, problems));
      if (waiting !== undefined) await waiting;
    }
    rows += piece.length;
    if (rows - told < progressEvery) continue;
    told = rows;
    onProgress({ step: "load", file: file.file, rows, of });
  }
  onProgress({ step: "load", file: file.file, rows, of: rows });
}

async function loadEntities(
  loading: Loading,
  kind: Kind,
  changes: Changes,
  aliases: Writer<Stored>,
  sweeps: Writer<never>[],
): Promise<void> {
  const { target, checked } = loading;
  const properties = { ...propertiesOf(kind), ...derivedOf(kind) };
  const writer = await nodeWriter(target, ["Entity", kind], properties, changes);
  const file = kind === "Observation" ? checked.files.observations : checked.files.entities.get(kind);
  if (file !== undefined) {
    const columns = kind === "Observation" ? observationColumns : propertiesOf(kind);
    await eachValue(loading, file, columns, (values) => {
      if (kind === "Observation") {
        const subject = checked.directory.resolve(String(values.subject), relationOf("OBSERVES").to) ?? "";
        const metric = checked.directory.nameOf(`metric:${String(values.metric)}`) ?? String(values.metric);
        const subjectName = checked.directory.nameOf(subject) ?? subject;
        const unit = checked.metricUnits.get(`metric:${String(values.metric)}`);
        return writer.put(observationNode(values, subjectName, metric, kindOfId(subject), unit));
      }
      const staged = kind === "Project" ? loading.stages.applied(values) : values;
      const node = entityNode({ ...staged, ...checked.derived.get(String(values.id)) });
      if (typeof values.validYears === "number") loading.terms.set(String(values.id), values.validYears);
      const waiting = writer.put(node);
      return aliasNodes(node).reduce(
        (before, alias) =>
          before === undefined ? aliases.put(alias) : before.then(() => aliases.put(alias)),
        waiting,
      );
    });
  }
  await writer.finish();
  sweeps.push(writer as Writer<never>);
}

/** Reads what stages projects have reached, which their nodes tell. */
async function readStages(loading: Loading): Promise<void> {
  const { checked, stages } = loading;
  const stageFile = checked.files.entities.get("Stage");
  const eventFile = checked.files.relations.get("REACHED");
  if (stageFile === undefined) return;
  await eachValue(loading, stageFile, propertiesOf("Stage"), (values) => void stages.stage(values));
  if (eventFile === undefined) return;
  const { from, to } = relationOf("REACHED");
  await eachValue(loading, eventFile, relationColumnsOf("REACHED"), (values) => {
    const project = checked.directory.resolve(String(values.from), from) ?? "";
    stages.event(project, checked.directory.resolve(String(values.to), to) ?? "", values);
    return undefined;
  });
}

/** The relations that follow from an observation: to its subject and to its metric. */
function observationRelation(type: RelationType, checked: Checked, values: Stored): StoredRelation {
  const id = String(values.id);
  const evidence: Stored = {
    sources: values.sources ?? [],
    ...(values.status === undefined ? {} : { status: values.status }),
  };
  const to =
    type === "OBSERVES"
      ? (checked.directory.resolve(String(values.subject), relationOf(type).to) ?? "")
      : `metric:${String(values.metric)}`;
  return relationOfRow(type, id, to, evidence);
}

async function loadRelations(loading: Loading, type: RelationType, changes: Changes): Promise<void> {
  const { target, checked } = loading;
  const writer = await relationWriter(target, type, relationPropertiesOf(type), changes);
  const derived = type === "OBSERVES" || type === "MEASURED_AS";
  const file = derived ? checked.files.observations : checked.files.relations.get(type);
  if (file !== undefined) {
    const { from, to } = relationOf(type);
    await eachValue(loading, file, derived ? observationColumns : relationColumnsOf(type), (values) => {
      if (derived) return writer.put(observationRelation(type, checked, values));
      const start = checked.directory.resolve(String(values.from), from) ?? "";
      const end = checked.directory.resolve(String(values.to), to) ?? "";
      return writer.put(relationOfRow(type, start, end, values, loading.terms.get(end)));
    });
  }
  if (type === "REACHED") {
    for (const [project, stage, values] of loading.stages.told())
      await writer.put(relationOfRow(type, project, stage, values));
  }
  for (const relation of derivedOfConditions(checked.conditions, type)) await writer.put(relation);
  await writer.finish();
  await writer.sweep();
}

async function countAll(store: GraphStore): Promise<{ nodes: number; relations: number }> {
  const nodes = await store.read("MATCH (n:Entity) RETURN count(n) AS count");
  const relations = await store.read("MATCH (:Entity)-[r]->(:Entity) RETURN count(r) AS count");
  return { nodes: Number(nodes[0]?.count), relations: Number(relations[0]?.count) };
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
  const onProgress = options.onProgress ?? (() => undefined);
  const checked = await checkFolder(folder, onProgress, options.signal);
  if (checked.problems.count > 0) {
    const count = `${checked.problems.count} problem${checked.problems.count === 1 ? "" : "s"}`;
    throw new IndustryGraphError(
      "BAD_SEED",
      `${count} in ${folder}; nothing was written:\n${formatProblems(checked.problems)}`,
      {
        problems: checked.problems.list,
      },
    );
  }
  const hash = datasetHash(checked.hashes);
  const record: Dataset = {
    folder: resolvePath(folder),
    hash,
    version: hash.slice(0, 12),
    state: "LOADING",
    loadedAt: new Date().toISOString(),
    nodes: 0,
    relations: 0,
  };
  await store.prepare();
  await writeDataset(store, record);
  const target: Target = { store, gate: newGate(store.writers) };
  const loading: Loading = {
    target,
    checked,
    onProgress,
    signal: options.signal,
    terms: new Map(),
    stages: newStages(),
  };
  await readStages(loading);
  const [nodes, relations] = [noChanges(), noChanges()];
  const aliases = await nodeWriter(target, ["Alias"], {}, noChanges());
  const sweeps: Writer<never>[] = [];
  for (const kind of kindNames) await loadEntities(loading, kind, nodes, aliases, sweeps);
  await aliases.finish();
  for (const type of relationTypes) await loadRelations(loading, type, relations);
  // Nodes go last: whatever pointed at them has gone by then.
  for (const sweep of [...sweeps, aliases]) await sweep.sweep();
  onProgress({ step: "index", file: "full text", rows: 0, of: 0 });
  await store.prepareSearch();
  const dataset: Dataset = {
    ...record,
    state: "READY",
    loadedAt: new Date().toISOString(),
    ...(await countAll(store)),
  };
  await writeDataset(store, dataset);
  return { dataset, nodes, relations, milliseconds: Math.round(performance.now() - started) };
}
