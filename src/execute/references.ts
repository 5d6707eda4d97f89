// Names where ids are taken: what the arguments of a request name is found in one read, and ids take their places.
import { type FieldNode, Kind } from "graphql";
import { ambiguousName } from "../names/name-errors.ts";
import { type AskedName, type ResolvedName, resolveNames, type Suggest } from "../names/resolve.ts";
import { kindOf, kindOfId } from "../ontology/model.ts";
import { type ArgumentPath, type Reference, valueAt } from "../plan/references.ts";
import type { FieldMap } from "../plan/spec.ts";
import { argumentsOf } from "../run/arguments.ts";
import type { Version } from "../run/run.ts";
import type { Arguments } from "../run/step.ts";
import type { GraphStore, ReadOptions } from "../store/port.ts";
import { createChecks } from "./checks.ts";
import { keptCode } from "./codes.ts";
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

/** A copy with another value at a path; what lies beside the path is shared. */
function withValue(value: Json, [key, ...rest]: ArgumentPath, put: Json): Json {
  if (key === undefined) return put;
  if (Array.isArray(value))
    return value.map((one, index) => (index === key ? withValue(one, rest, put) : one));
  const own = value as Record<string, Json>;
  return { ...own, [key]: withValue(own[key as string], rest, put) };
}

