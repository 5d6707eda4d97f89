// Conditions in words. In Chinese the API says them; in English they are made of what a condition consists of, with the
// names of the data as they are.
import type { Predicate } from "../../../src/ontology/condition.ts";
import { amountOf } from "../text/amount.ts";
import type { Speech } from "../text/language.ts";
import { trackName } from "../text/tracks.ts";
import type { Demand, MatchRow, Stand } from "./documents.ts";

const dates = ({ earliest, latest }: Demand): string => {
  if (earliest !== null && latest !== null) return ` between ${earliest} and ${latest}`;
  if (earliest !== null) return ` in or after ${earliest}`;
  return latest === null ? "" : ` in or before ${latest}`;
};

const bounds = ({ atLeast, atMost, unit }: Demand, speech: Speech): string =>
  [
    atLeast === null ? "" : `at least ${amountOf(atLeast, unit, speech)}`,
    atMost === null ? "" : `at most ${amountOf(atMost, unit, speech)}`,
  ]
    .filter((one) => one !== "")
    .join(" and ");

const targetOf = ({ target, name }: Demand): string => target?.english ?? target?.name ?? name;
const metricOf = ({ metric, metricEn }: Demand): string =>
  metricEn ?? (metric ?? "figure").replaceAll("-", " ");

interface Sentences {
  /** What is demanded. */
  readonly demand: (of: Demand, speech: Speech) => string;
  /** What would meet it; where it is left out, the demand itself. */
  readonly change?: (of: Demand) => string;
  /** What to find out where nothing is known. */
  readonly toFind: (of: Demand) => string;
}

const recognition = {
  change: (of: Demand) => `be recognised as ${targetOf(of)}`,
  toFind: (of: Demand) => `whether and when it was recognised as ${targetOf(of)}`,
};
const place = {
  demand: (of: Demand) => `is in ${targetOf(of)}`,
  toFind: (of: Demand) => `where it is registered or works: whether in ${targetOf(of)}`,
};

const sentences: Readonly<Record<Predicate, Sentences>> = {
  HOLDS: {
    demand: (of) => `holds ${targetOf(of)}${of.orHigher === true ? " or a higher rung" : ""}`,
    ...recognition,
  },
  HOLDS_LEVEL: {
    demand: ({ level, track, orHigher }, speech) =>
      `holds a certification of ${speech.value(level)} level${orHigher === true ? " or higher" : ""}${track === null ? "" : ` on the track ${trackName(track, "en")}`}`,
    toFind: () => "which certifications it holds, and of which level",
  },
  FIRST_RECOGNITION: {
    demand: (of) => `was recognised as ${targetOf(of)} for the first time${dates(of)}`,
    ...recognition,
  },
  RE_EXAMINATION: {
    demand: (of) => `passed re-examination as ${targetOf(of)}${dates(of)}`,
    change: (of) => `pass re-examination as ${targetOf(of)}`,
    toFind: (of) => `whether and when it passed re-examination as ${targetOf(of)}`,
  },
  IN_REGION: place,
  IN_PARK: place,
  IN_CLUSTER: {
    demand: (of) => `belongs to ${targetOf(of)}`,
    toFind: (of) => `whether it belongs to ${targetOf(of)}`,
  },
  LISTED: {
    demand: () => "is listed",
    change: () => "be listed",
    toFind: () => "whether it is listed",
  },
  FIGURE: {
    demand: (of, speech) => `${metricOf(of)}: ${bounds(of, speech)}`,
    toFind: (of) => `its latest figure of ${metricOf(of)}`,
  },
  CAPITAL: {
    demand: (of, speech) => `registered capital of ${bounds(of, speech)}`,
    toFind: () => "its registered capital",
  },
  FOUNDED: {
    demand: (of) => `founded${dates(of)}`,
    toFind: () => "when it was founded",
  },
};

const sentencesOf = ({ predicate }: Demand): Sentences | undefined =>
  Object.hasOwn(sentences, predicate) ? sentences[predicate as Predicate] : undefined;

/** A condition in words. */
export function demandWords(demand: Demand, speech: Speech): string {
  const said = speech.language === "zh" ? undefined : sentencesOf(demand)?.demand(demand, speech);
  if (said === undefined) return demand.name;
  return demand.negated === true ? `must not be so: ${said}` : said;
}

export interface MatchWords {
  readonly text: string;
  readonly change: string | null;
  readonly toFind: string | null;
}

/** How an enterprise stands to a condition, in words. */
export function matchWords({ condition, text, change, toFind }: MatchRow, speech: Speech): MatchWords {
  const said = speech.language === "zh" ? undefined : sentencesOf(condition);
  if (said === undefined) return { text, change, toFind };
  const words = demandWords(condition, speech);
  return {
    text: words,
    change: change === null ? null : (said.change?.(condition) ?? words),
    toFind: toFind === null ? null : said.toFind(condition),
  };
}

/** What is lacking and what must be looked into, in a sentence. */
export function lacksWords({ lacks, conditions, missing }: Stand, speech: Speech): string {
  const { text, language } = speech;
  if (language === "zh") return lacks;
  if (conditions.length === 0) return text.conditionsNotRead;
  const words = missing.map((row) => ({ ...matchWords(row, speech), status: row.status }));
  const parts = [
    [text.notMet, words.flatMap((row) => (row.status === "UNMET" && row.change === null ? [row.text] : []))],
    [text.toChange, words.flatMap((row) => row.change ?? [])],
    [text.toFind, words.flatMap((row) => row.toFind ?? [])],
  ] as const;
  const said = parts.flatMap(([heading, some]) =>
    some.length === 0 ? [] : [`${heading} ${some.join(", ")}`],
  );
  return said.length === 0 ? text.allMet : said.join("; ");
}
