// Figures of a checked folder: their nodes, and the relations to subject and metric that follow from them.
import type { Properties } from "../ontology/definitions.ts";
import { kindOfId, type RelationType, relationOf, relationPropertiesOf } from "../ontology/model.ts";
import type { Checked } from "./check.ts";
import { observationColumns } from "./columns.ts";
import { derivedRelations } from "./folder.ts";
import { afterwards, eachValue, type Loading } from "./loading.ts";
import { observationNode, relationOfRow, type Stored, type StoredRelation } from "./rows.ts";
import type { Writer } from "./write.ts";

/** The id of what a figure is about. */
function subjectOf({ directory }: Checked, values: Stored): string {
  return directory.resolve(String(values.subject), relationOf("OBSERVES").to) ?? "";
}

/** The id of what a figure measures. */
const metricOf = (values: Stored): string => `metric:${String(values.metric)}`;

/** Reads what was stated of the things that targets were set for: their nodes tell what came of them. */
export async function readVerdicts(loading: Loading): Promise<void> {
  const { checked } = loading;
  const { files, verdicts, metricUnits } = checked;
  if (files.observations === undefined || !verdicts.any) return;
  await eachValue(loading, files.observations, observationColumns, (values) => {
    verdicts.fact(values, subjectOf(checked, values), metricUnits.get(metricOf(values)));
    return undefined;
  });
}

/** The node of a figure: its name says what it is about, its properties what came of it. */
export function figureNode(checked: Checked, values: Stored): Stored {
  const { directory, metricUnits, verdicts } = checked;
  const [subject, metric] = [subjectOf(checked, values), metricOf(values)];
  return observationNode(
    values,
    directory.nameOf(subject) ?? subject,
    directory.nameOf(metric) ?? String(values.metric),
    kindOfId(subject),
    metricUnits.get(metric),
    verdicts.of(String(values.id)),
  );
}

/** A relation that follows from a figure: to its subject or to its metric. */
function relationOfFigure(type: RelationType, checked: Checked, values: Stored): StoredRelation {
  const id = String(values.id);
  const evidence: Stored = {
    sources: values.sources ?? [],
    ...(values.status === undefined ? {} : { status: values.status }),
  };
  const to = type === "OBSERVES" ? subjectOf(checked, values) : metricOf(values);
  return relationOfRow(type, id, to, evidence);
}

/** What of a figure's row its relations are made of. */
const relationColumns: Properties = Object.fromEntries(
  ["id", "subject", "metric", "sources", "status"].flatMap((name) => {
    const property = observationColumns[name];
    return property === undefined ? [] : [[name, property]];
  }),
);

/** Loads the relations that follow from figures, of all their types as the figures are gone through once. */
export async function loadFigureRelations(loading: Loading): Promise<void> {
  const { sink, checked } = loading;
  const writers: [RelationType, Writer<StoredRelation>][] = [];
  for (const type of derivedRelations)
    writers.push([type, await sink.relations(type, relationPropertiesOf(type))]);
  const { observations } = checked.files;
  if (observations !== undefined) {
    await eachValue(loading, observations, relationColumns, (values) =>
      writers.reduce<Promise<void> | undefined>(
        (before, [type, writer]) =>
          afterwards(before, () => writer.put(relationOfFigure(type, checked, values))),
        undefined,
      ),
    );
  }
  for (const [, writer] of writers) await writer.finish();
  for (const [, writer] of writers) await writer.sweep();
}
