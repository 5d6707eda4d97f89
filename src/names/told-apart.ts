// What tells entities of one name apart though one of their names does not say it: the place that another of their names
// has (政府工作报告 is that of 吴中区), and the level of a title (高新技术企业 is a national one).
import type { Kind } from "../ontology/model.ts";
import { placesFit } from "../text/compare-names.ts";
import type { ParsedName } from "../text/parse-name.ts";
import { levelWords } from "../text/parse-rank.ts";
import { isCalledByPlace } from "../text/parse-title.ts";

/** An entity as far as its names tell. */
export interface NamedSo {
  readonly kind: Kind;
  readonly names: readonly ParsedName[];
  /** The property `level`, where its kind has one. */
  readonly level: string | undefined;
}

const levels = new Set(Object.values(levelWords));

/** The level of a title: as it is entered, else as any of its names says. */
const levelOf = ({ level, names }: NamedSo): string | undefined =>
  level === undefined ? names.map(({ aside }) => aside).find((one) => levels.has(one)) : levelWords[level];

/** The smallest of the places that a name says: 江苏无锡锡山 is 锡山. A country says nothing. */
const smallest = ({ places }: ParsedName): number => Math.max(0, ...places.map(({ level }) => level));

/**
 * Whether two names say places of one thing. An enterprise has its site in all of the places around it; a document, a
 * plan or a cluster of a city (武汉市产业政策) is none of a district there (洪山区产业政策).
 */
function isOfPlace(asked: ParsedName, stored: ParsedName, kind: Kind): boolean {
  if (!placesFit(asked.places, stored.places)) return false;
  if (kind === "Enterprise" || isCalledByPlace(kind)) return true;
  const [own, its] = [smallest(asked), smallest(stored)];
  return own === 0 || its === 0 || own === its;
}

/** Whether a place or level that was asked for is another than the entity's, whichever of its names is like the text. */
export function isAnother(asked: ParsedName, entity: NamedSo, others: readonly NamedSo[]): boolean {
  const placed = entity.names.filter(({ places }) => places.length > 0);
  if (asked.places.length > 0 && placed.length > 0)
    if (!placed.some((name) => isOfPlace(asked, name, entity.kind))) return true;
  if (entity.kind !== "Certification" || !levels.has(asked.aside)) return false;
  const own = levelOf(entity);
  if (own !== undefined) return own !== asked.aside;
  // 苏州市专精特新企业 is not 专精特新企业 of no level, where there are those of a level.
  return others.some(
    (one) =>
      one.kind === entity.kind &&
      levelOf(one) !== undefined &&
      one.names.some(({ core }) => core === asked.core),
  );
}
