// Figures, checks and conflicts that are asked for within a place and about something that has none there, or within two
// places at once. That nothing was found there would look as if nothing were known.
import { readFileSync } from "node:fs";
import { IndustryGraphError } from "../../errors.ts";
import { figureKind, type Kind, kindOf } from "../../ontology/model.ts";
import { packaged } from "../../packaged.ts";
import type { GraphStore, ReadOptions } from "../../store/port.ts";
import { called } from "./called.ts";
import { areOfOne, fieldOf, type Named, type Pair, told } from "./named-places.ts";
import type { PartsOf } from "./parts-of.ts";

const belonging = readFileSync(packaged("cypher/names/within.cypher"), "utf8");

/** How what is listed is about what a field of its filter names. */
const ties: Readonly<Partial<Record<Kind, Readonly<Record<string, string>>>>> = {
  [figureKind]: {
    // Only what it is about by itself places a figure.
    subject: "",
    about: `<-[:ABOUT]-(n:${figureKind})`,
  },
  Check: { subject: `<-[:OBSERVES]-(:${figureKind})<-[:CHECKS]-(n:Check)` },
  Conflict: { concerns: "<-[:CONCERNS]-(n:Conflict)" },
};

/** Whether entities of a kind are about others, which may have no place where they are asked for. */
export const isTied = (kind: Kind | undefined): boolean => kind !== undefined && ties[kind] !== undefined;

/** More than this are not looked at one by one: then nothing is refused. */
const most = 2_000;

const tieOf = ({ scope: { kind } }: Named, field: unknown): string | undefined =>
  kind === undefined ? undefined : ties[kind]?.[String(field)];

/** A look at two values that must hold at once. */
interface Look {
  readonly reference: Named["reference"];
  readonly look: () => Promise<Error | undefined>;
}

/** Creates what looks at figures, checks and conflicts that are asked for in two ways that exclude each other. */
export function createFiguresApart(store: Pick<GraphStore, "read">, parts: PartsOf) {
  const inWords = async ({ ids }: Named, read: ReadOptions): Promise<string> =>
    (await called(store, ids, read)).join(" or ");

  /** Whether some are known, and none of them belongs to a place. */
  async function noneWithin(
    pattern: string,
    start: string,
    whole: string,
    read: ReadOptions,
  ): Promise<boolean> {
    const rows = await store.read(
      `// Figures, checks and conflicts about something.\n${pattern} RETURN DISTINCT n.id AS id LIMIT ${most}`,
      { start },
      read,
    );
    if (rows.length === 0 || rows.length === most) return false;
    const ids = rows.map(({ id }) => String(id));
    return (await store.read(belonging, { within: whole, direct: false, ids }, read)).length === 0;
  }

  async function outside([subject, place]: Pair, tie: string, read: ReadOptions): Promise<Error | undefined> {
    const [[start = ""], [whole = ""]] = [subject.ids, place.ids];
    if (start === whole || subject.ids.length > 1) return undefined;
    const none =
      tie === ""
        ? (await store.read(belonging, { within: whole, direct: false, ids: [start] }, read)).length === 0
        : await noneWithin(`MATCH (:Entity {id: $start})${tie}`, start, whole, read);
    if (!none) return undefined;
    const [about, there] = [await inWords(subject, read), await inWords(place, read)];
    return new IndustryGraphError(
      "BAD_ARGUMENT",
      `${told(subject)} is ${about}, which is not within ${there} that ${told(place)} names, nor is what is known about it; leave one of them out.`,
    );
  }

  async function apart([one, other]: Pair, kind: Kind, read: ReadOptions): Promise<Error | undefined> {
    const [[here = ""], [there = ""]] = [one.ids, other.ids];
    const [own, others] = [await parts(here, read), new Set(await parts(there, read))];
    if (own.some((id) => others.has(id))) return undefined;
    const pattern = `MATCH (:Entity {id: $start})<-[:PART_OF|LOCATED_IN*0..6]-(site:Entity)-[ties:HOSTS|UNDERTAKES|FOCUSES_ON|OFFERS|APPLIES_TO|ISSUED_BY*0..1]-(held:Entity)<-[:PART_OF*0..3]-(:Entity)<-[:OBSERVES|ABOUT|CHECKS|CONCERNS*1..2]-(n:${kind})
WHERE (site = held OR ((site:Region OR site:Park)
  AND all(tie IN ties WHERE site = CASE WHEN type(tie) IN ['APPLIES_TO', 'ISSUED_BY'] THEN endNode(tie) ELSE startNode(tie) END)))`;
    if (!(await noneWithin(pattern, here, there, read))) return undefined;
    const [first, second] = [await inWords(one, read), await inWords(other, read)];
    return new IndustryGraphError(
      "BAD_ARGUMENT",
      `${told(other)} is ${second} and ${told(one)} is ${first}: no ${kindOf(kind).title.en.toLowerCase()} is within both; leave one of them out, or ask for both with or.`,
    );
  }

  return (all: readonly Named[], read: ReadOptions): Look[] => {
    const withins = all.filter((one) => fieldOf(one) === "within" && one.ids.length === 1);
    return withins.flatMap((place, at): Look[] => {
      const { kind } = place.scope;
      if (kind === undefined || ties[kind] === undefined) return [];
      const { reference } = place;
      const subjects = all.flatMap((one): Look[] => {
        const tie = tieOf(one, fieldOf(one));
        return tie === undefined || !areOfOne(one, place)
          ? []
          : [{ reference, look: () => outside([one, place], tie, read) }];
      });
      const before = withins.slice(0, at).filter((one) => areOfOne(one, place));
      return [
        ...subjects,
        ...before.map((one) => ({ reference, look: () => apart([one, place], kind, read) })),
      ];
    });
  };
}
