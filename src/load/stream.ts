// Turns the rows of a checked folder into the nodes and relations to store, in an order in which ends come before
// what connects them. Where they go is the sink's business: a store, or files.
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
import { derivedOfConditions } from "./check/conditions.ts";
import type { OnProgress } from "./check/pass.ts";
import type { Checked } from "./check.ts";
import { withLeanHeap } from "./lean-heap.ts";
import { newProblems } from "./problems.ts";
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
import type { Writer } from "./write.ts";

/** Where nodes and relations go. */
export interface Sink {
  /** Takes nodes with the labels given; the last is the one by which they are looked up. */
  nodes(labels: readonly string[], properties: Properties): Promise<Writer<Stored>>;
  /** Takes relations of one type. */
  relations(type: RelationType, properties: Properties): Promise<Writer<StoredRelation>>;
}

export interface StreamOptions {
  readonly onProgress: OnProgress;
  /** Stops between rows. */
  readonly signal?: AbortSignal;
}

const progressEvery = 5_000;

interface Loading {
  readonly sink: Sink;
  readonly checked: Checked;
  readonly onProgress: OnProgress;
  readonly signal?: AbortSignal;
  /** Years after which certifications are re-examined, by id. */
  readonly terms: Map<string, number>;
  readonly stages: Stages;
}

/** Lines that are gone through: those of observations for the figure and for its relations, and once more for targets. */
function linesToLoad({ lines, files, verdicts }: Checked): number {
  const figures = lines.get(files.observations?.file ?? "") ?? 0;
  return [...lines.values()].reduce((sum, count) => sum + count, (verdicts.any ? 2 : 1) * figures);
}

async function eachValue(
  loading: Loading,
  file: CsvFile,
  columns: Properties,
  visit: (values: Stored) => Promise<void> | undefined,
): Promise<void> {
  const { checked, signal, onProgress } = loading;
  const of = checked.lines.get(file.file) ?? 0;
  const all = linesToLoad(checked);
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
    onProgress({ step: "load", file: file.file, rows, of, all });
  }
  onProgress({ step: "load", file: file.file, rows, of: rows, all });
}

async function loadEntities(
  loading: Loading,
  kind: Kind,
  aliases: Writer<Stored>,
  sweeps: Writer<never>[],
): Promise<void> {
  const { sink, checked } = loading;
  const properties = { ...propertiesOf(kind), ...derivedOf(kind) };
  const writer = await sink.nodes(["Entity", kind], properties);
  const file = kind === "Observation" ? checked.files.observations : checked.files.entities.get(kind);
  if (file !== undefined) {
    const columns = kind === "Observation" ? observationColumns : propertiesOf(kind);
    await eachValue(loading, file, columns, (values) => {
      if (kind === "Observation") {
        const subject = checked.directory.resolve(String(values.subject), relationOf("OBSERVES").to) ?? "";
        const metric = checked.directory.nameOf(`metric:${String(values.metric)}`) ?? String(values.metric);
        const subjectName = checked.directory.nameOf(subject) ?? subject;
        const unit = checked.metricUnits.get(`metric:${String(values.metric)}`);
        const verdict = checked.verdicts.of(String(values.id));
        return writer.put(observationNode(values, subjectName, metric, kindOfId(subject), unit, verdict));
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

/** Reads what was stated of the things that targets were set for: their nodes tell what came of them. */
async function readVerdicts(loading: Loading): Promise<void> {
  const { files, verdicts, directory, metricUnits } = loading.checked;
  if (files.observations === undefined || !verdicts.any) return;
  await eachValue(loading, files.observations, observationColumns, (values) => {
    const subject = directory.resolve(String(values.subject), relationOf("OBSERVES").to) ?? "";
    verdicts.fact(values, subject, metricUnits.get(`metric:${String(values.metric)}`));
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

/** The relations that follow from figures are of two types, written as the figures are gone through once. */
async function loadObservationRelations(loading: Loading): Promise<void> {
  const { sink, checked } = loading;
  const of = async (type: RelationType): Promise<Writer<StoredRelation>> =>
    sink.relations(type, relationPropertiesOf(type));
  const [subjects, metrics] = [await of("OBSERVES"), await of("MEASURED_AS")];
  const { observations } = checked.files;
  if (observations !== undefined) {
    await eachValue(loading, observations, observationColumns, (values) => {
      const waiting = subjects.put(observationRelation("OBSERVES", checked, values));
      const metric = (): Promise<void> | undefined =>
        metrics.put(observationRelation("MEASURED_AS", checked, values));
      return waiting === undefined ? metric() : waiting.then(metric);
    });
  }
  for (const writer of [subjects, metrics]) await writer.finish();
  for (const writer of [subjects, metrics]) await writer.sweep();
}

async function loadRelations(loading: Loading, type: RelationType): Promise<void> {
  const { sink, checked } = loading;
  const writer = await sink.relations(type, relationPropertiesOf(type));
  const file = checked.files.relations.get(type);
  if (file !== undefined) {
    const { from, to } = relationOf(type);
    await eachValue(loading, file, relationColumnsOf(type), (values) => {
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

/** Hands all nodes and relations of a folder to a sink. */
export function streamFolder(checked: Checked, sink: Sink, options: StreamOptions): Promise<void> {
  return withLeanHeap(linesToLoad(checked), () => stream(checked, sink, options));
}

async function stream(checked: Checked, sink: Sink, options: StreamOptions): Promise<void> {
  const loading: Loading = { sink, checked, ...options, terms: new Map(), stages: newStages() };
  await readStages(loading);
  await readVerdicts(loading);
  const aliases = await sink.nodes(["Alias"], {});
  const sweeps: Writer<never>[] = [];
  for (const kind of kindNames) await loadEntities(loading, kind, aliases, sweeps);
  await aliases.finish();
  for (const type of relationTypes) {
    if (type === "OBSERVES") await loadObservationRelations(loading);
    else if (type !== "MEASURED_AS") await loadRelations(loading, type);
  }
  // Nodes go last: whatever pointed at them has gone by then.
  for (const sweep of [...sweeps, aliases]) await sweep.sweep();
}
