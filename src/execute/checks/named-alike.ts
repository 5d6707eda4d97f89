// What is named and nothing has, where something has what is called alike: nobody holds a title whose level is not stated,
// and some hold that of the province; no policy is issued by the government of a district, and some are by the district.
import { IndustryGraphError } from "../../errors.ts";
import { valuesTogether } from "../../plan/contradictions.ts";
import { told } from "../../plan/filter-place.ts";
import type { Counted } from "../../plan/formula.ts";
import type { GraphStore, ReadOptions } from "../../store/port.ts";
import { called } from "./called.ts";

/** How many are told. */
const most = 3;

/** The problem of a relation to what is named that nothing has, where something has it to what is called alike. */
export async function namedAlike(
  store: Pick<GraphStore, "read">,
  { of, match }: Counted,
  holder: string,
  read: ReadOptions,
): Promise<Error | undefined> {
  const [end] = valuesTogether(match).filter(({ about }) => about === "node.id");
  if (of === "figure" || typeof end?.value !== "string") return undefined;
  const [before, after] = of.way === "in" ? ["<-", "-"] : of.way === "out" ? ["-", "->"] : ["-", "-"];
  const had = (far: string): string => `MATCH (:${holder})${before}[:${of.relation}]${after}${far}`;
  const id = end.value;
  const own = await store.read(
    `// Whether anything has it.\n${had("(x:Entity {id: $id})")} RETURN x.id AS id LIMIT 1`,
    { id },
    read,
  );
  if (own.length > 0) return undefined;
  const rows = await store.read(
    `// What is called alike and is had.\n${had(`(n:${of.of})`)} WITH DISTINCT n MATCH (x:Entity {id: $id}) WHERE toLower(n.name) CONTAINS toLower(x.name) OR (size(n.name) > 1 AND toLower(x.name) CONTAINS toLower(n.name)) RETURN n.id AS id ORDER BY id LIMIT ${most}`,
    { id },
    read,
  );
  if (rows.length === 0) return undefined;
  const [[name], others] = await Promise.all([
    called(store, [id], read),
    called(
      store,
      rows.map((row) => String(row.id)),
      read,
    ),
  ]);
  return new IndustryGraphError(
    "BAD_ARGUMENT",
    `${told(end.path)} is ${name}, and no ${holder} is known to have ${of.relation} with it: there is ${others.join(", ")}, with which some have. Ask for one of these, or for all of them with or.`,
  );
}
