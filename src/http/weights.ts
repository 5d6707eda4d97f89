// What some fields cost beside the entities that they give: they look through many to find few.

/** Entities that a field looks through, by `Type.field`. */
const weights: Readonly<Record<string, number>> = {
  // Candidates of the full text, compared and ranked.
  "Query.search": 100,
  // Ways are found by going through what lies between, hop by hop.
  "Query.path": 200,
  // Several ways of ten hops may keep the embedded engine for some ten seconds, and it cannot be stopped.
  "Query.paths": 8_000,
  "Query.neighbourhood": 500,
};

/** What one entity of a field's list counts, by `Type.field`, where that is more than itself. */
const eachOnes: Readonly<Record<string, number>> = {
  // For each hit that is wanted ten are read, of every way in which a text may be meant.
  "Query.search": 10,
};

/** What each entity of a field's list counts: itself, or what is looked through for it. */
export const eachOf = (type: string, field: string): number => eachOnes[`${type}.${field}`] ?? 1;

/** What a field costs each time that it is asked, beside its rows. */
export const weightOf = (type: string, field: string): number => weights[`${type}.${field}`] ?? 0;
