// Group 8: each finding about the quality of the data.
import type { Fields } from "../compare/work.ts";
import { each, type Group, type Question } from "./question.ts";

const page = "totalCount edges { detail node { id name } related { id name } }";

function finding(name: string, args: string, cases: Readonly<Record<string, Fields>>): Question {
  const declared = args === "" ? "" : `(${args})`;
  const given = args
    .split(", ")
    .filter((one) => one !== "")
    .map((one) => one.replace(/^\$(\w+):.*$/, "$1: $$$1"));
  const query = `query Finding${declared} { dataQuality { ${name}(${[...given, "first: 20"].join(", ")}) { ${page} } } }`;
  return { name: `dataQuality.${name}`, query, cases: each(cases) };
}

const all = { all: {} };

export const quality: Group = {
  title: "8. Quality of the data",
  questions: () => [
    finding("orphans", "$kinds: [EntityKind!]", { all: {}, enterprises: { kinds: ["ENTERPRISE"] } }),
    finding("enterprisesWithoutPark", "", all),
    finding("enterprisesWithoutRegion", "", all),
    finding("enterprisesWithoutCluster", "", all),
    finding("certificationsUnplaced", "", all),
    finding("staleFigures", "$years: Int, $onlyTargeted: Boolean", {
      "of metrics with targets": { years: 2 },
      "of any metric": { years: 2, onlyTargeted: false },
    }),
    finding("undatedFigures", "", all),
    finding("projectsOutOfOrder", "", all),
    finding("duplicates", "$kinds: [EntityKind!]", { all: {}, enterprises: { kinds: ["ENTERPRISE"] } }),
    finding("failingChecks", "$explained: Boolean", { all: {}, unexplained: { explained: false } }),
    finding("uncoveredSources", "", all),
    {
      name: "dataQuality.overdueTargets",
      query: `query Overdue($outcome: Outcome) { dataQuality { overdueTargets(outcome: $outcome, first: 20) { totalCount
        edges { outcome due reasons node { id name } actual { id } } } } }`,
      cases: each({ open: { outcome: "OPEN" }, missed: { outcome: "MISSED" } }),
    },
    {
      name: "dataQuality.conflicts",
      query:
        "query Conflicts { dataQuality { conflicts(limit: 20) { conflictType total conflicts { id name } } } }",
      cases: each(all),
    },
    {
      name: "dataQuality.firmness",
      query: "query Firmness { dataQuality { firmness { kind total stated implied target forecast } } }",
      cases: each(all),
    },
  ],
};
