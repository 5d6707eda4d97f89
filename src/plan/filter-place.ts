// Where in the arguments of a field a part of its filter stands, and how its values are bound.
import { type GraphQLInputObjectType, getNamedType, isInputObjectType } from "graphql";
import { IndustryGraphError } from "../errors.ts";
import type { Arguments } from "../run/step.ts";
import type { Json } from "../store/port.ts";
import { bind, type Planning, type Site } from "./planning.ts";
import { valueAt } from "./references.ts";

export type Given = Readonly<Record<string, unknown>>;

/** An input object of a filter, and where it stands among the field's arguments. */
export interface FilterPlace {
  readonly planning: Planning;
  readonly site: Site;
  readonly type: GraphQLInputObjectType;
  readonly given: Given;
  readonly path: readonly (string | number)[];
  /** Whether the list is as of a date. */
  readonly isTimed: boolean;
}

const readAt =
  (path: FilterPlace["path"]) =>
  (args: Arguments): Json =>
    (valueAt(args, path) ?? null) as Json;

/** How a place is told in errors: `filter.or.0.region`. */
export const told = (path: FilterPlace["path"]): string => path.join(".");

/** An error about what is given at a place. */
export const wrong = (path: FilterPlace["path"], what: string): IndustryGraphError =>
  new IndustryGraphError("BAD_ARGUMENT", `${told(path)} ${what}`);

/** Levels of a filter within each other at the most: engines read brackets within brackets, and not without end. */
const mostLevels = 15;

/** Lets a part of a filter pass. @throws IndustryGraphError LIMIT_EXCEEDED where it lies too deep within others */
export function checkLevels({ path }: FilterPlace): void {
  const [name, ...within] = path.filter((key) => typeof key === "string");
  if (within.length <= mostLevels) return;
  const error = `${name} has ${mostLevels} levels within each other at the most: nest it less.`;
  throw new IndustryGraphError("LIMIT_EXCEEDED", error, { limit: mostLevels });
}

/** Binds what is given at a path, as it is or made into something else, with what stands in other fields beside it. */
export function bindAt(
  { planning, site }: FilterPlace,
  path: FilterPlace["path"],
  made: (value: Json, beside: (field: string) => Json) => Json = (value) => value,
): string {
  return bind(planning, site, (args) =>
    made(readAt(path)(args), (field) => readAt([...path.slice(0, -1), field])(args)),
  );
}

/** Fields that are given and not null. */
export const present = ({ type, given }: FilterPlace): string[] =>
  Object.keys(type.getFields()).filter((field) => given[field] !== null && given[field] !== undefined);

const typeOf = ({ type }: FilterPlace, field: string): GraphQLInputObjectType => {
  const of = type.getFields()[field]?.type;
  const named = of === undefined ? undefined : getNamedType(of);
  if (named === undefined || !isInputObjectType(named))
    throw new Error(`${type.name}.${field} is no input object`);
  return named;
};

/** The place of an input object within another. */
export const placeWithin = (place: FilterPlace, field: string, index?: number): FilterPlace => {
  const value = place.given[field];
  const given = (index === undefined ? value : (value as Given[])[index]) as Given;
  const path = [...place.path, field, ...(index === undefined ? [] : [index])];
  return { ...place, type: typeOf(place, field), given, path };
};

/** Where a filter of a field stands; undefined where there is none. */
export function filterPlace(
  planning: Planning,
  site: Site,
  isTimed: boolean,
  name: string = "filter",
): FilterPlace | undefined {
  const declared = site.field.args.find((argument) => argument.name === name);
  const given = site.args[name] as Given | null | undefined;
  if (declared === undefined || given === null || given === undefined) return undefined;
  const type = getNamedType(declared.type);
  return isInputObjectType(type) ? { planning, site, type, given, path: [name], isTimed } : undefined;
}
