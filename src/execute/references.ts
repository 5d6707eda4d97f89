// Names where ids are taken: what the arguments of a request name is found in one read, and ids take their places.
import { type FieldNode, Kind } from "graphql";
import type { AskedName, Suggest } from "../names/resolve.ts";
import { kindOf, kindOfId } from "../ontology/model.ts";
import { type ArgumentPath, type Reference, valueAt } from "../plan/references.ts";
import type { FieldMap } from "../plan/spec.ts";
import { argumentsOf } from "../run/arguments.ts";
import type { Version } from "../run/run.ts";
import type { Arguments } from "../run/step.ts";
import type { GraphStore, ReadOptions } from "../store/port.ts";
import { createChecks } from "./checks/checks.ts";
import type { Problems } from "./checks/had.ts";
import type { GivenAt } from "./checks/looked-up.ts";
import { createLookUp, type Found, namesOf, type Open } from "./look-up.ts";
import { createMemory } from "./remembered.ts";
import { unknownName } from "./unknown-name.ts";

/** Arguments in which ids stand for names, by the field's node. */
export type Replaced = ReadonlyMap<FieldNode, Arguments>;

/** What the arguments of a request name. */
export interface Named {
  readonly replaced: Replaced;
  /** The first error of each root field, by its response name. */
  readonly failed: ReadonlyMap<string, { readonly nodes: readonly FieldNode[]; readonly error: unknown }>;
  /** How many names and ids were looked up; none where all were known. */
  readonly asked: number;
}

type Json = unknown;
type Variables = Readonly<Record<string, unknown>>;

/** A copy with another value at a path; what lies beside the path is shared. */
function withValue(value: Json, [key, ...rest]: ArgumentPath, put: Json): Json {
  if (key === undefined) return put;
  if (Array.isArray(value))
    return value.map((one, index) => (index === key ? withValue(one, rest, put) : one));
  const own = value as Record<string, Json>;
  return { ...own, [key]: withValue(own[key as string], rest, put) };
}

/** The value of an argument that is a variable; undefined where it is something else. */
function variableAt({ node, path }: Reference, variables: Variables): Json {
  const [name, ...within] = path;
  if (within.length > 0) return undefined;
  const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
  return given?.kind === Kind.VARIABLE ? variables[given.name.value] : undefined;
}

/** Ids that were given up, with the id that stands now: found where an id that was looked up is not there. */
export type Moved = ReadonlyMap<string, { readonly id: string }>;

/** Whether a text is the id that a field looks up: nothing is asked beforehand. */
const isGivenId = (text: string, { isLookup }: Reference): boolean =>
  isLookup && kindOfId(text) !== undefined;

/** Whether all that references name is ids that fields look up: then there is nothing to be found beforehand. */
export const giveIds = (references: readonly Reference[], variables: Variables): boolean =>
  references.every((reference) => {
    const value = variableAt(reference, variables);
    return typeof value === "string" && isGivenId(value, reference);
  });

/** A place among the arguments of a request where something is named. */
interface Given {
  readonly reference: Reference;
  readonly args: Arguments;
  readonly value: Json;
  readonly texts: readonly string[];
}

/** What is named, before it is known whether it can hold. */
interface Naming {
  readonly replaced: Replaced;
  readonly failed: Map<string, { readonly nodes: readonly FieldNode[]; readonly error: unknown }>;
  readonly asked: number;
}

/** The id as an argument takes it. */
const written = (id: string, { bare, kinds: [kind] }: Reference): string =>
  bare && kind !== undefined ? id.slice(kindOf(kind).prefix.length + 1) : id;

/**
 * Creates what finds the entities that arguments name.
 * @param suggest tells what is near a name that is not there
 * @param recent tells which data answer, or did a second ago
 * @param fieldMap what fields and those of filters ask
 */
