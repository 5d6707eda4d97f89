// How wholes are reached from what is in them: filters, lists of a whole and groups take the same.

import type { RelationType } from "../ontology/model.ts";
import type { Steps } from "../plan/ways.ts";

/** Places: what is part of something lies where that lies, so the order of wholes and parts may come first. */
export const placed: Steps = { relations: ["LOCATED_IN", "PART_OF"], above: ["LOCATED_IN", "PART_OF"] };

/** What a place also has by what applies to it or was issued by it. */
export const governed: Steps = {
  relations: [...placed.relations, "APPLIES_TO", "ISSUED_BY"],
  above: placed.above,
};

/**
 * Clusters, by the relation that is said of the entity itself. Only the cluster goes on to what it is part of: what a
 * region focuses on is not in the focus of its districts.
 */
export const through = (relation: RelationType): Steps => ({ relations: [relation], above: ["PART_OF"] });

/** Wholes of the same kind. */
export const partOf: Steps = through("PART_OF");

/** How many relations a way has at the most, by the whole it leads to. */
export const inRegion = 6;
export const inPark = 3;
export const inCluster = 4;
