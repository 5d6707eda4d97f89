// What is known already, by name: the entities of the folders that the layer lies upon, and of the layer itself.

import { type Claims, type Linked, mergesOf } from "../load/merges.ts";
import type { KnownRecord } from "../match/matcher.ts";
import { newMatcher } from "../match/matcher.ts";
import type { MatchRecord } from "../match/record.ts";
import { type Kind, kindNames, kindOf, kindOfId } from "../ontology/model.ts";
import { newFingerprints } from "../packed/fingerprints.ts";
import type { Rows } from "../packed/packed-rows.ts";
import type { TemporaryFile } from "../packed/temporary-file.ts";
import { partsOf, storedKeys } from "../text/name-keys.ts";
import { nameKey } from "../text/normalise.ts";
import { newEntityIndex, newTextTable } from "./entity-index.ts";
import { type AllTables, readPackedTables, type TableRow } from "./tables.ts";

/** What is known beforehand: names of metrics and certifications, so that headings can be them. */
export interface KnownNames {
  /** The id of a metric by its name or another; undefined where none has it. */
  readonly metric: (name: string) => string | undefined;
  /** The id of a certification by its name. */
  readonly certification: (name: string) => string | undefined;
}

/** An entity by what a row of a workbook may have in common with it. */
export interface KnownEntity extends KnownRecord {
  readonly kind: Kind;
  /** Whether it is of the layer itself: then a row that is about it goes under its id. */
  readonly own: boolean;
}

export interface Known extends KnownNames {
  /** Entities of a kind that have this name or alias, compared without case, width and script. */
  readonly named: (kind: Kind, name: string) => readonly KnownEntity[];
  /** Entities that are called so for short: without place and legal form. */
  readonly shortly: (kind: Kind, name: string) => readonly KnownEntity[];
  readonly withCode: (creditCode: string) => readonly KnownEntity[];
  readonly has: (id: string) => boolean;
  readonly get: (id: string) => KnownEntity | undefined;
  /** Adds an entity that this import makes, so that later rows find it. */
  readonly add: (row: TableRow, record?: MatchRecord) => void;
  /** Enters entities of the earlier file as those that the rows make are, so that other rows find them. */
  readonly meetAgain: (wanted: (id: string) => boolean) => void;
  /** Whether an entity is known from elsewhere than an earlier file of the series. */
  readonly isMet: (id: string) => boolean;
  /** Takes note of what an entity of this import is the same as, and by which code; undefined where nothing is. */
  readonly learn: (id: string, other: string | undefined, creditCode: string | undefined) => void;
  /** The id of what an entity is the same as, itself where nothing is. */
  readonly rootOf: (id: string) => string;
  /** The credit code that something known has, or that was found to be its. */
  readonly codeOf: (id: string) => string | undefined;
  /** Enterprises that a record may be, but for those that an earlier file of the series made. */
  readonly find: ReturnType<typeof newMatcher>["find"];
}

/** What is known, in parts. */
export interface KnownParts {
  /** Folders that the layer lies upon. */
  readonly upon: readonly string[];
  /** The layer without what the series says. */
  readonly layer: AllTables;
  /** What an earlier file of the series said: its ids are taken up again, but nothing is matched to it. */
  readonly earlier: AllTables;
  /** Takes what is too much for memory. */
  readonly file: TemporaryFile;
  /** What the folders and the layer say of entities being others. */
  readonly claims: Claims;
}

const fullKey = (kind: Kind, name: string): string => `name ${kind} ${name}`;
const shortKey = (kind: Kind, short: string): string => `short ${kind} ${short}`;
const codeKey = (code: string): string => `code ${code}`;

/** What a name is once all that may be left off is; itself where that would name nothing. */
const shortOf = (kind: Kind, name: string): string => storedKeys(partsOf(kind, name)).core ?? nameKey(name);

const listed = (cell: string | undefined): string[] => (cell ?? "").split("|").filter((part) => part !== "");

const none: Rows<never> = [];

const filled = (name: string, value: string | undefined) =>
  value === undefined || value === "" ? {} : { [name]: value };

/** The names of the places that entities of some folders are in, by the entity. */
type Located = ReadonlyMap<string, { readonly region?: string; readonly park?: string }>;

function locatedIn(tables: AllTables, nameOf: (id: string) => string): Located {
  const located = new Map<string, { region?: string; park?: string }>();
  for (const { from = "", to = "" } of tables.get("relations/LOCATED_IN.csv") ?? []) {
    const place = located.get(from) ?? {};
    const kind = kindOfId(to);
    if (kind === "Region") place.region ??= nameOf(to);
    if (kind === "Park") place.park ??= nameOf(to);
    located.set(from, place);
  }
  return located;
}

/** A row of entities as the matcher compares it. */
export function recordOf(
  row: TableRow,
  located: MatchRecord | { region?: string; park?: string } = {},
): MatchRecord {
  const { name = "", aliases, formerNames, creditCode, stockCode } = row;
  return {
    name,
    ...(aliases === undefined || aliases === "" ? {} : { aliases: listed(aliases) }),
    ...(formerNames === undefined || formerNames === ""
      ? {}
      : { formerNames: listed(formerNames).map((former) => former.split("@")[0] ?? former) }),
    ...filled("creditCode", creditCode),
    ...filled("stockCode", stockCode),
    ...filled("region", located.region),
    ...filled("park", located.park),
  };
}

