// A name taken apart for comparing: its parts, what is wrong with its legal form, and what else it may be known by.
import { partsOf } from "../text/name-keys.ts";
import { longForms } from "../text/name-words.ts";
import type { ParsedName } from "../text/parse-name.ts";
import { type NumberedInstitute, numberedInstitute } from "./numbered.ts";
import { latinWords } from "./romanised.ts";

/** A name with its parts, and where its place stands. */
export interface NamePart {
  readonly text: string;
  readonly parts: ParsedName;
  /** Whether a place stands in brackets: 恒力石化（大连） is a company of its own beside 恒力石化. */
  readonly bracketed: boolean;
  /** The words of a name in Latin letters. */
  readonly latin: readonly string[];
  readonly institute: NumberedInstitute | undefined;
}

/** A name whose legal form has a slip is taken for what it means where no word of a trade is as likely: 股份有跟公司. */
function slippedForm(text: string, parts: ParsedName): ParsedName {
  if (longForms.includes(parts.form) || parts.form.length > 2 || parts.branch !== "") return parts;
  const lenient = partsOf("Enterprise", text, true);
  const means = longForms.includes(lenient.form) && lenient.core.length > 2;
  return means && !/(?<!股份)有[线色机声]公司$/u.test(parts.normal) ? lenient : parts;
}

export function namePart(text: string): NamePart {
  const parts = slippedForm(text, partsOf("Enterprise", text));
  const bracketed = parts.places.length > 0 && /[(（]/u.test(text) && !startsWithPlace(parts);
  return { text, parts, bracketed, latin: latinWords(text), institute: numberedInstitute(parts.normal) };
}

const startsWithPlace = ({ normal, places }: ParsedName): boolean =>
  places.some(({ stem }) => normal.startsWith(stem));
