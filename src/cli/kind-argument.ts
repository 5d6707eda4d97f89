// A kind of entity, or a type of relation, as it is named on a command line: by its label, as the API calls it, or by
// its title in Chinese or English. Every command that takes one asks here.
import { distance, plainWord } from "../load/distance.ts";
import {
  isRelationType,
  type Kind,
  kindEnum,
  kindNames,
  kindOf,
  type RelationType,
  relationOf,
  relationTypes,
} from "../ontology/model.ts";

/** What a kind is called, its label first. */
function namesOfKind(kind: Kind): readonly string[] {
  const { title, field, plural, prefix } = kindOf(kind);
  return [kind, kindEnum(kind), title.zh, title.en, field, plural, prefix];
}

function namesOfRelation(type: RelationType): readonly string[] {
  const { title } = relationOf(type);
  return [type, title.zh, title.en];
}

/** The kind that a text names; undefined where it names none. */
export function kindNamed(text: string): Kind | undefined {
  const wanted = plainWord(text);
  return kindNames.find((kind) => namesOfKind(kind).some((name) => plainWord(name) === wanted));
}

/** The type of relation that a text names; undefined where it names none, or several. */
export function relationNamed(text: string): RelationType | undefined {
  if (isRelationType(text)) return text;
  const wanted = plainWord(text);
  const found = relationTypes.filter((type) =>
    namesOfRelation(type).some((name) => plainWord(name) === wanted),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** The most characters that two texts have in a row. */
function longestShared(one: string, other: string): number {
  let most = 0;
  for (let from = 0; from < one.length; from++)
    while (other.includes(one.slice(from, from + most + 1)) && from + most < one.length) most += 1;
  return most;
}

/** From 0 for nothing alike to 1 for the same: Chinese by what is in both, Latin by how many letters differ. */
function likeness(text: string, name: string): number {
  const [own, its] = [plainWord(text), plainWord(name)];
  const longer = Math.max(own.length, its.length);
  if (/\p{Script=Han}/u.test(own)) {
    const shared = longestShared(own, its);
    return shared < Math.min(2, own.length)
      ? 0
      : shared / Math.min(own.length, its.length) - (longer - shared) / 100;
  }
  return 1 - distance(own, its) / longer;
}

/** Less than this is another word. */
const leastLike = 0.5;

/** Labels of what a text that names nothing may have meant, the likeliest first, at most three. */
export function nearLabels(text: string, of: readonly (readonly string[])[]): string[] {
  return of
    .map(([label = "", ...others]) => ({
      label,
      like: Math.max(...[label, ...others].map((name) => likeness(text, name))),
    }))
    .filter(({ like }) => like >= leastLike)
    .sort((one, other) => other.like - one.like)
    .filter(({ like }, _, [best]) => best !== undefined && like > best.like - 0.1)
    .slice(0, 3)
    .map(({ label }) => label);
}

/** What may have been meant, and all that there is, as the end of a message. */
export function meantOf(text: string, of: readonly (readonly string[])[]): string {
  const near = nearLabels(text, of);
  const meant = near.length === 0 ? "there" : `did you mean ${near.join(" or ")}? There`;
  const all = of.map(([label = "", ...others]) => {
    const chinese = others.find((name) => /\p{Script=Han}/u.test(name));
    return chinese === undefined ? label : `${label} ${chinese}`;
  });
  return `; ${meant} are ${all.join(", ")}.`;
}

/** The names of every kind. */
export const allKinds = (): readonly (readonly string[])[] => kindNames.map(namesOfKind);

/** The names of these types of relation. */
export const allRelations = (types: readonly RelationType[]): readonly (readonly string[])[] =>
  types.map(namesOfRelation);
