// Questions that go from entities along relations: what they can never reach is refused, since null, or a list without
// anything, would look as if nothing were known.
import { IndustryGraphError } from "../errors.ts";
import {
  betweenThings,
  isKind,
  type Kind,
  kindEnum,
  kindNames,
  kindOfId,
  type RelationType,
  relationOf,
  relationTypes,
} from "../ontology/model.ts";
import type { Arguments } from "../run/step.ts";
import { bind, type Planning, type Site } from "./planning.ts";
import type { FieldSpec } from "./spec.ts";

/** Which arguments of a question say where it begins, what it is to reach, and how far it goes. */
export type Reaching = NonNullable<Extract<FieldSpec, { is: "ask" }>["reaching"]>;

const words = (kinds: readonly Kind[]): string => kinds.map((kind) => kindEnum(kind)).join(", ");
const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** The kinds that relations of a type lead to from a kind, either way. */
function nextTo(kind: Kind, type: RelationType): Kind[] {
  const [from, to] = [relationOf(type).from.filter(isKind), relationOf(type).to.filter(isKind)];
  return [...(from.includes(kind) ? to : []), ...(to.includes(kind) ? from : [])];
}

/** The kinds that chains of relations lead to from a kind; those to avoid end a chain. */
function kindsWithin(
  start: Kind,
  types: readonly RelationType[],
  hops: number,
  avoid: readonly Kind[],
): ReadonlySet<Kind> {
  const found = new Set<Kind>();
  let rim: Kind[] = [start];
  for (let hop = 0; hop < hops && rim.length > 0; hop++) {
    const next = unique(rim.flatMap((kind) => types.flatMap((type) => nextTo(kind, type))));
    rim = next.filter((kind) => !found.has(kind) && !avoid.includes(kind));
    for (const kind of next) found.add(kind);
  }
  return found;
}

const idsIn = (value: unknown): string[] => unique([value].flat().filter((one) => typeof one === "string"));

const refused = (message: string): IndustryGraphError => new IndustryGraphError("BAD_ARGUMENT", message);

/** The types among those asked for that can be followed. @throws where none can */
function followed(asked: readonly RelationType[] | undefined): readonly RelationType[] {
  if (asked === undefined || asked.length === 0) return asked ?? betweenThings;
  const types = asked.filter((type) => betweenThings.includes(type));
  if (types.length > 0) return types;
  throw refused(
    `types asks for ${asked.join(", ")}, which connect nothing: they only attach figures, checks and conditions to things. Ask for ${betweenThings.join(", ")}.`,
  );
}

function check(args: Arguments, { starts, goals, hops: bound }: Reaching): void {
  const asked = (args.types ?? undefined) as readonly RelationType[] | undefined;
  const types = followed(asked);
  const hops = typeof bound === "number" ? bound : Number(args[bound]);
  const avoid = (args.avoid ?? []) as readonly Kind[];
  const begun = idsIn(args[starts]);
  const ends = goals === "to" ? idsIn(args.to) : undefined;
  // An entity is at no distance from itself.
  if (ends !== undefined && ends[0] === begun[0]) return;
  if (goals === "shared" && begun.length === 1)
    throw refused(
      `${starts} names one, and what is in common is of two or more: name another, or ask what is around one with neighbourhood(id: ${JSON.stringify(begun[0])}).`,
    );
  // What is no id is told elsewhere; an empty list holds for none, as it says.
  const [from, to] = [begun, ends ?? []].map((ids) => ids.map(kindOfId).filter((kind) => kind !== undefined));
  if (from === undefined || to === undefined || from.length < begun.length) return;
  if (to.length < (ends ?? []).length || types.length === 0) return;
  const followedWords = asked === undefined ? "relation" : asked.join(" or ");
  for (const kind of unique([...from, ...to])) {
    if (types.some((type) => nextTo(kind, type).length > 0)) continue;
    const can = relationTypes.filter((type) => betweenThings.includes(type) && nextTo(kind, type).length > 0);
    const has = can.length === 0 ? "Nothing connects it with others" : `There can be ${can.join(", ")}`;
    throw refused(
      `${asked === undefined ? starts : "types"}: no ${followedWords} begins or ends at an entity of the kind ${kindEnum(kind)}. ${has}.`,
    );
  }
  const reached = from.map((kind) => kindsWithin(kind, types, hops, avoid));
  const needed = goals === "shared" ? Number(args.atLeast ?? from.length) : 1;
  if (needed > from.length && from.length > 0)
    throw refused(
      `atLeast is ${needed}, and ${starts} names ${from.length}: nothing is related to more of them.`,
    );
  const possible = kindNames.filter((kind) => reached.filter((kinds) => kinds.has(kind)).length >= needed);
  const wanted = ends === undefined ? ((args.kinds ?? undefined) as readonly Kind[] | undefined) : to;
  const isEmpty = wanted === undefined ? possible.length === 0 : wanted.length > 0;
  if (!isEmpty || wanted?.some((kind) => possible.includes(kind)) === true) return;
  const goal = wanted === undefined ? "anything in common" : words(wanted);
  const steps = typeof bound === "number" ? "" : ` within ${bound} ${hops}`;
  const others = possible.length === 0 ? "" : ` It can lead to ${words(possible)}.`;
  throw refused(
    `No chain of ${asked === undefined ? "relations" : followedWords} leads from ${words(unique(from))} to ${goal}${steps}${avoid.length === 0 ? "" : ` without ${words(avoid)} between`}.${others}`,
  );
}

/** Refuses a question that can never reach what it asks for: its names are ids only when it runs. */
export function refuseUnreachable(planning: Planning, site: Site, reaching: Reaching): void {
  bind(planning, site, (args) => {
    check(args, reaching);
    return null;
  });
}
