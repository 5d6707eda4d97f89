// What is named and nothing has, where others that are called so with more words have what is asked for: nobody holds a
// title whose level is not stated, and some hold that of the province.
import { IndustryGraphError } from "../errors.ts";
import { valuesTogether } from "../plan/contradictions.ts";
import { told } from "../plan/filter-place.ts";
import type { Counted } from "../plan/formula.ts";
import type { GraphStore, ReadOptions } from "../store/port.ts";
import { called } from "./called.ts";

/** How many are told. */
const most = 3;

/** The problem of a relation to what is named that nothing has, where something has it to others that are called so. */
export async function namedAlike(
  store: Pick<GraphStore, "read">,
  { of, match }: Counted,
  holder: string,
  read: ReadOptions,
): Promise<Error | undefined> {
  const [end] = valuesTogether(match).filter(({ about }) => about === "node.id");
  if (of === "figure" || typeof end?.value !== "string" || of.of === "Entity") return undefined;
  const [before, after] = of.way === "in" ? ["-", "->"] : of.way === "out" ? ["<-", "-"] : ["-", "-"];
  const had = (name: string): string =>
    `EXISTS { MATCH (${name})${before}[:${of.relation}]${after}(:${holder}) }`;
  const rows = await store.read(
    `// What is called so with more words and is had.\nMATCH (x:Entity {id: $id}) WHERE NOT ${had("x")} MATCH (n:${of.of}) WHERE n.id <> $id AND toLower(n.name) CONTAINS toLower(x.name) AND ${had("n")} RETURN n.id AS id ORDER BY id LIMIT ${most}`,
    { id: end.value },
    read,
  );
  if (rows.length === 0) return undefined;
  const [[name], others] = [
    await called(store, [end.value], read),
    await called(
      store,
      rows.map(({ id }) => String(id)),
      read,
    ),
  ];
  return new IndustryGraphError(
    "BAD_ARGUMENT",
    `${told(end.path)} is ${name}, and no ${holder} is known to have ${of.relation} with it: there is ${others.join(", ")}, with which some have. Ask for one of these, or for all of them with or.`,
  );
}
