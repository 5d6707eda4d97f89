// What is measured: one piece of work asked in three ways, with a way to see that the answers are equal.
import { randomOf } from "../../scripts/synthetic/random.ts";
import { worldOf } from "../../scripts/synthetic/world.ts";

export type Value = null | boolean | number | string | Value[] | { readonly [key: string]: Value };
export type Fields = { readonly [key: string]: Value };

export interface Work {
  readonly name: string;
  /** Asked of Industry Graph, on either engine. */
  readonly ours: string;
  /** Asked of @neo4j/graphql. */
  readonly peer: string;
  /** Written by hand: one row with a column `data` that is our answer's `data`. */
  readonly limit: string;
  /** What the answers have in common, in one form. */
  readonly fromOurs: (data: Fields) => Value;
  readonly fromPeer: (data: Fields) => Value;
  /** Variables of several requests, for a world of so many enterprises. */
  readonly variables: (sample: Sampler) => Fields[];
}

/** Draws ids of a synthetic world, the same in every run. */
export interface Sampler {
  readonly enterprises: number;
  readonly parks: number;
  /** So many different whole numbers below `under`. */
  draw(count: number, under: number): number[];
}

export function samplerOf(enterprises: number): Sampler {
  const random = randomOf(7, "samples");
  return {
    enterprises,
    parks: worldOf(enterprises, 1).parks,
    draw(count, under) {
      const drawn = new Set<number>();
      while (drawn.size < Math.min(count, under)) drawn.add(Math.floor(random() * under));
      return [...drawn];
    },
  };
}

/** A field of an answer that must be an object. */
export function object(value: Value | undefined): Fields {
  if (value === null || value === undefined || typeof value !== "object" || Array.isArray(value))
    throw new Error(`not an object: ${JSON.stringify(value)}`);
  return value;
}

/** A field of an answer that must be a list of objects. */
export function list(value: Value | undefined): Fields[] {
  if (!Array.isArray(value)) throw new Error(`not a list: ${JSON.stringify(value)}`);
  return value.map(object);
}

/** The first of the peer's list of one. */
export function first(value: Value | undefined): Fields {
  return object(list(value)[0]);
}
