// What figures are asked for as their subject though it is only told of beside that, and the reverse: each finds none.
import { IndustryGraphError } from "../../errors.ts";
import { figureKind } from "../../ontology/model.ts";
import { valuesTogether } from "../../plan/contradictions.ts";
import { told } from "../../plan/filter-place.ts";
import type { Counted } from "../../plan/formula.ts";
import type { GraphStore, ReadOptions } from "../../store/port.ts";
import { called } from "./called.ts";

/** How figures are about something, by relation: the field that asks for it, and in words. */
const roles: Readonly<Record<string, { readonly field: string; readonly words: string }>> = {
  OBSERVES: { field: "subject", words: "with it as the subject" },
  ABOUT: { field: "about", words: "about it beside another subject" },
};

/** The problem of figures asked for by a relation that none has to what is named, where some have the other. */
export async function wrongRole(
  store: Pick<GraphStore, "read">,
  { of, match }: Counted,
  read: ReadOptions,
): Promise<Error | undefined> {
  const own = of === "figure" || of.way !== "out" ? undefined : roles[of.relation];
  const [end] = valuesTogether(match);
  if (own === undefined || of === "figure" || end?.about !== "node.id" || typeof end.value !== "string")
    return undefined;
  const rows = await store.read(
    `// How figures are about something.\nMATCH (:Entity {id: $id})<-[tie:${Object.keys(roles).join("|")}]-(:${figureKind}) RETURN type(tie) AS role, count(*) AS number`,
    { id: end.value },
    read,
  );
  const [other, ...more] = rows;
  const role = roles[String(other?.role)];
  if (more.length > 0 || role === undefined || role === own) return undefined;
  const [name] = await called(store, [end.value], read);
  return new IndustryGraphError(
    "BAD_ARGUMENT",
    `${told(end.path)} is ${name}: there is no figure ${own.words}, but ${other?.number} ${role.words}. Ask ${role.field} instead.`,
  );
}
