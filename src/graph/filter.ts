// Filters as patterns: only those given enter the statement, each as a MATCH that the planner may start from.
import { getNamedType, isInputObjectType } from "graphql";
import { IndustryGraphError } from "../errors.ts";
import type { Json } from "../store/port.ts";
import { normaliseName } from "../text/normalise.ts";
import { bind, type Compiling, type Place, questionOf } from "./frame.ts";
import type { Arguments } from "./plan.ts";
import type { FilterSpec } from "./spec.ts";
import { rename } from "./tokens.ts";

const rank: Record<FilterSpec["is"], number> = { property: 0, related: 1, reach: 2, question: 3, text: 4 };

function filterValue(field: string) {
  return (args: Arguments): Json => ((args.filter as Record<string, Json> | null)?.[field] ?? null) as Json;
}

function searchedText(field: string) {
  return (args: Arguments): Json => {
    const given = String((args.filter as Record<string, unknown> | null)?.[field] ?? "");
    const text = normaliseName(given);
    if (text === "") {
      throw new IndustryGraphError(
        "BAD_ARGUMENT",
        `filter.${field} holds no letter or digit to look for; leave it out.`,
      );
    }
    return text;
  };
}

function arrow(way: "out" | "in" | "both", inner: string): string {
  return `${way === "in" ? "<" : ""}-[${inner}]-${way === "out" ? ">" : ""}`;
}

/** The clauses that keep those `node`s of a kind for which all filters given hold. */
export function filterClauses(compiling: Compiling, place: Place, node: string, kind: string): string[] {
  const declared = place.field.args.find((argument) => argument.name === "filter");
  const given = place.args.filter as Readonly<Record<string, unknown>> | null | undefined;
  if (declared === undefined || given === null || given === undefined) return [];
  const input = getNamedType(declared.type);
  const specs = compiling.fieldMap.filters[input.name] ?? {};
  if (!isInputObjectType(input)) return [];
  const present = Object.keys(input.getFields())
    .filter((field) => given[field] !== null && given[field] !== undefined)
    .map((field) => {
      const spec = specs[field];
      if (spec === undefined) throw new Error(`${input.name}.${field} has no filter in the field map`);
      return { field, spec };
    })
    .sort((a, b) => rank[a.spec.is] - rank[b.spec.is]);
  const clauses: string[] = [];
  const grouped = new Map<string, string[]>();
  for (const { field, spec } of present) {
    const value = (): string => bind(compiling, place, filterValue(field));
    if (spec.is === "property") clauses.push(`MATCH (${node}:${kind} {${spec.property}: $${value()}})`);
    else if (spec.is === "related") {
      // Filters of one relation mean one far end: their properties go into one pattern.
      const group = `${spec.relation} ${spec.way} ${spec.of}`;
      const conditions = grouped.get(group) ?? [];
      conditions.push(`${spec.property}: $${value()}`);
      grouped.set(group, conditions);
    } else if (spec.is === "reach") {
      const path = arrow("in", `:${spec.relations.join("|")}*1..${spec.hops}`);
      clauses.push(`MATCH (:${spec.of} {id: $${value()}})${path}(${node}:${kind})`);
    } else if (spec.is === "question") {
      const number = compiling.next();
      const parameter = value();
      const question = questionOf(compiling, spec.question);
      clauses.push(
        rename(question.body, {
          variable: (name) => (name === "node" ? node : `${name}_${number}`),
          parameter: () => parameter,
        }),
      );
    } else {
      const parameter = bind(compiling, place, searchedText(field));
      clauses.push(`MATCH (${node}:${kind}) WHERE ${node}.searchText CONTAINS $${parameter}`);
    }
  }
  const held = [...grouped].map(([group, conditions]) => {
    const [relation, way, of] = group.split(" ") as [string, "out" | "in" | "both", string];
    return `MATCH (${node}:${kind})${arrow(way, `:${relation}`)}(:${of} {${conditions.join(", ")}})`;
  });
  return [...held, ...clauses];
}
