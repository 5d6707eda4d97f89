// The columns of the files of a folder, as the ontology has them.
import type { Properties } from "../ontology/definitions.ts";
import { type Kind, propertiesOf, relationColumnsOf } from "../ontology/model.ts";
import type { Header } from "./read.ts";

/** Columns of observations.csv: those of the kind, with the subject, without name and aliases. */
export const observationColumns: Properties = (() => {
  const { id, name: _name, aliases: _aliases, ...rest } = propertiesOf("Observation");
  const subject = relationColumnsOf("OBSERVES").to;
  return { ...(id === undefined ? {} : { id }), ...(subject === undefined ? {} : { subject }), ...rest };
})();

/** Columns of a kind's file. */
export function columnsOf(kind: Kind): Properties {
  return kind === "Observation" ? observationColumns : propertiesOf(kind);
}

/** Names of the columns that a header must have. */
export function requiredColumns(columns: Properties): string[] {
  return Object.entries(columns)
    .filter(([, property]) => property.required === true)
    .map(([name]) => name);
}

const headers = new WeakMap<Properties, Header>();

/** What the header of a file of these columns may and must have. */
export function headerOf(columns: Properties): Header {
  const known = headers.get(columns);
  if (known !== undefined) return known;
  const titles = new Map(Object.entries(columns).map(([name, { title }]) => [title.zh, name]));
  const header = {
    columns: Object.keys(columns),
    required: requiredColumns(columns),
    titled: (text: string) => titles.get(text),
  };
  headers.set(columns, header);
  return header;
}
