// Filters that ask for what nothing in the data has: a text that no value holds, a bound on what is known of nothing. Their
// 0 would look as if it had been looked at. Asked only where a list was empty.
import { getNamedType, isInputObjectType } from "graphql";
import { IndustryGraphError } from "../../errors.ts";
import type { Suggest } from "../../names/resolve.ts";
import type { Properties } from "../../ontology/definitions.ts";
import { withChinese } from "../../ontology/definitions.ts";
import {
  commonProperties,
  commonRelationProperties,
  figureKind,
  propertiesOf,
  relationPropertiesOf,
} from "../../ontology/model.ts";
import type { Holder } from "../../plan/codes.ts";
import { type Given, told } from "../../plan/filter-place.ts";
import type { Counted, Formula, Said } from "../../plan/formula.ts";
import { formulaOf } from "../../plan/formula-of.ts";
import { kindFiltered } from "../../plan/references.ts";
import type { FieldMap } from "../../plan/spec.ts";
import { lookedFor } from "../../plan/wanted-text.ts";
import type { GraphStore, ReadOptions } from "../../store/port.ts";
import { holding, valuesNear } from "../codes.ts";
import type { ElsewhereAt } from "./answered.ts";
import { wrongRole } from "./figure-roles.ts";
import { figureUnheld } from "./figure-unheld.ts";
import { namedAlike } from "./named-alike.ts";
import { uncheckedPlace } from "./unchecked-places.ts";

const far = "node.";

const propertiesOfHolder = (of: Holder): Properties =>
  of.is === "entity"
    ? of.kind === undefined
      ? withChinese(commonProperties)
      : propertiesOf(of.kind)
    : of.type === undefined
      ? withChinese(commonRelationProperties)
      : relationPropertiesOf(of.type);

/** What things are called by: all of it at once, and each by itself. */
const allNames = "names";
const names = new Set([allNames, "name", "aliases", "formerNames"]);

/** Values that are longer are sentences, of which none is near. */
const longest = 40;

/**
 * Creates what tells which condition of a list's filter nothing in the data can meet by itself.
 * @param suggest tells what is near a name that is not there
 */
