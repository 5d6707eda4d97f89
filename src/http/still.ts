// Whether somebody whose answer takes its time may still have it: a token may be revoked, end or change meanwhile.
import type { IncomingMessage } from "node:http";
import { type Access, type Asker, requireScope } from "../access/access.ts";
import type { Scope } from "../access/scopes.ts";
import { type ErrorCode, isIndustryGraphError } from "../errors.ts";
import { whoAsks } from "./access.ts";
import { factsOf } from "./facts.ts";

/** Milliseconds after which it is looked again whether somebody may still have what is going on. */
export const recheck = 5_000;

const sorted = (values: Iterable<string>): string => JSON.stringify([...values].sort());
const hasSameRights = (one: Asker, other: Asker): boolean =>
  sorted(one.roles) === sorted(other.roles) && sorted(one.scopes) === sorted(other.scopes);

/** Why whoever asked may not have the rest; undefined where it is as it was when the request came. */
export async function overFor(
  incoming: IncomingMessage,
  access: Access,
  needed: Scope,
): Promise<ErrorCode | undefined> {
  try {
    const asker = await whoAsks(incoming, access);
    requireScope(asker, needed);
    const { viewer } = factsOf(incoming);
    return viewer !== undefined && hasSameRights(viewer, asker) ? undefined : "FORBIDDEN";
  } catch (error) {
    if (isIndustryGraphError(error)) return error.code;
    throw error;
  }
}
