// The properties of an entity, each with its name and unit, as the ontology has them.

import type { Property } from "../../../src/ontology/definitions.ts";
import { kindEnum, kindNames, kindOf } from "../../../src/ontology/model.ts";
import { amountOf } from "../text/amount.ts";
import { type Speech, useSpeech } from "../text/language.ts";
import { Words } from "../text/words.tsx";
import type { EntityNode } from "./documents.ts";
import { type FormerName, formerNameWords } from "./own-fields.ts";

/** A property's value in words: a value of an enumeration, a sum with its unit, a list. */
export function wordsOf(property: Property, given: unknown, speech: Speech): string {
  if (given === null || given === undefined) return "";
  if (Array.isArray(given)) {
    const words = given.map((one: unknown) =>
      typeof one === "object" && one !== null ? formerNameWords(one as FormerName, speech) : String(one),
    );
    return words.join(speech.language === "zh" ? "、" : ", ");
  }
  if (typeof given === "boolean") return given ? speech.text.yes : speech.text.no;
  if (typeof given === "number") return amountOf(given, property.unit, speech);
  return property.type === "enum" ? speech.value(String(given)) : String(given);
}

/** Own properties with a value, in the order of the ontology. */
export function factsOf(
  node: EntityNode,
  speech: Speech,
): { key: string; title: string; doc: string; words: string }[] {
  const kind = kindNames.find((one) => kindEnum(one) === node.kind);
  if (kind === undefined) return [];
  return Object.entries(kindOf(kind).properties).flatMap(([key, property]) => {
    const words = wordsOf(property, node[key], speech);
    return words === "" ? [] : [{ key, title: property.title[speech.language], doc: property.doc, words }];
  });
}

/** The properties as a list of terms. */
export function Facts({ node }: { readonly node: EntityNode }) {
  const speech = useSpeech();
  const facts = factsOf(node, speech);
  if (facts.length === 0) return null;
  return (
    <dl class="facts">
      {facts.map(({ key, title, doc, words }) => (
        <div key={key}>
          <dt title={doc}>{title}</dt>
          <dd>
            {/^https?:\/\//.test(words) ? (
              <a href={words} rel="noreferrer noopener">
                {words}
              </a>
            ) : (
              <Words of={words} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
