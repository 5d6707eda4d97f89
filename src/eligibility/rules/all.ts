// The question files that are written, not typed: they share how conditions are weighed.
import { candidates, whatIf } from "./candidates.ts";
import { certificationCandidates, heightsOf, rungOf } from "./certification.ts";
import { conditionsOf } from "./conditions-of.ts";
import { families } from "./families.ts";
import { ladder } from "./ladder.ts";
import { matches } from "./matches.ts";
import { printed } from "./printed.ts";
import { rowIndex, sitesWithin, tenants, upTo } from "./sites.ts";

const note = "Written by `npm run generate` from src/eligibility/rules: change it there.";

const statement = ([name, lines]: readonly [string, readonly string[]]): readonly [string, string] => [
  `cypher/generated/eligibility/${name}.cypher`,
  printed([`// ${note}`, ...lines, ""]),
];

const question = (name: string, text: string): readonly [string, string] => [
  `cypher/generated/${name}.cypher`,
  printed([text]),
];

/** Files of cypher/generated and their texts. */
export const questionFiles: readonly (readonly [file: string, text: string])[] = [
  question("measure.candidates", candidates(note)),
  question("measure.what-if", whatIf(note)),
  question("enterprise.policy-matches", matches(note)),
  question("enterprise.ladder", ladder(note)),
  question("certification.candidates", certificationCandidates(note)),
  ...Object.entries({
    ...families,
    conditions: conditionsOf,
    heights: heightsOf,
    "row-index": rowIndex,
    rung: rungOf,
    tenants,
    "up-to": upTo,
    within: sitesWithin,
  }).map(statement),
];
