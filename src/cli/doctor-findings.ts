// What `doctor` asks: each finding as a field of `dataQuality`, with how grave it is. Knows no store.

/** PROBLEM: the data contradicts itself. WARNING: something is missing, doubtful or old. INFO: for the record. */
export type Gravity = "PROBLEM" | "WARNING" | "INFO";

export interface Finding {
  readonly name: string;
  readonly gravity: Gravity;
  /** The field with its arguments and selection; `$first`, `$asOf` and `$years` are there. */
  readonly field: string;
}

const entities =
  "{ totalCount edges { detail node { id name sources { line document { stem } } } related { id } } }";
const first = "first: $first";

/** Every finding, in the order of the report. */
export const findings: readonly Finding[] = [
  { name: "duplicates", gravity: "PROBLEM", field: `duplicates(${first}) ${entities}` },
  { name: "sharedNames", gravity: "INFO", field: `sharedNames(${first}) ${entities}` },
  {
    name: "failingChecks",
    gravity: "PROBLEM",
    field: `failingChecks(explained: false, ${first}) ${entities}`,
  },
  {
    name: "explainedChecks",
    gravity: "INFO",
    field: `explainedChecks: failingChecks(explained: true, ${first}) ${entities}`,
  },
  { name: "projectsOutOfOrder", gravity: "PROBLEM", field: `projectsOutOfOrder(${first}) ${entities}` },
  { name: "uncoveredSources", gravity: "WARNING", field: `uncoveredSources(${first}) ${entities}` },
  { name: "orphans", gravity: "WARNING", field: `orphans(${first}) ${entities}` },
  {
    name: "enterprisesWithoutRegion",
    gravity: "WARNING",
    field: `enterprisesWithoutRegion(${first}) ${entities}`,
  },
  {
    name: "enterprisesWithoutPark",
    gravity: "WARNING",
    field: `enterprisesWithoutPark(${first}) ${entities}`,
  },
  {
    name: "enterprisesWithoutCluster",
    gravity: "WARNING",
    field: `enterprisesWithoutCluster(${first}) ${entities}`,
  },
  {
    name: "certificationsUnplaced",
    gravity: "WARNING",
    field: `certificationsUnplaced(${first}) ${entities}`,
  },
  {
    name: "staleFigures",
    gravity: "WARNING",
    field: `staleFigures(years: $years, asOf: $asOf, ${first}) ${entities}`,
  },
  { name: "undatedFigures", gravity: "WARNING", field: `undatedFigures(${first}) ${entities}` },
  {
    name: "overdueTargets",
    gravity: "WARNING",
    field: `overdueTargets(asOf: $asOf, ${first}) { totalCount edges { reasons node { id name sources { line document { stem } } } } }`,
  },
  {
    name: "conflicts",
    gravity: "INFO",
    field: `conflicts(limit: $first) { conflictType total conflicts { id name sources { line document { stem } } } }`,
  },
  { name: "firmness", gravity: "INFO", field: "firmness { kind total stated implied target forecast }" },
];

/** The request of one finding. */
export function requestOf(finding: Finding): string {
  const used = ["first: Int!", "asOf: Date", "years: Int!"].filter((one) =>
    finding.field.includes(`$${one.split(":")[0]}`),
  );
  const variables = used.length === 0 ? "" : `(${used.map((one) => `$${one}`).join(", ")})`;
  return `query ${finding.name}${variables} { dataQuality { ${finding.field} } }`;
}
