// Each type of relation has a field at both of its ends: whoever looks at an entity finds what it may be related to.
import { type GraphQLOutputType, getNamedType, isObjectType } from "graphql";
import { describe, expect, test } from "vitest";
import { fieldMapOf } from "../../src/api/field-map.ts";
import { buildSchema } from "../../src/api/schema.ts";
import { isKind, kindNames, type RelationType, relationOf, relationTypes } from "../../src/ontology/model.ts";
import type { FieldSpec } from "../../src/plan/spec.ts";
import { readQuestions } from "../../src/questions/read.ts";

const schema = buildSchema();
const fieldMap = fieldMapOf(schema);
const questions = readQuestions();

/** The kinds that a field of a type leads to. */
function farKinds(type: string, field: string): readonly string[] {
  const holder = schema.getType(type);
  const declared = isObjectType(holder) ? holder.getFields()[field] : undefined;
  if (declared === undefined) throw new Error(`${type}.${field} is not in the SDL`);
  const named = getNamedType(declared.type);
  const nodes = isObjectType(named) ? named.getFields().nodes?.type : undefined;
  const node = getNamedType((nodes ?? named) as GraphQLOutputType);
  return isKind(node.name) ? [node.name] : kindNames;
}

/** Whether a field follows a relation type in a direction, seen from the type that has the field. */
function follows(spec: FieldSpec, type: RelationType, way: "out" | "in"): boolean {
  if (spec.is === "one" || spec.is === "connection")
    return spec.relation === type && (spec.way === way || spec.way === "both");
  if (spec.is === "within") return way === "in" ? spec.relations.includes(type) : spec.from.includes(type);
  const body = spec.is === "ask" ? (questions.get(spec.question)?.statement ?? "") : "";
  const types = `\\w*:(?:[A-Z_]+\\|)*${type}(?:\\||\\*|\\]| )[^\\]]*\\]?`;
  return new RegExp(way === "out" ? `parent\\)-\\[${types}` : `parent\\)<-\\[${types}`).test(body);
}

/** Ends that have no field of their own, and why. `*` stands for every kind. */
const without: Readonly<Record<string, string>> = {
  "PART_OF * *":
    "A whole is of the same kind as its parts: partOf and parts give those. Others are found by `relations`.",
  "LOCATED_IN Park Park": "A park in a park is part of it: partOf and parts.",
  "CHECKS Check *": "Figures are Check.figures; the entities of a list are Check.items, whatever their kind.",
  "OBSERVES * Observation": "Figures about an entity are Entity.observations.",
  "CONCERNS * Conflict": "Conflicts of an entity are Entity.conflicts, with those of its figures and parts.",
};

function excepted(type: string, near: string, far: string): boolean {
  return Object.keys(without).some((name) => {
    const [relation, one, other] = name.split(" ");
    if (relation !== type) return false;
    if (type === "PART_OF") return near !== far;
    return (one === "*" || one === near) && (other === "*" || other === far);
  });
}

describe("each type of relation has a field at both ends", () => {
  test.each(relationTypes)("%s", (type) => {
    const { from, to } = relationOf(type);
    const ends: readonly (readonly ["out" | "in", readonly string[], readonly string[]])[] = [
      ["out", from, to],
      ["in", to, from],
    ];
    const missing = ends.flatMap(([way, nears, fars]) =>
      nears.flatMap((near) => {
        const own: Readonly<Record<string, FieldSpec>> = {
          ...fieldMap.fields.Entity,
          ...fieldMap.fields[near],
        };
        const reached = Object.entries(own)
          .filter(([, spec]) => follows(spec, type, way))
          .flatMap(([field]) => farKinds(near, field));
        return fars
          .filter((far) => !reached.includes(far) && !excepted(type, near, far))
          .map((far) => `${near} ${way} to ${far}`);
      }),
    );
    expect(missing).toEqual([]);
  });

  test("an exception is one: what it names does exist, and its place is taken by the fields it tells of", () => {
    for (const name of Object.keys(without)) {
      const [type = ""] = name.split(" ");
      expect(relationTypes as readonly string[]).toContain(type);
    }
    for (const field of ["observations", "conflicts"])
      expect(fieldMap.fields.Entity?.[field]?.is).toBe("ask");
  });
});