/** The value of an argument that is a variable; undefined where it is something else. */
function variableAt({ node, path }: Reference, variables: Readonly<Record<string, unknown>>): Json {
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
export const giveIds = (
  references: readonly Reference[],
  variables: Readonly<Record<string, unknown>>,
): boolean =>
  references.every((reference) => {
    const value = variableAt(reference, variables);
    return typeof value === "string" && isGivenId(value, reference);
  });

/**
 * How long what a name stands for is remembered without asking whether the data changed: as long as a change may take
 * to be noticed. After that it is good for as long as the same dataset version answers.
 */
const remembered = 1_000;

/** How many are remembered at the most. */
const mostRemembered = 5_000;

interface Remembered {
  readonly until: number;
  readonly id: string;
  /** The dataset version that answered; undefined while one is being loaded. */
  readonly version: string | undefined;
}

/** What a text was found to stand for: an id; or why it stands for none. */
type Found = string | { readonly error: unknown } | { readonly unknown: AskedName };

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
  const known = new Map<string, Remembered>();
  const check = createChecks(store, recent, fieldMap);
  const keyOf = (text: string, { kinds, bare, code }: Reference): string =>
    code === undefined ? `${kinds.join()} ${bare} ${text}` : `code ${JSON.stringify(code)} ${text}`;

  /** What is remembered; there is nothing to wait for where that is as good as new, or nothing. */
  function recall(key: string, read: ReadOptions): string | undefined | Promise<string | undefined> {
    const found = known.get(key);
    if (found === undefined || found.until > Date.now()) return found?.id;
    return recallOlder(key, found, read);
  }

  async function recallOlder(key: string, found: Remembered, read: ReadOptions): Promise<string | undefined> {
    if (found.version !== undefined && found.version === (await recent(read))) return found.id;
    known.delete(key);
    return undefined;
  }

  function remember(key: string, id: string, version: string | undefined): void {
    if (known.size >= mostRemembered) known.delete(known.keys().next().value ?? "");
    known.set(key, { until: Date.now() + remembered, id, version });
  }

  /** What one text may be asked as: ids without a prefix are tried as ids before they are names. */
  function namesOf(text: string, { kinds, bare }: Reference): AskedName[] {
    const [kind] = kinds;
    const asName = { text, kinds };
    return bare && kind !== undefined && kindOfId(text) === undefined
      ? [{ text: `${kindOf(kind).prefix}:${text}`, kinds }, asName]
      : [asName];
  }

  /** The id that a text stands for; undefined where it stands for nothing. @throws where it stands for several */
  function chosen(answers: readonly ResolvedName[]): string | undefined {
    const one = answers.find(({ is }) => is === "one") ?? answers.find(({ is }) => is === "several");
    if (one?.is === "one") return one.id;
    if (one?.is === "several") throw ambiguousName(one.candidates);
    return undefined;
  }

  return async (
    references: readonly Reference[],
    variables: Readonly<Record<string, unknown>>,
    read: ReadOptions,
    moved?: Moved,
  ): Promise<Named> => {
    // A field with a filter may name several, and coercing its arguments is most of the work here.
    const coerced = new Map<FieldNode, Arguments>();
    const given = references.map((reference) => {
      const args = coerced.get(reference.node) ?? argumentsOf(reference.field, reference.node, variables);
      coerced.set(reference.node, args);
      const value = valueAt(args, reference.path);
      return { reference, args, value, texts: (Array.isArray(value) ? value : [value]).map(String) };
    });
    const open = new Map<
      string,
      { readonly names: AskedName[]; readonly reference: Reference; readonly text: string }
    >();
    const resolved = new Map<string, Found>();
    for (const { reference, texts } of given)
      for (const text of texts) {
        // Who looks an id up is told afterwards where it is not there.
        if (isGivenId(text, reference)) continue;
        const key = keyOf(text, reference);
        const recalled = recall(key, read);
        const id = recalled instanceof Promise ? await recalled : recalled;
        if (id === undefined)
          open.set(key, {
            names: reference.code === undefined ? namesOf(text, reference) : [],
            reference,
            text,
          });
        else resolved.set(key, id);
      }
    const asked = [...open.values()].flatMap(({ names }) => names);
    // Before names are: had the data changed in between, what is found would be taken for that of a former version.
    const current = open.size === 0 ? undefined : await recent(read);
    await Promise.all(
      [...open].map(async ([key, { reference, text }]) => {
        const { code } = reference;
        if (code === undefined) return;
        try {
          const kept = await keptCode(store, text, code, read, suggest);
          remember(key, kept, current);
          resolved.set(key, kept);
        } catch (error) {
          resolved.set(key, { error });
        }
      }),
    );
    const answers = asked.length === 0 ? [] : await resolveNames(store, asked, read);
    let at = 0;
    for (const [key, { names, reference }] of open) {
      if (reference.code !== undefined) continue;
      const own = answers.slice(at, at + names.length);
      at += names.length;
      try {
        const id = chosen(own);
        if (id !== undefined) remember(key, id, current);
        resolved.set(key, id ?? { unknown: names.at(-1) ?? { text: "", kinds: [] } });
      } catch (error) {
        resolved.set(key, { error });
      }
    }
    const replaced = new Map<FieldNode, Arguments>();
    const failed = new Map<string, { nodes: readonly FieldNode[]; error: unknown }>();
    const unknown = new Map<string, { readonly node: FieldNode; readonly asked: AskedName }>();
    for (const { reference, args, value, texts } of given) {
      const ids = texts.map((text) => {
        if (isGivenId(text, reference)) return moved?.get(text)?.id ?? text;
        const key = keyOf(text, reference);
        const id = resolved.get(key);
        if (typeof id === "string") return reference.code === undefined ? written(id, reference) : id;
        const { root, node } = reference;
        if (failed.has(root)) return text;
        const isUnknown = id !== undefined && "unknown" in id;
        // In the order of the request, whatever is known of which first.
        failed.set(root, { nodes: [node], error: isUnknown ? undefined : id?.error });
        if (isUnknown) unknown.set(root, { node, asked: id.unknown });
        return text;
      });
      const own = replaced.get(reference.node) ?? args;
      const put = Array.isArray(value) ? ids : ids[0];
      replaced.set(reference.node, withValue(own, reference.path, put) as Arguments);
    }
    // What is near is looked for once for each root field: no more is told, and a request may name very many.
    await Promise.all(
      [...unknown].map(async ([root, { node, asked }]) => {
        failed.set(root, { nodes: [node], error: await unknownName(store, asked, suggest, read) });
      }),
    );
    const argumentsAbove = ({ above }: Reference) =>
      above === undefined ? {} : { above: argumentsOf(above.field, above.node, variables) };
    const compared = given.flatMap(({ reference, args }) =>
      failed.has(reference.root)
        ? []
        : [{ reference, args: replaced.get(reference.node) ?? args, ...argumentsAbove(reference) }],
    );
    for (const [root, problem] of await check(compared, read))
      if (!failed.has(root)) failed.set(root, problem);
    return { replaced, failed, asked: asked.length };
  };
}
