// Values of an operation's variables as written in an address or on a command line.
import {
  type GraphQLEnumType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
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

/** A value of an enumeration with its Chinese title, where its description begins with one. */
export interface EnumValue {
  readonly name: string;
  readonly title: string;
}

/** The values of an enumeration as people are told of them; undefined for other types. */
export function valuesOf(type: GraphQLInputType): EnumValue[] | undefined {
  const named = getNamedType(type);
  if (!isEnumType(named)) return undefined;
  return named
    .getValues()
    .map(({ name, description }) => ({ name, title: /^[^:：]*/.exec(description ?? "")?.[0].trim() ?? "" }));
}

/** The value that a text means: by its name however that is written, or by its title. */
function enumValue(operation: Operation, name: string, type: GraphQLEnumType, text: string): string {
  const all = valuesOf(type) ?? [];
  const asked = text.trim();
  const low = asked.toUpperCase().replace(/[\s-]+/g, "_");
  const found =
    all.find((one) => one.name === low) ?? all.find(({ title }) => title.split("、").includes(asked));
  if (found !== undefined) return found.name;
  const told = all.map((one) => (one.title === "" ? one.name : `${one.name} (${one.title})`));
  return wrong(operation, name, `is one of ${told.join(", ")}, not ${text}.`);
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
  if (isEnumType(named)) return enumValue(operation, name, named, text);
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
  const typeOf = checkNames(operation, texts);
  return Object.fromEntries(
    [...texts].map(([name, values]) => [name, coerced(operation, name, typeOf(name), values)]),
  );
}

/** A value as programs give it: texts as an address has them, all else as it is. */
function fitted(operation: Operation, name: string, type: GraphQLInputType, value: unknown): unknown {
  const bare = getNullableType(type);
  if (Array.isArray(value) && isListType(bare))
    return value.map((one) => (one === null ? null : fitted(operation, name, bare.ofType, one)));
  if (typeof value === "string") return coerced(operation, name, type, [value]);
  const named = getNamedType(bare);
  if (typeof value === "number" && (named.name === "ID" || named.name === "String")) return String(value);
  return value;
}

/**
 * The variables from names and values of JSON. What is null or an empty text is left out.
 * @throws IndustryGraphError BAD_ARGUMENT as `variablesFrom`
 */
export function variablesOf(
  operation: Operation,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const values = new Map(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined && value !== ""),
  );
  const typeOf = checkNames(operation, values);
  return Object.fromEntries(
    [...values].map(([name, value]) => [name, fitted(operation, name, typeOf(name), value)]),
  );
}

/** The type of each variable by name. @throws IndustryGraphError for a name that is none, and for one that is missing */
function checkNames(
  operation: Operation,
  given: ReadonlyMap<string, unknown>,
): (name: string) => GraphQLInputType {
  const known = new Map(operation.variables.map((variable) => [variable.name, variable]));
  for (const name of given.keys()) {
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
  const missing = operation.variables.filter(({ name, required }) => required && !given.has(name));
  if (missing.length > 0) {
    const example = missing.map(({ name, example }) => `${name}=${String(example)}`).join("&");
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${operation.name} needs ${missing.map(told).join("; ")}. For example ${example}.`,
    );
  }
  return (name) => known.get(name)?.type as GraphQLInputType;
}
