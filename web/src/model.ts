// The ontology as pages need it: titles and colours by the names the API uses. Knows nothing of the graph's data.
import type { Title } from "../../src/ontology/definitions.ts";
import { isRelationType, kindEnum, kindNames, kindOf, relationOf } from "../../src/ontology/model.ts";

export interface KindLook {
  /** The name in the API, as in FUND. */
  readonly name: string;
  readonly title: Title;
  readonly colour: string;
  readonly field: string;
  readonly plural: string;
  readonly doc: string;
}

/** Every kind in the order of the ontology, by its name in the API. */
export const kindLooks: ReadonlyMap<string, KindLook> = new Map(
  kindNames.map((kind) => {
    const { title, colour, field, plural, doc } = kindOf(kind);
    return [kindEnum(kind), { name: kindEnum(kind), title, colour, field, plural, doc }] as const;
  }),
);

const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]/g, "");

/** The kind that a text of an address names: as the API or the ontology calls it, or by title, in any case. */
export function kindCalled(text: string): KindLook | undefined {
  const wanted = plain(text);
  return [...kindLooks.values()].find(({ name, title, field, plural }) =>
    [name, title.zh, title.en, field, plural].some((one) => plain(one) === wanted),
  );
}

/** Kinds people look for: without figures and what is only about figures and conditions. */
export const mainKinds: readonly KindLook[] = [...kindLooks.values()].filter(
  ({ name }) => !["OBSERVATION", "CHECK", "CONFLICT", "CONDITION", "METRIC", "STAGE"].includes(name),
);

const unknownKind = { title: { zh: "其他", en: "other" }, colour: "#A5ABB6" };

/** Title of a kind; a kind the pages do not know has a general one. */
export function kindTitle(kind: string): Title {
  return kindLooks.get(kind)?.title ?? unknownKind.title;
}

/** Colour of a kind. */
export function kindColour(kind: string): string {
  return kindLooks.get(kind)?.colour ?? unknownKind.colour;
}

/** What a relation is called, seen from where it starts or, inverse, from where it ends. */
export function relationTitle(type: string, inverse = false): Title {
  if (!isRelationType(type)) return { zh: type, en: type };
  const { title, inverse: other } = relationOf(type);
  return inverse ? other : title;
}

/** Whether a relation says the same of both its ends, as cooperation does: which of them it starts at says nothing. */
export function isMutual(type: string): boolean {
  return relationTitle(type).zh === relationTitle(type, true).zh;
}

/** Lines of a document on a page at the most. */
export const linesOfAPage = 3_000;

/** The address of a line of a document: of the page that has it, and of its place there. */
export function linePath(document: string, line: number): string {
  return `${entityPath(document)}${line > linesOfAPage ? `?line=${line}` : ""}#line-${line}`;
}

/** The address of an entity's page. */
export function entityPath(id: string): string {
  return `/entity/${encodeURIComponent(id).replaceAll("%3A", ":")}`;
}
