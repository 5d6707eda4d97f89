// A text that names are looked through for.
import { IndustryGraphError } from "../errors.ts";
import { normaliseName } from "../text/normalise.ts";

/**
 * The normal form of a text to look for in names.
 * @throws IndustryGraphError BAD_ARGUMENT naming the argument, where nothing is left to look for
 */
export function lookedFor(argument: string, given: string): string {
  const text = normaliseName(given);
  if (text !== "") return text;
  throw new IndustryGraphError(
    "BAD_ARGUMENT",
    `${argument} holds no letter or digit to look for; leave it out.`,
  );
}
