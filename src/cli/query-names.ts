// The entities that parameters of `query` name: ids or names, as everywhere; what is not there is an error that says
// what is near, never a table without rows.
import { idOf } from "../names/name-errors.ts";
import { type AskedName, resolveNames } from "../names/resolve.ts";
import { suggestNames } from "../names/suggest.ts";
import { isKind, type Kind, kindNames, kindOf } from "../ontology/model.ts";
import type { Question } from "../questions/question.ts";
import type { GraphStore, Json, Parameters } from "../store/port.ts";

/** Parameters that take the code of a metric: its id without the prefix. */
const metrics = new Set(["metric", "metrics", "per"]);

/** What a parameter may name; undefined for one that names no entity. */
function kindsFor({ on }: Question, name: string, type: string): readonly Kind[] | undefined {
  if (metrics.has(name)) return ["Metric"];
  if (!/^\[?ID\b/.test(type)) return undefined;
  if (name === "id" && on.length > 0) return on.includes("Relation") ? [] : on.filter(isKind);
  return kindNames.filter((kind) => kindOf(kind).field === name);
}

/** A relation's id is no name: it says the relation's type and ends. */
const isRelation = (text: string): boolean => text.includes("|");

/**
 * The parameters with the ids of what they name.
 * @throws IndustryGraphError UNKNOWN_NAME or AMBIGUOUS_NAME
 */
export async function namedParameters(
  store: GraphStore,
  question: Question,
  parameters: Parameters,
): Promise<Parameters> {
  const types = new Map(question.args.map(({ name, type }) => [name, type]));
  const named = Object.entries(parameters).flatMap(([name, value]) => {
    const kinds = kindsFor(question, name, types.get(name) ?? "ID!");
    if (kinds === undefined) return [];
    const texts = [value].flat().filter((text): text is string => typeof text === "string");
    return texts.filter((text) => !isRelation(text)).map((text) => ({ name, text, kinds }));
  });
  if (named.length === 0) return parameters;
  const prefix = `${kindOf("Metric").prefix}:`;
  const asked = named.map(
    ({ name, text, kinds }): AskedName =>
      metrics.has(name) && /^[a-z0-9-]+$/.test(text) ? { text: prefix + text, kinds } : { text, kinds },
  );
  const resolved = await resolveNames(store, asked, {}, suggestNames(store));
  const ids = new Map(
    named.map(({ name, text }, index) => {
      const one = asked[index] ?? { text, kinds: [] };
      const id = idOf(resolved[index] ?? { is: "none", near: [] }, one);
      return [`${name} ${text}`, metrics.has(name) ? id.slice(prefix.length) : id];
    }),
  );
  const put = (name: string, value: Json): Json =>
    Array.isArray(value)
      ? value.map((one) => put(name, one))
      : typeof value === "string"
        ? (ids.get(`${name} ${value}`) ?? value)
        : value;
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, put(name, value)]));
}