export function createUnheld(
  store: Pick<GraphStore, "read">,
  { filters }: FieldMap,
  suggest: Suggest,
): ElsewhereAt {
  const isThere = async (
    pattern: string,
    holds: string,
    value: unknown,
    read: ReadOptions,
  ): Promise<boolean> => {
    const rows = await store.read(
      `// Whether anything is so.\nMATCH ${pattern} WHERE ${holds} RETURN 1 AS one LIMIT 1`,
      { value: value as string },
      read,
    );
    return rows.length > 0;
  };

  /** What is near a text that nothing contains: names by how they are written, other short values by their characters. */
  async function near(text: string, property: string, of: Holder, isList: boolean, read: ReadOptions) {
    if (of.is === "entity" && names.has(property))
      return (await suggest({ text, kinds: of.kind === undefined ? [] : [of.kind] }, read)).map(
        ({ name }) => name,
      );
    const all = await valuesNear(store, text, { of, property, several: isList }, read);
    return all.filter((one) => one.length <= longest && [...text].some((sign) => one.includes(sign)));
  }

  async function textOf(
    said: Said,
    property: string,
    of: Holder,
    read: ReadOptions,
  ): Promise<Error | undefined> {
    const definition = propertiesOfHolder(of)[property];
    const isList = definition?.type === "texts";
    const { pattern, words } = holding(of);
    const text = String(said.value);
    const asked = property === allNames ? lookedFor(told(said.path), text) : text.toLowerCase();
    const contains = (one: string): string =>
      one === allNames
        ? "n.searchText CONTAINS $value"
        : isList
          ? `any(one IN n.${one} WHERE toLower(one) CONTAINS $value)`
          : `toLower(n.${one}) CONTAINS $value`;
    if (await isThere(pattern, contains(property), asked, read)) return undefined;
    const chinese = `${property}Zh`;
    const isOther =
      definition?.bilingual === true && (await isThere(pattern, contains(chinese), asked, read));
    const close = isOther ? [] : await near(text, property, of, isList, read);
    const others =
      close.length === 0 ? "" : ` Near it: ${close.map((one) => JSON.stringify(one)).join(", ")}.`;
    const advice = isOther
      ? `${chinese} does: ask ${chinese}Contains.`
      : "search(text:) looks through all that is told.";
    return new IndustryGraphError(
      "UNKNOWN_NAME",
      `${told(said.path)}: there is no ${words} whose ${property} ${property === allNames ? "contain" : "contains"} ${JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text)}.${others} ${advice}`,
      { near: close.map((name) => ({ name })) },
    );
  }

  async function saidOf(
    said: Said,
    property: string,
    of: Holder,
    read: ReadOptions,
  ): Promise<Error | undefined> {
    const { operator, value, path } = said;
    if (property === "by within" && of.is === "entity" && of.kind === "Check")
      return uncheckedPlace(store, said, read);
    const definition = propertiesOfHolder(of)[property];
    const isText = property === "by text";
    // Of how much it is known may well be asked.
    const isCompared = property !== "id" && operator !== "as" && operator !== "isNull";
    if (!isText && (definition === undefined || !isCompared)) return undefined;
    const { pattern, words } = holding(of);
    // Of a kind of which there is none, nothing is known.
    if (!(await isThere(pattern, "true", null, read))) return undefined;
    if (definition === undefined) return textOf(said, allNames, of, read);
    const own = `n.${property}`;
    const isList = definition.type === "texts" || definition.type === "sources";
    if (!(await isThere(pattern, isList ? `size(${own}) > 0` : `${own} IS NOT NULL`, null, read)))
      return new IndustryGraphError(
        "BAD_ARGUMENT",
        `${told(path)}: ${property} is known of no ${words} here, so that nothing can meet this: leave it out.`,
      );
    if (operator === "contains") return textOf(said, property, of, read);
    if (definition.type !== "boolean" || operator !== "equals") return undefined;
    if (await isThere(pattern, `${own} = $value`, value, read)) return undefined;
    return new IndustryGraphError(
      "BAD_ARGUMENT",
      `${told(path)}: ${property} is known to be ${value} of no ${words} here; it is ${value !== true} or not known. For all of whom it is not known to be ${value !== true} ask not: {${property}: ${value !== true}}.`,
    );
  }

  /** What one condition asks of relations, or of what they lead to. */
  async function relatedTo(counted: Counted, own: Holder, read: ReadOptions): Promise<Error | undefined> {
    const { of, atLeast = 0, match } = counted;
    if (atLeast < 1) return undefined;
    if (of === "figure")
      return own.is === "entity" && own.kind !== undefined
        ? figureUnheld(store, counted, own.kind, read)
        : undefined;
    const isFigure = own.is === "entity" && own.kind === figureKind;
    const wrong = isFigure ? await wrongRole(store, counted, read) : undefined;
    if (wrong !== undefined) return wrong;
    const alike =
      own.is === "entity" && !isFigure
        ? await namedAlike(store, counted, own.kind ?? "Entity", read)
        : undefined;
    if (alike !== undefined) return alike;
    const end: Holder = { is: "entity", kind: of.of === "Entity" ? undefined : of.of };
    return problemOf(match, { own: { is: "relation", type: of.relation }, end }, read);
  }

  async function problemOf(
    formula: Formula,
    holders: { readonly own: Holder; readonly end?: Holder },
    read: ReadOptions,
  ): Promise<Error | undefined> {
    switch (formula.is) {
      case "said": {
        const isFar = formula.about.startsWith(far);
        const of = isFar ? holders.end : holders.own;
        return of === undefined
          ? undefined
          : saidOf(formula, isFar ? formula.about.slice(far.length) : formula.about, of, read);
      }
      case "counted":
        return relatedTo(formula, holders.own, read);
      case "and":
      case "or": {
        const all: (Error | undefined)[] = [];
        for (const one of formula.of) all.push(await problemOf(one, holders, read));
        // Of alternatives each must be impossible.
        return formula.is === "or" && !all.every((one) => one !== undefined)
          ? undefined
          : all.find((one) => one !== undefined);
      }
      default:
        return undefined;
    }
  }

  return async (field, args, read) => {
    const declared = field.args.find(({ name }) => name === "filter");
    const type = declared && getNamedType(declared.type);
    if (!isInputObjectType(type) || args.filter === null || args.filter === undefined) return undefined;
    const formula = formulaOf({ filters, type, given: args.filter as Given, path: ["filter"] });
    const own: Holder =
      type.name === "RelationFilter"
        ? { is: "relation", type: undefined }
        : { is: "entity", kind: kindFiltered(type.name) };
    return problemOf(formula, { own, end: { is: "entity", kind: undefined } }, read);
  };
}
