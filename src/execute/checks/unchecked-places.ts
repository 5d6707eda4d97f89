// Places that no check is about: that nothing was found to be wrong there would be read into it.
import { readFileSync } from "node:fs";
import { IndustryGraphError } from "../../errors.ts";
import { packaged } from "../../packaged.ts";
import { told } from "../../plan/filter-place.ts";
import type { Said } from "../../plan/formula.ts";
import type { GraphStore, ReadOptions } from "../../store/port.ts";
import { called } from "./called.ts";

const belonging = readFileSync(packaged("cypher/names/within.cypher"), "utf8");

/** More checks than this are not looked at, and so many places are told. */
const [most, places] = [2_000, 4];

/** The problem of a whole within which there is no check, though there are some elsewhere. */
export async function uncheckedPlace(
  store: Pick<GraphStore, "read">,
  { value, path }: Said,
  read: ReadOptions,
): Promise<Error | undefined> {
  const rows = await store.read(`// All checks.\nMATCH (n:Check) RETURN n.id AS id LIMIT ${most}`, {}, read);
  if (rows.length === 0 || rows.length === most || typeof value !== "string") return undefined;
  const ids = rows.map(({ id }) => String(id));
  if ((await store.read(belonging, { within: value, direct: false, ids }, read)).length > 0) return undefined;
  const others = await store.read(
    `// Places that checks are about.\nMATCH (n:Check)-[:CHECKS|OBSERVES*1..2]->(s:Entity) WHERE s:Region OR s:Park RETURN s.id AS id, count(DISTINCT n) AS number ORDER BY number DESC, id LIMIT ${places}`,
    {},
    read,
  );
  const [name, ...there] = await called(store, [value, ...others.map(({ id }) => String(id))], read);
  return new IndustryGraphError(
    "BAD_ARGUMENT",
    `${told(path)} is ${name}, and no check is about it or what belongs to it: nothing there has been checked. There are checks of ${there.join(", ")} and others.`,
  );
}
