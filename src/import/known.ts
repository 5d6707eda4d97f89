// What is known already, by name: the entities of the folders that the layer lies upon, and of the layer itself.
import { type Kind, kindNames, kindOf, kindOfId } from "../ontology/model.ts";
import { partsOf, storedKeys } from "../text/name-keys.ts";
import { nameKey } from "../text/normalise.ts";
import type { KnownNames } from "./propose.ts";
import { readTables, type TableRow, type Tables } from "./tables.ts";

/** An entity by what a row of a workbook may have in common with it. */
export interface KnownEntity {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly creditCode: string | undefined;
}

export interface Known extends KnownNames {
  /** Entities of a kind that have this name or alias, compared without case, width and script. */
  readonly named: (kind: Kind, name: string) => readonly KnownEntity[];
  /** Entities that are called so for short: without place and legal form. */
  readonly shortly: (kind: Kind, name: string) => readonly KnownEntity[];
  readonly withCode: (creditCode: string) => KnownEntity | undefined;
  readonly has: (id: string) => boolean;
  /** Adds an entity that this import makes, so that later rows find it. */
  readonly add: (row: TableRow) => void;
}

const put = (index: Map<string, KnownEntity[]>, key: string, entity: KnownEntity): void => {
  const list = index.get(key);
  if (list === undefined) index.set(key, [entity]);
  else if (!list.some(({ id }) => id === entity.id)) list.push(entity);
};

/** What a name is once all that may be left off is; itself where that would name nothing. */
const shortOf = (kind: Kind, name: string): string => storedKeys(partsOf(kind, name)).core ?? nameKey(name);

/** Reads the names of folders of data; those of the layer itself last. */
export function readKnown(folders: readonly (string | Tables)[]): Known {
  const byName = new Map<string, KnownEntity[]>();
  const byShort = new Map<string, KnownEntity[]>();
  const byCode = new Map<string, KnownEntity>();
  const ids = new Set<string>();
  const add = (row: TableRow): void => {
    const { id = "", name = "", aliases = "", creditCode = "" } = row;
    const kind = kindOfId(id);
    if (kind === undefined || name === "") return;
    const entity: KnownEntity = { id, kind, name, creditCode: creditCode === "" ? undefined : creditCode };
    ids.add(id);
    if (creditCode !== "") byCode.set(creditCode, entity);
    for (const one of [name, ...aliases.split("|")]) {
      const key = nameKey(one);
      if (key !== "") put(byName, `${kind} ${key}`, entity);
    }
    for (const short of new Set([nameKey(name), shortOf(kind, name)]))
      put(byShort, `${kind} ${short}`, entity);
  };
  for (const folder of folders) {
    const tables = typeof folder === "string" ? readTables(folder) : folder;
    for (const kind of kindNames) for (const row of tables.get(`entities/${kind}.csv`) ?? []) add(row);
  }
  const named = (kind: Kind, name: string) => byName.get(`${kind} ${nameKey(name)}`) ?? [];
  const only = (kind: Kind, name: string): string | undefined => {
    const found = named(kind, name);
    return found.length === 1 ? found[0]?.id : undefined;
  };
  const prefix = `${kindOf("Metric").prefix}:`;
  return {
    named,
    shortly: (kind, name) => byShort.get(`${kind} ${shortOf(kind, name)}`) ?? [],
    withCode: (code) => byCode.get(code),
    has: (id) => ids.has(id),
    add,
    metric: (name) => only("Metric", name)?.slice(prefix.length),
    certification: (name) => only("Certification", name),
  };
}
