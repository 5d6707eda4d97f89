// What a question of GraphiQL names of the data: ids, codes of metrics, a text to search for. They can be read, and others
// put in their places.
import { kindOf, kindOfId } from "../ontology/model.ts";

/** The text of a question with its values. */
export interface Asked {
  readonly query: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const isId = (value: unknown): value is string => typeof value === "string" && kindOfId(value) !== undefined;

const metricPrefix = `${kindOf("Metric").prefix}:`;

/** Arguments that take codes of metrics, and the code or codes that a text gives them. */
const codesInText = /\b(?:metrics?|per): (?:"[^"]*"|\[[^\]]*\])/g;

/** The variables of a text that are given to arguments of these names. */
function variablesFor(query: string, argument: RegExp): ReadonlySet<string> {
  return new Set([...query.matchAll(argument)].map(([, name = ""]) => name));
}

const strings = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === "string");

/** The variable that holds what a question searches for. */
export function searchedText({ query, values }: Asked): string | undefined {
  const [name = ""] = variablesFor(query, /\bsearch\(text: \$(\w+)/g);
  return strings(values[name])[0];
}

/** The ids that a question names, each once; a metric's code is told as its id. */
export function namedIn({ query, values }: Asked): string[] {
  const found = new Set<string>();
  const metrics = variablesFor(query, /\b(?:metrics?|per): \$(\w+)/g);
  for (const [name, value] of Object.entries(values))
    for (const one of strings(value))
      if (isId(one)) found.add(one);
      else if (metrics.has(name)) found.add(metricPrefix + one);
  for (const [written] of query.matchAll(codesInText))
    for (const [, code = ""] of written.matchAll(/"([^"]*)"/g)) found.add(metricPrefix + code);
  return [...found];
}

/** The question about others: `others` has what stands for an id or, of a search, for its text. */
export function askedOf({ query, values }: Asked, others: ReadonlyMap<string, string>): Asked {
  const codeFor = (code: string): string =>
    others.get(metricPrefix + code)?.slice(metricPrefix.length) ?? code;
  const metrics = variablesFor(query, /\b(?:metrics?|per): \$(\w+)/g);
  const swapped = (value: unknown, isMetric: boolean): unknown => {
    if (Array.isArray(value)) return value.map((one) => swapped(one, isMetric));
    if (typeof value !== "string") return value;
    return others.get(value) ?? (isMetric ? codeFor(value) : value);
  };
  return {
    query: query.replace(codesInText, (written) =>
      written.replace(/"([^"]*)"/g, (_whole, code: string) => JSON.stringify(codeFor(code))),
    ),
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, swapped(value, metrics.has(name))]),
    ),
  };
}
