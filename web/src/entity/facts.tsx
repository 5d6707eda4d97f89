// The properties of an entity, each with its name and unit, as the ontology has them.

import type { Property } from "../../../src/ontology/definitions.ts";
import { kindEnum, kindNames, kindOf } from "../../../src/ontology/model.ts";
import { EntityLink } from "../parts/names.tsx";
import { amountOf, unitName } from "../text/amount.ts";
import { type Speech, useSpeech } from "../text/language.ts";
import { trackName } from "../text/tracks.ts";
import { Words } from "../text/words.tsx";
import type { EntityNode, MetricName } from "./documents.ts";
import { nameOfMetric } from "./metric-name.ts";
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
  return property.type === "enum" ? speech.value(String(given), property.enumeration?.name) : String(given);
}

/** Properties that hold the name of a unit of ours, not one as a source wrote it. */
const units = new Set(["unit", "normalisedUnit", "normalUnit", "checkedUnit"]);

/** What a term means, to whoever points at it: in English the ontology's sentence, in Chinese its unit. */
function hintOf({ doc, title, unit }: Property, speech: Speech): string {
  if (speech.language === "en") return doc;
  return unit === undefined ? title.zh : `${title.zh}（${unitName(unit, speech)}）`;
}

/** Own properties with a value, in the order of the ontology. */
export function factsOf(
  node: EntityNode,
  speech: Speech,
): { key: string; title: string; hint: string; words: string }[] {
  const kind = kindNames.find((one) => kindEnum(one) === node.kind);
  if (kind === undefined) return [];
  return Object.entries(kindOf(kind).properties).flatMap(([key, property]) => {
    // On a page in English the heading says it.
    if (key === "nameEn" && speech.language === "en") return [];
    const code = wordsOf(property, node[key], speech);
    const said = key === "track" ? trackName(code, speech.language) : code;
    const words = units.has(key) && said !== "" ? unitName(said, speech) || said : said;
    const title = property.title[speech.language];
    return words === "" ? [] : [{ key, title, hint: hintOf(property, speech), words }];
  });
}

/** Characters of a value beyond which it stands across the list. */
const longest = 60;

/** The properties as a list of terms; a metric that is named by its code, as what it is called. */
export function Facts({ node, metric }: { readonly node: EntityNode; readonly metric: MetricName | null }) {
  const speech = useSpeech();
  const facts = factsOf(node, speech);
  if (facts.length === 0) return null;
  return (
    <dl class="facts">
      {facts.map(({ key, title, hint, words }) => (
        <div key={key} class={words.length > longest ? "long" : undefined}>
          <dt title={hint}>{title}</dt>
          <dd>
            {key === "metric" && metric !== null ? (
              <EntityLink
                entity={{ id: metric.id, kind: "METRIC", name: nameOfMetric(metric, speech) }}
                dot={false}
              />
            ) : /^https?:\/\//.test(words) ? (
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
