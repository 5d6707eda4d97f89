// Plans what question files answer: one entity, a list, rows of columns and what lies within these.
import {
  type GraphQLCompositeType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
} from "graphql";
import type { Json } from "../store/port.ts";
import { notBelow } from "./bounds.ts";
import { inLanguageAsked } from "./language.ts";
import type { AnswerPlan, ColumnShape, ColumnSource, ItemPlan } from "./nodes.ts";
import type { Asked, Given, PlanField, QuestionUse } from "./plan-field.ts";
import {
  bind,
  compositeOf,
  fieldsOf,
  firstOf,
  isElement,
  namedField,
  objectNamed,
  type Planning,
  questionOf,
  type Site,
  siteOf,
} from "./planning.ts";
import { subselections } from "./select.ts";
import { refuseTimesApart } from "./times-apart.ts";
import { argumentValue } from "./values.ts";

/**
 * A question asked at a field: its parameters are bound to the field's arguments.
 * @param given parameters that something else than an argument fills
 */
export function useOf(
  planning: Planning,
  site: Site,
  name: string,
  given: Readonly<Record<string, string>> = {},
): QuestionUse {
  const question = questionOf(planning, name);
  refuseTimesApart(planning, site, []);
  const parameters = new Map(
    question.args.map(({ name: own, type }) => {
      const fallback = site.field.args.find((argument) => argument.name === own)?.defaultValue;
      const bound =
        given[own] ??
        bind(planning, site, (args) => {
          if (own === "to" && type.startsWith("Date"))
            notBelow(["to"], (args.to ?? null) as Json, "from", (args.from ?? null) as Json);
          return argumentValue(own, type, args[own] ?? fallback);
        });
      return [own, bound] as const;
    }),
  );
  return { question, parameters };
}

/** The parameters of a question about what a step in code gives. */
export const standingOf = (given: Given | undefined): Readonly<Record<string, string>> =>
  given === undefined ? {} : { eligibility: given.rows };

const isMany = (asked: Asked): boolean => isListType(getNullableType(asked.type));

function shapeOf(planning: Planning, asked: Asked, path: readonly string[]): ColumnShape {
  const type = compositeOf(asked.type);
  if (!isCompositeType(type)) return { is: "leaf" };
  if (type.name === "Citation") return { is: "citations", answer: citationsOf(planning, asked, path) };
  const many = isMany(asked);
  if (isElement(type) || !isObjectType(type))
    return { is: "element", many, object: planning.element(type, subselections(asked.nodes), path) };
  const fields = fieldsOf(
    planning,
    type,
    asked.nodes,
    (key, field): ColumnSource => ({
      ...columnOf(planning, key, [...path, key.key]),
      keys: inLanguageAsked(planning, field, key.nodes, key.name),
    }),
  );
  return { is: "map", many, type: type.name, fields };
}

/** The source of a column, or of what a question adds to an edge. */
export const columnOf = (
  planning: Planning,
  asked: Asked,
  path: readonly string[],
): Extract<ColumnSource, { is: "column" }> => ({
  is: "column",
  name: asked.name,
  keys: [asked.name],
  shape: shapeOf(planning, asked, path),
});

/** The columns of a question as the fields of an object type, one row an object. */
export function columnsOf(
  planning: Planning,
  type: GraphQLCompositeType,
  columns: ReadonlyMap<string, unknown>,
  nodes: Asked["nodes"],
  path: readonly string[],
): Extract<ItemPlan, { is: "columns" }> {
  const object = objectNamed(type);
  const fields: PlanField<ColumnSource>[] = fieldsOf(
    planning,
    object,
    nodes,
    (asked, field): ColumnSource => {
      if (!columns.has(asked.name))
        throw new Error(`${type.name}.${asked.name} is not a column of its question`);
      const keys = inLanguageAsked(planning, field, asked.nodes, asked.name).filter((name) =>
        columns.has(name),
      );
      return { ...columnOf(planning, asked, [...path, asked.key]), keys };
    },
  );
  return { is: "columns", type: object.name, fields };
}

/** The answer of a question that is no connection. */
export function answerAt(
  planning: Planning,
  site: Site,
  name: string,
  given?: Given,
  more: Readonly<Record<string, string>> = {},
): AnswerPlan {
  const type = compositeOf(site.field.type);
  const many = isListType(getNullableType(site.field.type));
  const filled = { ...standingOf(given), ...more };
  const use = useOf(planning, site, name, filled);
  const item: ItemPlan = isElement(site.field.type)
    ? { is: "node", object: planning.element(type, subselections(site.nodes), site.path) }
    : columnsOf(planning, type, use.question.columns, site.nodes, site.path);
  const limited =
    many && Object.keys(filled).length === 0 && site.field.args.some((argument) => argument.name === "first");
  const first = limited ? bind(planning, site, (args) => firstOf(site, args)) : undefined;
  return { is: "answer", use, many, first, item };
}

/** The citations of what is in a variable: those that every entity and relation has. */
export function citationsOf(planning: Planning, asked: Asked, path: readonly string[]): AnswerPlan {
  const relation = objectNamed(planning.schema.getType("Relation") as GraphQLCompositeType);
  const field = { ...namedField(relation, "sources"), type: asked.type };
  return answerAt(planning, siteOf(planning, field, asked.nodes, path), "sources");
}
