// Names on a page in English: an entity that has an English name is called by it, with its own name behind. Asked for
// beside each answer, for whatever entities are in it, so that no page can forget to.

import { kindNames, kindOf, kindOfId } from "../../../src/ontology/model.ts";
import type { Ask } from "./port.ts";

const kinds = kindNames.filter((kind) => Object.hasOwn(kindOf(kind).properties, "nameEn"));

const englishName = kinds.map((kind) => `... on ${kind} { nameEn }`).join(" ");

/** A figure has no name of its own: it is called by what it is about, what it measures, and when. */
const namesDocument = `query EnglishNames($ids: [ID!]!) { nodes(ids: $ids) { id ${englishName}
  ... on Observation { period definition { name nameEn } subject { name ${englishName} } } } }`;

interface MaybeEnglish {
  readonly name: string;
  readonly nameEn?: string | null;
}

interface NameRow extends MaybeEnglish {
  readonly id: string;
  readonly period?: string | null;
  readonly definition?: MaybeEnglish | null;
  readonly subject?: MaybeEnglish | null;
}

/** What an entity is called in English; null where it has no such name. */
function englishOf({ nameEn = null, period, definition, subject }: NameRow): string | null {
  if (subject == null || definition == null) return nameEn;
  const parts = [subject, definition].map((one) => one.nameEn ?? one.name);
  return [...parts, ...(period == null ? [] : [period])].join(" · ");
}

/** Ids asked for at once at the most. */
const part = 400;

type Names = Map<string, string | null>;

/** An entity of an answer, or a row of a facet, which has its id as `key`. */
interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameEn: unknown;
}

const isFigure = (kind: string | undefined): boolean => kind === "Observation";

function namedOf(value: object): Named | undefined {
  const { id, key, name, nameEn } = value as Record<string, unknown>;
  const own = id ?? key;
  if (typeof own !== "string" || typeof name !== "string") return undefined;
  const kind = kindOfId(own);
  if (kind === undefined || !(isFigure(kind) || kinds.includes(kind))) return undefined;
  return { id: own, name, nameEn };
}

/** The id of the metric that a condition names by code. */
function metricOf(value: object): string | undefined {
  const { predicate, metric } = value as Record<string, unknown>;
  return typeof predicate === "string" && typeof metric === "string"
    ? `${kindOf("Metric").prefix}:${metric}`
    : undefined;
}

function collect(value: unknown, known: Names, missing: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  const named = namedOf(value);
  if (named !== undefined) {
    if (typeof named.nameEn === "string") known.set(named.id, named.nameEn);
    else if (!known.has(named.id)) missing.add(named.id);
  }
  const metric = metricOf(value);
  if (metric !== undefined && !known.has(metric)) missing.add(metric);
  for (const one of Object.values(value)) collect(one, known, missing);
}

/** How an entity is called on a page in English: a figure, whose name is put together, by the English alone. */
const called = ({ id, name }: Named, english: string): string =>
  name === english || isFigure(kindOfId(id)) ? english : `${english} ${name}`;

function renamed(value: unknown, known: Names): unknown {
  if (Array.isArray(value)) return value.map((one) => renamed(one, known));
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) copy[key] = renamed(one, known);
  const named = namedOf(value);
  const english = named === undefined ? null : known.get(named.id);
  if (named !== undefined && english != null)
    Object.assign(copy, { name: called(named, english), english, given: named.name });
  const metric = metricOf(value);
  const measured = metric === undefined ? undefined : known.get(metric);
  return measured == null ? copy : Object.assign(copy, { metricEn: measured });
}

/**
 * Asks for a page in English: in what is answered, `name` is the English name with the entity's own behind it, `english`
 * that alone, and `given` the other (a figure is called by the English alone); a condition has the English name of its metric as `metricEn`.
 * @param known the names that have been learnt, to be kept from one question to the next
 */
export function inEnglish(ask: Ask, known: Names = new Map()): Ask {
  return async <T>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<T> => {
    const answer = await ask<T>(query, variables);
    const missing = new Set<string>();
    collect(answer, known, missing);
    const ids = [...missing];
    for (let at = 0; at < ids.length; at += part) {
      const some = ids.slice(at, at + part);
      const { nodes } = await ask<{ nodes: readonly (NameRow | null)[] }>(namesDocument, { ids: some });
      for (const id of some) known.set(id, null);
      for (const node of nodes) if (node !== null) known.set(node.id, englishOf(node));
    }
    return renamed(answer, known) as T;
  };
}