/** How an entity is known: from an earlier file alone, from there and matched to, or from elsewhere and matched to. */
type As = "before" | "matched" | "met";

/** Files that tell what there is and where it is. */
const tellsNames = (file: string): boolean =>
  file.startsWith("entities/") || file === "relations/LOCATED_IN.csv";

/** Reads what is known. */
export function readKnown({ upon, layer, earlier, file, claims }: KnownParts): Known {
  const entities = newEntityIndex<KnownEntity>();
  const matcher = newMatcher([]);
  const [met, matched] = [newFingerprints(), newFingerprints()];
  const wanted = new Set(claims.links.flatMap(({ id, other }) => [id, other]));
  const linked = new Map<string, Linked>();
  const learnt = newTextTable();
  const codes = newTextTable();
  const enter = (row: TableRow, record: MatchRecord, own: boolean, as: As): void => {
    const { id = "" } = row;
    const kind = kindOfId(id);
    if (kind === undefined || record.name === "") return;
    const entity: KnownEntity = { ...record, id, kind, own };
    if (wanted.has(id) && !linked.has(id))
      linked.set(id, { place: linked.size, creditCode: record.creditCode ?? "" });
    const names = [record.name, ...(record.aliases ?? [])].map(nameKey).filter((key) => key !== "");
    const shorts = [nameKey(record.name), shortOf(kind, record.name)];
    entities.add(entity, [
      ...(record.creditCode === undefined ? [] : [codeKey(record.creditCode)]),
      ...names.map((name) => fullKey(kind, name)),
      ...new Set(shorts.map((short) => shortKey(kind, short))),
    ]);
    if (as === "met") met.set(id, 1);
    if (as === "before" || matched.add(id, 1) !== undefined) return;
    if (kind === "Enterprise") matcher.add(entity);
  };
  const read = (
    tables: AllTables,
    own: boolean,
    as: As,
    wanted: (id: string) => boolean = () => true,
  ): void => {
    const rowsOf = (kind: Kind): Rows<TableRow> => tables.get(`entities/${kind}.csv`) ?? none;
    // Places are named before those that are in them.
    const places = [...rowsOf("Region"), ...rowsOf("Park")];
    const names = new Map(places.map(({ id = "", name = "" }) => [id, name]));
    const located = locatedIn(tables, (id) => names.get(id) ?? entities.get(id)?.name ?? "");
    for (const kind of kindNames)
      for (const row of rowsOf(kind)) {
        const { id = "" } = row;
        if (wanted(id)) enter(row, recordOf(row, located.get(id)), own, as);
      }
  };
  for (const folder of upon) read(readPackedTables(folder, file, tellsNames), false, "met");
  read(layer, true, "met");
  read(earlier, true, "before");
  const merges = mergesOf(claims, linked, { add: () => undefined });
  const named = (kind: Kind, name: string) => entities.withKey(fullKey(kind, nameKey(name)));
  const only = (kind: Kind, name: string): string | undefined => {
    const found = named(kind, name);
    return found.length === 1 ? found[0]?.id : undefined;
  };
  const shortly = (kind: Kind, name: string) => entities.withKey(shortKey(kind, shortOf(kind, name)));
  const onlyShortly = (kind: Kind, name: string): string | undefined => {
    const found = shortly(kind, name);
    return found.length === 1 ? found[0]?.id : undefined;
  };
  /** What a place is called that a row calls otherwise: 锡山经开区 is 无锡锡山经济技术开发区, wherever it is known. */
  const placeOf = (kind: "Park" | "Region", name: string | undefined): string | undefined => {
    if (name === undefined) return undefined;
    const exactly = named(kind, name);
    const found = exactly.length > 0 ? exactly : shortly(kind, name);
    return found.length === 1 ? found[0]?.name : name;
  };
  const settled = (record: MatchRecord): MatchRecord => ({
    ...record,
    ...filled("region", placeOf("Region", record.region)),
    ...filled("park", placeOf("Park", record.park)),
  });
  const prefix = `${kindOf("Metric").prefix}:`;
  return {
    named,
    shortly,
    withCode: (code) => entities.withKey(codeKey(code)),
    has: entities.has,
    get: entities.get,
    add: (row, record) => enter(row, settled(record ?? recordOf(row)), true, "met"),
    meetAgain: (wanted) => read(earlier, true, "matched", wanted),
    isMet: (id) => met.get(id) !== undefined,
    learn(id, other, creditCode) {
      learnt.set(id, other ?? id);
      if (other !== undefined && creditCode !== undefined) codes.set(other, creditCode);
    },
    rootOf: (id) => learnt.get(id) ?? merges.get(id) ?? id,
    codeOf: (id) => entities.get(id)?.creditCode ?? codes.get(id),
    find: (record) => matcher.find(settled(record)),
    metric: (name) => only("Metric", name)?.slice(prefix.length),
    certification: (name) => only("Certification", name) ?? onlyShortly("Certification", name),
  };
}
