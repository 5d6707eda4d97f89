// What is told of names that stand for several entities, or for none.

import { IndustryGraphError } from "../errors.ts";
import { longestName } from "../ontology/characters.ts";
import type { NamedEntity } from "./named.ts";
import type { AskedName, ResolvedName } from "./resolve.ts";

const listed = (entities: readonly NamedEntity[]): string =>
  entities
    .slice(0, 10)
    .map(({ id, name }) => `${id} (${name})`)
    .join(", ");

/** The error for a name that stands for several entities. */
export function ambiguousName(candidates: readonly NamedEntity[]): IndustryGraphError {
  return new IndustryGraphError(
    "AMBIGUOUS_NAME",
    `The name stands for ${candidates.length} entities: ${listed(candidates)}. Ask for one by id.`,
    { candidates: candidates.slice(0, 10).map(({ id, name }) => ({ id, name })) },
  );
}

/** Entities of other kinds that are told at the most. */
const mostOthers = 3;

/**
 * The id that a name stands for.
 * @throws IndustryGraphError AMBIGUOUS_NAME with candidates, UNKNOWN_NAME with what is near
 */
export function idOf(resolved: ResolvedName, asked: AskedName): string {
  if (resolved.is === "one") return resolved.id;
  if (resolved.is === "several") throw ambiguousName(resolved.candidates);
  const what = asked.kinds.length === 0 ? "nothing" : `no ${asked.kinds.join(" or ")}`;
  if (asked.text.length > longestName)
    throw new IndustryGraphError(
      "UNKNOWN_NAME",
      `A text of ${asked.text.length} characters is the id or name of ${what} here: a name has ${longestName} at most.`,
      { near: [] },
    );
  const near = resolved.near.length === 0 ? "" : ` Near it: ${listed(resolved.near)}.`;
  const others = (resolved.others ?? []).slice(0, mostOthers);
  const other =
    others.length === 0
      ? ""
      : ` It is ${others.map((one) => `${one.kind} ${one.id} (${one.name})`).join(", ")}, and that kind is not taken here.`;
  throw new IndustryGraphError(
    "UNKNOWN_NAME",
    `${JSON.stringify(asked.text)} is the id or name of ${what} here.${other}${resolved.held ?? ""}${near}`,
    { near: resolved.near.map(({ id, name }) => ({ id, name })) },
  );
}
