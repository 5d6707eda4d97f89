// What a field counts in the price of a question. The schema publishes the same as @cost and @listSize, from here.
import { type GraphQLField, getNamedType } from "graphql";
import { weightOf } from "./weights.ts";

type Field = Pick<GraphQLField<unknown, unknown>, "name" | "args" | "type">;

/** How many entities a field gives for one parent. */
export interface ListSize {
  /** Those of its arguments that say it: a number, or a list that has so many items. The last one given holds. */
  readonly by: readonly string[];
  /** How many where none of them says it. */
  readonly assumed: number;
}

/** How many entities a field gives for one parent; undefined where no argument says so. */
export function listSizeOf({ args }: Field): ListSize | undefined {
  const has = (name: string): boolean => args.some((argument) => argument.name === name);
  const paged = args.find(({ name }) => name === "first" || name === "limit");
  if (paged !== undefined)
    return {
      by: has("last") ? [paged.name, "last"] : [paged.name],
      assumed: Number(paged.defaultValue ?? 0),
    };
  return has("ids") ? { by: ["ids"], assumed: 1 } : undefined;
}

/** The same with the values of its arguments. */
export function rowsOf(field: Field, values: Readonly<Record<string, unknown>>): number {
  const size = listSizeOf(field);
  if (size === undefined) return 1;
  const given = [...size.by]
    .reverse()
    .map((name) => values[name])
    .find((value) => value !== undefined && value !== null);
  return Array.isArray(given) ? given.length : Number(given ?? size.assumed);
}

/** Whether a field gives a page. Lists within it (edges, nodes) repeat its rows. */
export const isConnection = ({ type }: Field): boolean => getNamedType(type).name.endsWith("Connection");

/** Whether what a field gives is counted: entities that belong to what is around it are not. */
export const isCounted = (field: Field): boolean => isConnection(field) || field.args.length > 0;

/** What a field counts each time that it is asked, beside what its list size says. */
export function ownWeight(type: string, field: Field): number {
  const one = isCounted(field) && listSizeOf(field) === undefined ? 1 : 0;
  return one + weightOf(type, field.name);
}
