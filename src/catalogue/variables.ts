// Values of an operation's variables as written in an address or on a command line.
import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isScalarType,
} from "graphql";
import { IndustryGraphError } from "../errors.ts";
import { distance } from "../load/distance.ts";
import type { Operation, OperationVariable } from "./operation.ts";

function wrong(operation: Operation, name: string, what: string): never {
  throw new IndustryGraphError("BAD_ARGUMENT", `${operation.name}: ${name} ${what}`);
}

function coerced(
  operation: Operation,
  name: string,
  type: GraphQLInputType,
  texts: readonly string[],
): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const parts = texts.length === 1 ? (texts[0] ?? "").split(",").map((part) => part.trim()) : texts;
    return parts.filter((part) => part !== "").map((part) => coerced(operation, name, bare.ofType, [part]));
  }
  if (texts.length > 1) wrong(operation, name, "takes one value; it was given several times.");
  const text = texts[0] ?? "";
  const named = getNamedType(bare);
  if (isInputObjectType(named)) {
    try {
      return JSON.parse(text);
    } catch {
      return wrong(operation, name, `is an object in JSON, not ${text}.`);
    }
  }
  if (!isScalarType(named)) return text;
  if (named.name === "Int" || named.name === "Float") {
    const number = Number(text);
    return text.trim() !== "" && Number.isFinite(number)
      ? number
      : wrong(operation, name, `is a number, not ${text}.`);
  }
  if (named.name === "Boolean")
    return text === "true" || text === "false"
      ? text === "true"
      : wrong(operation, name, `is true or false, not ${text}.`);
  return text;
}

const told = ({ name, type, about, required }: OperationVariable): string =>
  `${name} (${String(type)}${required ? "" : ", may be left out"}): ${about.zh} / ${about.en}`;

/**
 * The variables from names and texts. An empty text leaves a variable out.
 * @param given name and text of each, a name perhaps several times
 * @throws IndustryGraphError BAD_ARGUMENT for a name that is none, a value that does not fit, and one that is missing
 */
export function variablesFrom(
  operation: Operation,
  given: Iterable<readonly [string, string]>,
): Record<string, unknown> {
  const texts = new Map<string, string[]>();
  for (const [name, text] of given) if (text !== "") texts.set(name, [...(texts.get(name) ?? []), text]);
  const known = new Map(operation.variables.map((variable) => [variable.name, variable]));
  for (const name of texts.keys()) {
    if (known.has(name)) continue;
    const near = [...known.keys()].sort((one, other) => distance(name, one) - distance(name, other))[0];
    const names = operation.variables.map(told).join("\n  ");
    wrong(
      operation,
      name,
      near === undefined
        ? "is not asked for: it takes no variable."
        : `is no variable of it; did you mean ${near}? It takes\n  ${names}`,
    );
  }
  const missing = operation.variables.filter(({ name, required }) => required && !texts.has(name));
  if (missing.length > 0) {
    const example = missing.map(({ name, example }) => `${name}=${String(example)}`).join("&");
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${operation.name} needs ${missing.map(told).join("; ")}. For example ${example}.`,
    );
  }
  return Object.fromEntries(
    [...texts].map(([name, values]) => [
      name,
      coerced(operation, name, known.get(name)?.type as GraphQLInputType, values),
    ]),
  );
}
