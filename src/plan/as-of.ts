// Which date a field is asked for.
import { IndustryGraphError } from "../errors.ts";
import type { AsOf } from "./page-nodes.ts";
import { bind, type Planning, type Site } from "./planning.ts";
import { dayMeant } from "./values.ts";

/** The date that a field is asked for, if any. @throws IndustryGraphError where `certain` stands without `asOf` */
export function asOfAt(planning: Planning, site: Site): AsOf | undefined {
  const { asOf, certain } = site.args;
  if (asOf !== null && asOf !== undefined) {
    const day = bind(planning, site, (args) => dayMeant("asOf", String(args.asOf)));
    return { day, certain: certain === true };
  }
  if (certain !== true) return undefined;
  throw new IndustryGraphError("BAD_ARGUMENT", "certain asks what holds for certain at a date: give asOf.");
}
