// The question files that are written, not typed: they share how conditions are weighed.
import { candidates } from "./candidates.ts";
import { certificationCandidates } from "./certification.ts";
import { ladder } from "./ladder.ts";
import { matches } from "./matches.ts";
import { whatIf } from "./what-if.ts";

const note = "Written by `npm run generate` from scripts/generate/questions: change it there.";

/** Files of cypher/ and their texts. */
export const questionFiles: readonly (readonly [file: string, text: string])[] = [
  ["cypher/measure.candidates.cypher", candidates(note)],
  ["cypher/measure.what-if.cypher", whatIf(note)],
  ["cypher/enterprise.policy-matches.cypher", matches(note)],
  ["cypher/enterprise.ladder.cypher", ladder(note)],
  ["cypher/certification.candidates.cypher", certificationCandidates(note)],
];