export function createReferences(
  store: Pick<GraphStore, "read">,
  suggest: Suggest,
  recent: Version,
  fieldMap: FieldMap,
) {
  const { recall, remember } = createMemory(recent);
  const lookUp = createLookUp(store, suggest, recent, remember);
  const check = createChecks(store, recent, fieldMap);

  // The same for each run of a plan.
  const prefixes = new WeakMap<Reference, string>();
  function keyOf(text: string, reference: Reference): string {
    let prefix = prefixes.get(reference);
    if (prefix === undefined) {
      const { kinds, bare, code } = reference;
      prefix = code === undefined ? `${kinds.join()} ${bare} ` : `code ${JSON.stringify(code)} `;
      prefixes.set(reference, prefix);
    }
    return prefix + text;
  }

  /** What arguments give wherever they name something. */
  function givenAt(references: readonly Reference[], variables: Variables): Given[] {
    // A field with a filter may name several, and coercing its arguments is most of the work here.
    const coerced = new Map<FieldNode, Arguments>();
    return references.map((reference) => {
      let args = coerced.get(reference.node);
      if (args === undefined) {
        args = argumentsOf(reference.field, reference.node, variables);
        coerced.set(reference.node, args);
      }
      const value = valueAt(args, reference.path);
      return { reference, args, value, texts: Array.isArray(value) ? value.map(String) : [String(value)] };
    });
  }

  /** Puts ids in the places of what was resolved; what stands for nothing, or for several, fails. */
  function replace(given: readonly Given[], resolved: ReadonlyMap<string, Found>, moved: Moved | undefined) {
    const replaced = new Map<FieldNode, Arguments>();
    const failed = new Map<string, { nodes: readonly FieldNode[]; error: unknown }>();
    const unknown = new Map<string, { readonly node: FieldNode; readonly asked: AskedName }>();
    const idOf = (text: string, reference: Reference): string => {
      if (isGivenId(text, reference)) return moved?.get(text)?.id ?? text;
      const id = resolved.get(keyOf(text, reference));
      if (typeof id === "string") return reference.code === undefined ? written(id, reference) : id;
      const { root, node } = reference;
      if (failed.has(root)) return text;
      const isUnknown = id !== undefined && "unknown" in id;
      // In the order of the request, whatever is known of which first.
      failed.set(root, { nodes: [node], error: isUnknown ? undefined : id?.error });
      if (isUnknown) unknown.set(root, { node, asked: id.unknown });
      return text;
    };
    for (const { reference, args, value, texts } of given) {
      const own = replaced.get(reference.node) ?? args;
      const ids = texts.map((text) => idOf(text, reference));
      const put = Array.isArray(value) ? ids : ids[0];
      // Ids that were given as such stand there already.
      const stands = Array.isArray(value) ? ids.every((id, at) => id === value[at]) : put === value;
      replaced.set(reference.node, stands ? own : (withValue(own, reference.path, put) as Arguments));
    }
    return { replaced, failed, unknown };
  }

  return (
    references: readonly Reference[],
    variables: Variables,
    read: ReadOptions,
    moved?: Moved,
  ): Named | Promise<Named> => {
    const given = givenAt(references, variables);
    const open: Open = new Map();
    const resolved = new Map<string, Found>();
    const older: Promise<void>[] = [];
    for (const { reference, texts } of given)
      for (const text of texts) {
        // Who looks an id up is told afterwards where it is not there.
        if (isGivenId(text, reference)) continue;
        const key = keyOf(text, reference);
        const take = (id: string | undefined): void => {
          if (id !== undefined) resolved.set(key, id);
          else {
            const names = reference.code === undefined ? namesOf(text, reference) : [];
            open.set(key, { names, reference, text });
          }
        };
        const recalled = recall(key, read);
        if (recalled instanceof Promise) older.push(recalled.then(take));
        else take(recalled);
      }

    async function told(asked: number): Promise<Named> {
      const { replaced, failed, unknown } = replace(given, resolved, moved);
      // What is near is looked for once for each root field: no more is told, and a request may name very many.
      await Promise.all(
        [...unknown].map(async ([root, { node, asked }]) => {
          failed.set(root, { nodes: [node], error: await unknownName(store, asked, suggest, read) });
        }),
      );
      return checked({ replaced, failed, asked });
    }

    function checked({ replaced, failed, asked }: Naming): Named | Promise<Named> {
      const compared: GivenAt[] = [];
      for (const { reference, args } of given) {
        const { root, node, above } = reference;
        if (failed.has(root)) continue;
        const own = { reference, args: replaced.get(node) ?? args };
        compared.push(
          above === undefined ? own : { ...own, above: argumentsOf(above.field, above.node, variables) },
        );
      }
      const end = (problems: Problems): Named => {
        for (const [root, problem] of problems) if (!failed.has(root)) failed.set(root, problem);
        return { replaced, failed, asked };
      };
      const problems = check(compared, read);
      return problems instanceof Promise ? problems.then(end) : end(problems);
    }

    // Mostly everything is remembered, and there is nothing to wait for.
    if (older.length === 0 && open.size === 0)
      return checked({ ...replace(given, resolved, moved), asked: 0 });
    return Promise.all(older)
      .then(() => lookUp(open, resolved, read))
      .then(told);
  };
}
