// The question files that are written, not typed: they share how conditions are weighed.
import { candidates, whatIf } from "./candidates.ts";
import { certificationCandidates, heightsOf, rungOf } from "./certification.ts";
import { conditionsOf } from "./conditions-of.ts";
import { families } from "./families.ts";
import { ladder } from "./ladder.ts";
import { matches } from "./matches.ts";
import { roster, sitesWithin, tenants, upTo } from "./sites.ts";

const note = "Written by `npm run generate` from scripts/generate/questions: change it there.";

const statement = ([name, lines]: readonly [string, readonly string[]]): readonly [string, string] => [
  `cypher/standing/${name}.cypher`,
  [`// ${note}`, ...lines, ""].join("\n"),
];

/** Files of cypher/ and their texts. */
export const questionFiles: readonly (readonly [file: string, text: string])[] = [
  ["cypher/measure.candidates.cypher", candidates(note)],
  ["cypher/measure.what-if.cypher", whatIf(note)],
  ["cypher/enterprise.policy-matches.cypher", matches(note)],
  ["cypher/enterprise.ladder.cypher", ladder(note)],
  ["cypher/certification.candidates.cypher", certificationCandidates(note)],
  ...Object.entries({
    ...families,
    conditions: conditionsOf,
    heights: heightsOf,
    roster,
    rung: rungOf,
    tenants,
    "up-to": upTo,
    within: sitesWithin,
  }).map(statement),
];
