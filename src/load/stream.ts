// Turns the rows of a checked folder into the nodes and relations to store, in an order in which ends come before
// what connects them. Where they go is the sink's business: a store, or files.
import { derivedOf } from "../ontology/derived.ts";
import {
  type Kind,
  kindNames,
  propertiesOf,
  type RelationType,
  relationColumnsOf,
  relationOf,
  relationPropertiesOf,
  relationTypes,
} from "../ontology/model.ts";
import { derivedOfConditions } from "./check/conditions.ts";
import type { Checked } from "./check.ts";
import { columnsOf } from "./columns.ts";
import { figureNode, loadFigureRelations, readVerdicts } from "./figures.ts";
import { derivedRelations } from "./folder.ts";
import { withLeanHeap } from "./lean-heap.ts";
import {
  afterwards,
  eachValue,
  type Loading,
  linesToLoad,
  type Sink,
  type StreamOptions,
} from "./loading.ts";
import { aliasNodes, entityNode, movedAlias, relationOfRow, type Stored } from "./rows.ts";
import { newStages } from "./stages.ts";
import type { Writer } from "./write.ts";

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
    await eachValue(loading, file, columnsOf(kind), (values) => {
      if (kind === "Observation") return writer.put(figureNode(checked, values));
      const staged = kind === "Project" ? loading.stages.applied(values) : values;
      const node = entityNode({ ...staged, ...checked.derived.get(String(values.id)) });
      if (typeof values.validYears === "number") loading.terms.set(String(values.id), values.validYears);
      return aliasNodes(node).reduce(
        (before, alias) => afterwards(before, () => aliases.put(alias)),
        writer.put(node),
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
  for (const [was, entity] of checked.moved) await aliases.put(movedAlias(was, entity));
  await aliases.finish();
  // Relations need their ends. Apart from that, no kind or type waits for the one before.
  await sink.nodesStored();
  for (const type of relationTypes) {
    if (type === derivedRelations[0]) await loadFigureRelations(loading);
    else if (!derivedRelations.includes(type)) await loadRelations(loading, type);
  }
  await sink.stored();
  // Nodes go last: whatever pointed at them has gone by then.
  for (const sweep of [...sweeps, aliases]) await sweep.sweep();
  await sink.swept();
}
