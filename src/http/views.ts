// What who asks may see of the layers: a view is a list of layers, and each view is answered from a store of its own,
// into which nothing else was ever loaded. So nothing of a hidden layer can be in an answer, a total, an order, a path,
// a file or an error: the store that answers has never held it.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Asker } from "../access/access.ts";
import { auditPath } from "../access/audit.ts";
import { tokensPath } from "../access/token-file.ts";
import type { Settings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import { foldersOf, layersOf } from "../load/layers.ts";
import { lockHolder } from "../store/lock.ts";

export interface View {
  /** `whole`; `public`, where it shows no hidden layer; else the hidden layers that it shows, joined by `+`. */
  readonly name: string;
  /** The settings of a server that has these layers only, and a store of its own. */
  readonly settings: Settings;
}

export interface Views {
  /** That of all layers first: it is the one of commands, and of the scope admin. */
  readonly all: readonly [View, ...View[]];
  /** What somebody sees. */
  of(asker: Pick<Asker, "roles" | "scopes">): View;
}

/** Each view is loaded on its own, and takes the room of its layers. */
const mostViews = 8;

const refused = (message: string): IndustryGraphError => new IndustryGraphError("BAD_SETTING", message);

const nameOf = (folder: string): string => basename(resolve(folder));

/** Sets of hidden layers that somebody may see, by their places: whatever roles come together. */
function shownSets(roles: Settings["LAYER_ROLES"]): ReadonlySet<number>[] {
  const sets = new Map<string, ReadonlySet<number>>([["", new Set()]]);
  const keep = (set: ReadonlySet<number>): void => void sets.set([...set].sort().join(), set);
  for (const role of new Set(roles.flatMap((one) => one.roles))) {
    const own = roles.flatMap((one, at) => (one.roles.includes(role) ? [at] : []));
    for (const set of [...sets.values()]) keep(new Set([...set, ...own]));
    if (sets.size > mostViews) break;
  }
  return [...sets.values()];
}

const uri = /^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\/\S+$/;
const database = /^[A-Za-z][A-Za-z0-9.-]{2,62}$/;

/** Where a view's store is, on Neo4j. @throws IndustryGraphError BAD_SETTING where nothing says so, or what says so is none */
function neo4jPlace(settings: Settings, name: string): Partial<Settings> {
  const place = settings.VIEW_STORES.get(name);
  if (place === undefined)
    throw refused(
      `LAYER_ROLES hides layers, so what ${name === "public" ? "those without a role" : `whoever sees ${name}`} may see is kept in a store of its own, and VIEW_STORES does not say where the view ${name} is. VIEW_STORES="${name}=embedded" keeps it in DATA_DIR, on the embedded engine; ${name}=DATABASE in another database of this server (Neo4j Enterprise has several, Community one); ${name}=neo4j://HOST:7687 in another server, with the same user and password.`,
    );
  if (place === "embedded") return { NEO4J_URI: "" };
  if (uri.test(place)) return { NEO4J_URI: place, NEO4J_DATABASE: "" };
  if (database.test(place)) return { NEO4J_DATABASE: place };
  throw refused(
    `VIEW_STORES: ${name}=${place} is neither "embedded" nor the name of a database nor an address with bolt:// or neo4j://.`,
  );
}

/** A name that a folder may have, and that no other list of layers has. */
function folderName(name: string, layers: readonly string[]): string {
  const hash = createHash("sha256").update(foldersOf(layers)).digest("hex").slice(0, 12);
  return `${name.replace(/[^\p{L}\p{N}_+-]/gu, "_").slice(0, 60)}-${hash}`;
}

const viewsFolder = ({ DATA_DIR }: Settings): string => join(DATA_DIR, "views");

function settingsOf(settings: Settings, name: string, layers: readonly string[]): Settings {
  const place = join(viewsFolder(settings), folderName(name, layers));
  return {
    ...settings,
    ...(settings.NEO4J_URI === "" ? {} : neo4jPlace(settings, name)),
    SEED_DIR: layers.join(","),
    DATA_DIR: place,
    TOKENS_FILE: tokensPath(settings),
    AUDIT_FILE: auditPath(settings),
    // Watches ask the whole: what they have told is not for this view.
    WATCH_DIR: join(place, "watches"),
  };
}

/** @throws IndustryGraphError BAD_SETTING where VIEW_STORES names what there is not, or one store for two */
function checkStores({ NEO4J_URI, NEO4J_DATABASE, VIEW_STORES }: Settings, names: readonly string[]): void {
  if (VIEW_STORES.size === 0) return;
  if (NEO4J_URI === "")
    throw refused(
      "VIEW_STORES is for Neo4j: without NEO4J_URI each view has a folder of its own in DATA_DIR.",
    );
  for (const name of VIEW_STORES.keys())
    if (!names.includes(name))
      throw refused(
        `VIEW_STORES: there is no view ${name}; ${names.length === 0 ? "without LAYER_ROLES there is none" : `there are ${names.join(", ")}`}.`,
      );
  const taken = new Map([[NEO4J_URI, "whole"]]);
  if (NEO4J_DATABASE !== "") taken.set(NEO4J_DATABASE, "whole");
  for (const [name, place] of VIEW_STORES) {
    const other = place === "embedded" ? undefined : taken.get(place);
    if (other !== undefined)
      throw refused(`VIEW_STORES: ${name}=${place} is the store of the view ${other}: each needs its own.`);
    taken.set(place, name);
  }
}

/**
 * The views of the settings.
 * @throws IndustryGraphError BAD_SETTING where LAYER_ROLES or VIEW_STORES do not go with SEED_DIR and the engine
 */
export function viewsOf(settings: Settings): Views {
  const { LAYER_ROLES: roles, SEED_DIR } = settings;
  const whole: View = { name: "whole", settings };
  if (roles.length === 0) {
    checkStores(settings, []);
    return { all: [whole], of: () => whole };
  }
  const layers = layersOf(SEED_DIR);
  const names = layers.map(nameOf);
  for (const { layer } of roles)
    if (!names.includes(layer))
      throw refused(`LAYER_ROLES: there is no layer ${layer} in SEED_DIR; there are ${names.join(", ")}.`);
  if (roles.length === layers.length)
    throw refused(
      "LAYER_ROLES hides all layers of SEED_DIR: those without a role would see nothing at all. One must be for whoever may read; PUBLIC and tokens say who that is.",
    );
  const sets = shownSets(roles);
  const shownTo = new Map<string, View>();
  const keyOf = (shown: (layer: string, roles: readonly string[]) => boolean): string =>
    JSON.stringify(roles.filter((one) => shown(one.layer, one.roles)).map(({ layer }) => layer));
  const all: [View, ...View[]] = [whole];
  shownTo.set(
    keyOf(() => true),
    whole,
  );
  const parts = sets
    .filter(({ size }) => size < roles.length)
    .map((set) => ({ set, name: roles.filter((_, at) => set.has(at)).map(({ layer }) => layer) }));
  if (parts.length + 1 > mostViews)
    throw refused(
      `LAYER_ROLES makes more than ${mostViews} views (lists of layers that some roles see), each of which is loaded on its own. Give layers the same roles, or put them together.`,
    );
  const viewNames = parts.map(({ name }) => (name.length === 0 ? "public" : name.join("+")));
  const double = viewNames.find((name, at) => name === "whole" || viewNames.indexOf(name) !== at);
  if (double !== undefined)
    throw refused(`LAYER_ROLES: two views would be named ${double}. Rename the folder of that layer.`);
  checkStores(settings, viewNames);
  for (const [at, { set }] of parts.entries()) {
    const hidden = new Set(roles.flatMap(({ layer }, place) => (set.has(place) ? [] : [layer])));
    const shown = layers.filter((layer) => !hidden.has(nameOf(layer)));
    const name = viewNames[at] ?? "";
    const view = { name, settings: settingsOf(settings, name, shown) };
    all.push(view);
    shownTo.set(
      keyOf((layer) => !hidden.has(layer)),
      view,
    );
  }
  return {
    all,
    of(asker) {
      if (asker.scopes.has("admin")) return whole;
      const view = shownTo.get(keyOf((_, wanted) => wanted.some((role) => asker.roles.includes(role))));
      // Every union of what roles show is among them.
      if (view === undefined) throw new Error("there is no view of these roles");
      return view;
    },
  };
}

/**
 * Takes away what is left of views that there are no more: what they show may have been hidden since.
 * @returns what could not be taken away
 */
export function dropOldViews(settings: Settings, { all }: Views): string[] {
  const folder = viewsFolder(settings);
  if (!existsSync(folder)) return [];
  const wanted = new Set(all.slice(1).map((view) => basename(view.settings.DATA_DIR)));
  const left: string[] = [];
  for (const name of readdirSync(folder)) {
    const [, view] = /^(.+-[0-9a-f]{12})(?:\.layers)?$/.exec(name) ?? [];
    if (view === undefined || wanted.has(view)) continue;
    const path = join(folder, name);
    try {
      if (lockHolder(join(folder, view, "lock.json")) === undefined)
        rmSync(path, { recursive: true, force: true });
      else left.push(path);
    } catch {
      left.push(path);
    }
  }
  return left;
}
