// And, or, not: the same in every filter.
import type { FilterField } from "./filter-properties.ts";

/** The fields that join filters of a type. */
export const logic = (filter: string): FilterField[] => [
  { name: "and", type: `[${filter}!]`, description: "且: all of these hold.", spec: { is: "and" } },
  {
    name: "or",
    type: `[${filter}!]`,
    description: "或: at least one of these holds; an empty list holds for none.",
    spec: { is: "or" },
  },
  {
    name: "not",
    type: filter,
    description:
      "非: this does not hold. It is the complement: those of whom it is not known are among them.",
    spec: { is: "not" },
  },
];
