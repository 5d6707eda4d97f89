// What a question of planners is, the places that questions are asked about, and how large an answer is.

import { randomOf } from "../../scripts/synthetic/random.ts";
import { enterpriseId, parkId, regionId, type World } from "../../scripts/synthetic/world.ts";
import type { Fields, Value } from "../compare/work.ts";

/** A case of a question: each of its variables is asked in turn. */
export interface Case {
  readonly name: string;
  readonly variables: readonly Fields[];
}

export interface Question {
  readonly name: string;
  readonly query: string;
  readonly cases: readonly Case[];
}

/** The questions of a group of docs/questions.md in a world. */
export interface Group {
  readonly title: string;
  questions(world: World): readonly Question[];
}

/** Where most lies: the first of each kind. */
export const largest = {
  park: parkId(0),
  district: regionId("910101"),
  city: regionId("910100"),
  province: regionId("910000"),
  cluster: "cluster:synthetic-0",
} as const;

export const one = (name: string, variables: Fields): Case => ({ name, variables: [variables] });

/** A case of each of several variables by name. */
export const each = (cases: Readonly<Record<string, Fields>>): Case[] =>
  Object.entries(cases).map(([name, variables]) => one(name, variables));

/** Ids of so many enterprises from all over, the same in each run. */
export function someEnterprises(world: World, count: number): string[] {
  const random = randomOf(7, "planners");
  return Array.from({ length: count }, () => enterpriseId(Math.floor(random() * world.enterprises)));
}

export interface Size {
  /** Rows of the longest list among the outermost. */
  readonly rows: number;
  /** How many there are in all, where the answer tells. */
  readonly total?: number;
}

const totals = ["totalCount", "total", "projects"];

/** How many rows an answer has, and of how many. */
export function sizeOf(data: Value): Size {
  let total: number | undefined;
  for (let level: Value[] = [data]; level.length > 0; ) {
    const lists = level.filter(Array.isArray);
    if (lists.length > 0) return { rows: Math.max(...lists.map((list) => list.length)), total };
    const next: Value[] = [];
    for (const value of level) {
      if (value === null || typeof value !== "object") continue;
      for (const [key, inner] of Object.entries(value)) {
        if (totals.includes(key) && typeof inner === "number") total ??= inner;
        next.push(inner);
      }
    }
    level = next;
  }
  return { rows: 0, total };
}
