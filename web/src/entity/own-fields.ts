// The properties of a kind as the API gives them: most are values, some come in parts, some in two languages.
import type { Property } from "../../../src/ontology/definitions.ts";
import { type Kind, kindOf } from "../../../src/ontology/model.ts";
import type { Speech } from "../text/language.ts";

/** What the API tells of a name that was borne before. */
export interface FormerName {
  readonly name: string;
  readonly since: string | null;
  readonly until: string | null;
}

/** Properties that the API answers as objects, with what is asked of each. A test holds every page's question to the schema. */
const inParts: Readonly<Record<string, string>> = { formerNames: "{ name since until }" };

function fieldOf([name, property]: [string, Property]): string {
  if (property.bilingual === true) return `${name}(lang: $lang)`;
  const parts = inParts[name];
  return parts === undefined ? name : `${name} ${parts}`;
}

/** The selection that asks for every property of a kind, in the language `$lang`. */
export function ownFields(kind: Kind): string {
  return Object.entries(kindOf(kind).properties).map(fieldOf).join(" ");
}

/** A former name in words, with its dates as far as they are known. */
export function formerNameWords({ name, since, until }: FormerName, { text, language }: Speech): string {
  const dates =
    since !== null && until !== null
      ? `${since} – ${until}`
      : since !== null
        ? `${text.since} ${since}`
        : until !== null
          ? `${text.until} ${until}`
          : "";
  if (dates === "") return name;
  return language === "zh" ? `${name}（${dates}）` : `${name} (${dates})`;
}
